package io.github.memdump.analysis.suspect;

import io.github.memdump.analysis.Retained;
import io.github.memdump.analysis.suspect.line.ApplicationLines;
import io.github.memdump.analysis.suspect.weight.Amount;
import io.github.memdump.analysis.suspect.weight.EarlierHeap;
import io.github.memdump.analysis.suspect.weight.ProgramObjects;
import io.github.memdump.analysis.suspect.weight.Subtrees;
import io.github.memdump.analysis.suspect.weight.Weights;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes suspects of what the search finds: adds holders, paths, contents and growth, and puts like with like. */
final class SuspectAssembly {
    private static final int HOLDERS_OF_ONE = 3;

    private final Heap heap;
    private final Retained retained;
    private final ProgramObjects objects;
    private final Weights weights;
    private final SuspectOptions options;
    private final Task task;
    private final Subtrees subtrees;
    private final Anchors anchors;
    private final ExplanatoryPaths paths;
    private final Contents contents;
    private final ApplicationLines lines;
    private @Nullable Change change;
    private NodeSet newOnes;
    private NodeSet repeated;

    SuspectAssembly(Heap heap, Retained retained, ProgramObjects objects, Weights weights, SuspectOptions options,
        Task task) {
        this.heap = heap;
        this.retained = retained;
        this.objects = objects;
        this.weights = weights;
        this.options = options;
        this.task = task;
        this.subtrees = Subtrees.of(retained, task);
        this.anchors = new Anchors(heap, objects, subtrees);
        this.paths = new ExplanatoryPaths(heap, objects, anchors, task);
        this.contents = new Contents(heap, subtrees, weights);
        this.lines = new ApplicationLines(heap, subtrees.tree(), NodeSet.where(heap.objectCount(), weights::weighs));
        this.newOnes = NodeSet.none(heap.objectCount());
        this.repeated = newOnes;
    }

    SuspectAssembly since(NodeSet fresh, NodeSet names, List<EarlierHeap> pasts) {
        change = new Change(heap, fresh, pasts);
        newOnes = fresh;
        repeated = names;
        return this;
    }

    Suspects suspects() {
        List<Suspect.Draft> drafts = new ArrayList<>();
        for (SuspectSearch.Find find : new SuspectSearch(heap, subtrees, objects, weights, anchors, newOnes,
            repeated).run()) {
            Suspect.Draft draft = draft(find);
            if (find.shape != SuspectShape.SHARED || change != null || isCommon(draft)) {
                drafts.add(draft);
            }
        }
        drafts = new SuspectGrouping(heap, contents, drafts).merged();
        List<Suspect> suspects = new ArrayList<>();
        Pieces pieces = new Pieces(heap, subtrees, objects, newOnes);
        for (Suspect.Draft draft : drafts) {
            draft.contents = contents.of(draft.tops);
            for (SuspectHolder holder : draft.holders) {
                draft.turnover = objects.isPrograms(holder.object()) ? draft.turnover.plus(holder.turnover())
                    : draft.turnover;
            }
            draft.share = draft.growth.shareOf(weights.total());
            if (change != null) {
                count(draft, pieces);
            }
            suspects.add(new Suspect(draft));
        }
        suspects.sort(Comparator.comparingDouble((Suspect suspect) -> -suspect.share())
            .thenComparingInt(Suspect::object));
        return ranked(suspects);
    }

    private void count(Suspect.Draft draft, Pieces pieces) {
        boolean isLarge = draft.shape == SuspectShape.LARGE;
        draft.isLoaded = newOnes.contains(draft.object) && draft.shape != SuspectShape.CHAIN
            && !draft.holders.isEmpty() && draft.holders.stream().allMatch(SuspectHolder::isAnchorNew);
        draft.pieces = draft.isLoaded ? pieces.ofLoaded(draft.tops)
            : isLarge || draft.shape == SuspectShape.CHAIN ? 0 : pieces.of(draft.tops);
        int generations = isLarge ? 0 : pieces.generations(draft.tops);
        if (generations == 1 || (draft.pieces > 0 && draft.pieces < Pieces.ENOUGH)) {
            draft.generations = generations;
            draft.generationsOfAll = pieces.generations();
        }
    }

    private Suspects ranked(List<Suspect> all) {
        List<Suspect> grown = new ArrayList<>();
        List<Suspect> evicting = new ArrayList<>();
        List<Suspect> steady = new ArrayList<>();
        for (Suspect suspect : all) {
            boolean isGrown = weights.isHeavy(suspect.growth()) && (change == null || options.isGrowth(suspect));
            (isGrown ? suspect.turnover().isLikeCache() ? evicting : grown : steady).add(suspect);
        }
        grown.sort(Comparator.comparing((Suspect suspect) -> suspect.turnover().evicts() || suspect.isOfFewPieces()));
        return new Suspects(grown, evicting, steady, weights.total());
    }

