package io.github.memdump.view.choice;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Retained;
import io.github.memdump.analysis.suspect.Suspect;
import io.github.memdump.analysis.suspect.SuspectHolder;
import io.github.memdump.analysis.suspect.SuspectOptions;
import io.github.memdump.analysis.suspect.Suspects;
import io.github.memdump.array.IntList;
import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.task.Task;
import io.github.memdump.view.EdgeKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Chooses what shows leak suspects: of each, the paths from a root to its holders, itself, the dominators down to
 * where it gathers (half of the budget for these), and what is dominated there, what retains most first.
 */
public final class SuspectsChoice implements SubjectChoice {
    private static final int MOST_HOLDERS = 10;
    private static final int MOST_WAYS_DOWN = 20;

    private final Heap heap;
    private final Retained retained;
    private final BreadthFirst fromRoots;
    private final Graph tree;
    private final List<Suspect> suspects;
    private final NodeSet members;
    private int shown;

    public SuspectsChoice(Findings findings, Task task) {
        this.heap = findings.heap();
        this.retained = findings.retained().orElseThrow();
        this.fromRoots = findings.fromRoots().orElseThrow();
        this.tree = retained.dominators().tree(task);
        Suspects found = findings.found(Suspects.class)
            .orElseGet(() -> Suspects.of(heap, retained, SuspectOptions.OF_ONE_DUMP, task));
        this.suspects = found.list();
        NodeSet.Builder told = NodeSet.builder(heap.objectCount());
        for (Suspect suspect : suspects) {
            told.add(suspect.object());
            told.add(suspect.accumulationPoint());
        }
        this.members = told.build();
    }

    @Override
    public Heap heap() {
        return heap;
    }

    @Override
    public ViewBuilder choose(int budget) {
        ViewBuilder chosen = new ViewBuilder(budget);
        shown = 0;
        for (Suspect suspect : suspects) {
            boolean fits = true;
            for (int[] way : ways(suspect)) {
                fits &= (shown == 0 || chosen.size() < budget / 2) && chosen.addPath(way);
            }
            fits = fits && addDown(chosen, suspect);
            shown += fits ? 1 : 0;
        }
        for (int i = 0; i < suspects.size(); i++) {
            addGathered(chosen, suspects.get(i), chosen.room() / (suspects.size() - i));
        }
        return chosen;
    }

    /** Without a way to the suspect what lies below it would hang on nothing. */
    private boolean addDown(ViewBuilder chosen, Suspect suspect) {
        int[] way = showable(down(suspect));
        return way.length == 0
            || ((chosen.contains(way[0]) || heap.isRoot(way[0])) && chosen.addPath(way));
    }

    /**
     * Adds what has gathered, within an equal part of the room for each suspect, as the first would take all of it.
     * What several holders share none of them dominates: it hangs on the first that refers to it.
     */
    private void addGathered(ViewBuilder chosen, Suspect suspect, int share) {
        int left = chosen.room() - share;
        Expansion downward = new Expansion(chosen, tree, retained, this::isShowable);
        if (chosen.contains(suspect.accumulationPoint())) {
            downward.from(suspect.accumulationPoint());
        }
        BitSet classes = new BitSet();
        suspect.accumulated().forEach(gathered -> classes.set(heap.classNumber(gathered.example())));
        Expansion held = new Expansion(chosen, heap.references(), retained,
            object -> classes.get(heap.classNumber(object)) && isShowable(object));
        suspect.holders().stream().map(SuspectHolder::object).filter(chosen::contains).forEach(held::from);
        addWaysDown(chosen, suspect, share / 4);
        for (int most = share / 2; most > 0 && held.best() >= 0; most--) {
            held.takeBest();
            downward.from(chosen.object(chosen.size() - 1));
        }
        while (chosen.room() > left && downward.best() >= 0) {
            downward.takeBest();
        }
    }

    /** A holder beside which there is nothing of what it keeps would look as if it kept nothing. */
    private void addWaysDown(ViewBuilder chosen, Suspect suspect, int share) {
        NodeSet kept = NodeSet.of(heap.objectCount(), suspect.members());
        int left = chosen.room() - share;
        for (SuspectHolder holder : suspect.holders()) {
            int most = chosen.contains(holder.object()) ? MOST_WAYS_DOWN : 0;
            for (int[] way : WaysDown.of(heap, holder.object(), kept, most)) {
                if (chosen.room() - way.length >= left) {
                    chosen.addPath(way);
                }
            }
        }
    }

    private List<int[]> ways(Suspect suspect) {
        List<int[]> ways = new ArrayList<>();
        for (SuspectHolder holder : suspect.holders()) {
            if (ways.size() < MOST_HOLDERS) {
                ways.add(showable(holder.path()));
            }
        }
        ways.add(showable(fromRoots.path(suspect.object())));
        return ways;
    }

    /** The dominators from a suspect down to where it gathers; what gathers elsewhere has a path of its own. */
    private int[] down(Suspect suspect) {
        IntList upward = new IntList();
        int on = suspect.accumulationPoint();
        while (on >= 0 && on != suspect.object()) {
            upward.add(on);
            on = retained.dominators().dominator(on);
        }
        if (on < 0) {
            return fromRoots.path(suspect.accumulationPoint());
        }
        int[] way = new int[upward.size() + 1];
        way[0] = on;
        for (int i = 1; i < way.length; i++) {
            way[i] = upward.get(upward.size() - i);
        }
        return way;
    }

    private int[] showable(int[] path) {
        return Arrays.stream(path).filter(this::isShowable).toArray();
    }

    private boolean isShowable(int object) {
        return heap.type(object) != RecordTypes.SHAPE;
    }

    @Override
    public EdgeKind kind(int source, int target) {
        EdgeKind kind = EdgeKind.of(heap, source, target);
        return kind == EdgeKind.COLLAPSED && retained.dominators().dominator(target) == source ? EdgeKind.DOMINATES
            : kind;
    }

    @Override
    public NodeSet members() {
        return members;
    }

    @Override
    public List<String> omissions(ViewBuilder chosen, int budget) {
        return Omissions.ofSuspects(chosen, suspects.size(), shown, budget);
    }

    @Override
    public void each(ViewBuilder chosen, Found found) {
        NodeSet.Builder points = NodeSet.builder(heap.objectCount());
        suspects.stream().map(Suspect::accumulationPoint).filter(chosen::contains).forEach(points::add);
        new NeighbourStep(points.build(), tree, false).each(chosen, (place, object) -> {
            if (isShowable(object)) {
                found.add(place, object);
            }
        });
    }

    @Override
    public void take(ViewBuilder chosen, int place, int object) {
        chosen.add(object, place);
    }
}