    /** Of one dump, objects of a class count as one matter only if far fewer holders than objects keep half of them. */
    private boolean isCommon(Suspect.Draft draft) {
        return draft.holders.stream().anyMatch(holder -> holder.objects() * 2 <= draft.tops.length
            && holder.kept().count() * 2 >= draft.amount.count()
            && (holder.objects() == 1 || objects.weighs(holder.object())));
    }

    private Suspect.Draft draft(SuspectSearch.Find find) {
        Suspect.Draft draft = new Suspect.Draft();
        draft.shape = find.shape;
        draft.tops = find.tops;
        draft.parent = find.parent;
        draft.object = heaviest(find.tops);
        draft.point = find.point;
        draft.amount = find.amount;
        draft.own = find.own;
        for (int top : find.tops) {
            draft.retained = draft.retained.plus(new Amount(retained.count(top), retained.size(top)));
        }
        draft.accumulated = contents.gathered(find.gathered);
        draft.members = find.gathered.isEmpty() ? find.tops : find.gathered.get(0);
        if (!find.gathered.isEmpty() && isOfLibrary(draft.accumulated.get(0))) {
            int[] gathered = find.gathered.get(0);
            lines.of(gathered).ifPresent(line -> {
                draft.isApplicationCall = line.isCall();
                draft.applicationLine = contents.allocatedAt(line.called(), gathered).at(line.site());
            });
        }
        if (find.members.length > 0) {
            addCommonHolders(draft, find.members);
        }
        if (draft.holders.isEmpty()) {
            addHolders(draft, find.shape == SuspectShape.SHARED ? draft.object : find.point);
        }
        draft.growth = growth(draft);
        return draft;
    }

    private boolean isOfLibrary(Accumulated group) {
        return group.sites() > 0 && lines.isLibrary(group.site(0));
    }

    private int heaviest(int[] tops) {
        int heaviest = tops[0];
        for (int top : tops) {
            heaviest = weights.of(top).shareOf(weights.total()) > weights.of(heaviest).shareOf(weights.total())
                ? top : heaviest;
        }
        return heaviest;
    }

    private void addCommonHolders(Suspect.Draft draft, int[] members) {
        NodeSet fresh = !newOnes.isEmpty() && newOnes.contains(members[0]) ? newOnes
            : NodeSet.none(heap.objectCount());
        CommonHolders.Result result = new CommonHolders(heap, subtrees, objects, weights, members, fresh)
            .find(members, task);
        List<SuspectHolder> holders = new ArrayList<>();
        for (CommonHolders.Group group : result.groups) {
            Anchors.Anchor anchor = anchor(group.objects[0]);
            holders.add(holder(group.objects, anchor, group.kept));
            draft.holding = IntStream.concat(IntStream.of(draft.holding), IntStream.of(group.objects)).toArray();
        }
        draft.holders = holders;
        draft.together = result.together;
        if (draft.point == Heap.NO_OBJECT && !holders.isEmpty()) {
            draft.point = holders.get(0).object();
        }
    }

    private void addHolders(Suspect.Draft draft, int point) {
        List<SuspectHolder> holders = new ArrayList<>();
        List<Anchors.Anchor> found = anchors.of(point);
        for (Anchors.Anchor anchor : found.subList(0, Math.min(HOLDERS_OF_ONE, found.size()))) {
            holders.add(holder(new int[] {point}, anchor, draft.amount));
        }
        draft.holders = holders;
        draft.together = draft.amount;
        draft.point = point;
    }

    private Anchors.Anchor anchor(int holder) {
        List<Anchors.Anchor> found = anchors.of(holder);
        return found.isEmpty() ? new Anchors.Anchor(HolderKind.OBJECT, new int[] {holder}) : found.get(0);
    }

    private SuspectHolder holder(int[] holders, Anchors.Anchor anchor, Amount kept) {
        long references = 0;
        Turnover turnover = Turnover.UNKNOWN;
        for (int holder : holders) {
            references += heap.references().outDegree(holder);
            turnover = change == null ? turnover : turnover.plus(change.turnover(holder));
        }
        boolean isNew = change != null && !change.isOld(anchor.object());
        return new SuspectHolder(holders[0], holders.length, anchor, paths.over(anchor.way()), kept, references,
            turnover, isNew);
    }

    private Amount growth(Suspect.Draft draft) {
        if (change == null) {
            return draft.own;
        }
        if (draft.shape == SuspectShape.SHARED || !change.isOld(draft.object)) {
            Change.Net net = change.net(draft.tops, subtrees, weights);
            draft.history = net.history;
            return new Amount(atMost(draft.own.count(), net.growth.count()),
                atMost(draft.own.size(), net.growth.size()));
        }
        draft.retainedBefore = change.retainedBefore(draft.object);
        draft.history = change.retained(draft.object, draft.retained);
        Amount more = change.growth(draft.history);
        return new Amount(atMost(draft.own.count(), more.count()), atMost(draft.own.size(), more.size()));
    }

    private static long atMost(long most, long value) {
        return Math.max(0, Math.min(most, value));
    }
}
