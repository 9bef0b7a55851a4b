package io.github.memdump.analysis.suspect;

import io.github.memdump.analysis.suspect.weight.KindCounts;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.SiteTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Puts suspects together that are one matter: objects of one class, made at one place, below one dominator; and shared
 * objects of several classes that the same holders keep; with these, by how much the holders themselves grew; and with
 * whatever is made at a line, the names that Ruby's own tables keep of it.
 */
final class SuspectGrouping {
    private final Heap heap;
    private final Contents contents;
    private final List<Suspect.Draft> drafts;

    SuspectGrouping(Heap heap, Contents contents, List<Suspect.Draft> drafts) {
        this.heap = heap;
        this.contents = contents;
        this.drafts = drafts;
    }

    List<Suspect.Draft> merged() {
        Map<List<Object>, Suspect.Draft> byKey = new LinkedHashMap<>();
        for (Suspect.Draft draft : drafts) {
            byKey.merge(draft.shape == SuspectShape.SHARED ? holders(draft) : kind(draft), draft, this::merge);
        }
        List<Suspect.Draft> merged = new ArrayList<>(byKey.values());
        for (Suspect.Draft draft : byKey.values()) {
            for (Suspect.Draft matter : merged) {
                if (matter != draft && (isGrowthOfHolder(draft, matter) || isNameOf(draft, matter))) {
                    absorb(matter, draft);
                    merged.remove(draft);
                    break;
                }
            }
        }
        return merged;
    }

    /** An old holder grows with what it holds. */
    private static boolean isGrowthOfHolder(Suspect.Draft draft, Suspect.Draft matter) {
        return draft.shape != SuspectShape.SHARED && draft.amount.count() == 0
            && IntStream.of(matter.holding).anyMatch(holder -> holder == draft.point || holder == draft.object);
    }

    /** What only Ruby's own holds, and is made at a line where more comes from, is a name of that. */
    private boolean isNameOf(Suspect.Draft draft, Suspect.Draft matter) {
        if (draft.shape != SuspectShape.SHARED || draft.amount.size() >= matter.amount.size()
            || draft.holders.stream().anyMatch(holder -> holder.kind().isTelling())) {
            return false;
        }
        Set<Integer> sites = sites(draft.accumulated);
        sites.retainAll(sites(contents.of(matter.tops)));
        return !sites.isEmpty();
    }

    private static Set<Integer> sites(List<Accumulated> groups) {
        Set<Integer> sites = new HashSet<>();
        for (Accumulated group : groups) {
            for (int i = 0; i < group.sites(); i++) {
                sites.add(group.site(i));
            }
        }
        return sites;
    }

    /** Adds what a holder grew by; names are no memory of the holders, and go without a word. */
    private static void absorb(Suspect.Draft matter, Suspect.Draft less) {
        if (less.shape != SuspectShape.SHARED) {
            matter.amount = matter.amount.plus(less.amount);
            matter.growth = matter.growth.plus(less.growth);
        }
    }

    private List<Object> kind(Suspect.Draft draft) {
        if (draft.shape != SuspectShape.LARGE && heap.site(draft.point) == SiteTable.NO_SITE) {
            return List.of(draft);
        }
        return List.of(draft.shape, draft.parent, heap.classNumber(draft.object), heap.site(draft.object),
            heap.classNumber(draft.point), heap.site(draft.point));
    }

    private static List<Object> holders(Suspect.Draft draft) {
        List<Object> key = new ArrayList<>(List.of(draft.shape, draft.parent));
        draft.holders.stream()
            .filter(holder -> holder.kept().count() * 2 >= draft.amount.count())
            .map(SuspectHolder::object).sorted().forEach(key::add);
        if (key.size() == 2) {
            key.add(draft);
        }
        return key;
    }

    private Suspect.Draft merge(Suspect.Draft one, Suspect.Draft other) {
        boolean isHeavier = one.amount.size() >= other.amount.size();
        Suspect.Draft result = isHeavier ? one : other;
        Suspect.Draft less = isHeavier ? other : one;
        result.alike = result.shape == SuspectShape.SHARED ? 1 : one.alike + other.alike;
        result.tops = IntStream.concat(IntStream.of(result.tops), IntStream.of(less.tops)).toArray();
        result.amount = one.amount.plus(other.amount);
        result.growth = one.growth.plus(other.growth);
        result.together = one.together.plus(other.together);
        result.retained = one.retained.plus(other.retained);
        result.retainedBefore = one.retainedBefore.plus(other.retainedBefore);
        result.history = result.shape != SuspectShape.SHARED && result.history.measure() == History.Measure.ALIKE
            ? result.history : one.history.plus(other.history);
        if (result.shape == SuspectShape.SHARED) {
            result.holding = IntStream.concat(IntStream.of(result.holding), IntStream.of(less.holding)).toArray();
            result.holders = holders(result.holders, less.holders);
        } else {
            result.members = IntStream.concat(IntStream.of(result.members), IntStream.of(less.members)).toArray();
        }
        result.accumulated = accumulated(result.accumulated, less.accumulated);
        return result;
    }

    /** Returns what has gathered in both: of each class together, the one that retains most first. */
    private List<Accumulated> accumulated(List<Accumulated> ones, List<Accumulated> others) {
        Map<Integer, Accumulated> byClass = new LinkedHashMap<>();
        Stream.concat(ones.stream(), others.stream()).forEach(group ->
            byClass.merge(KindCounts.classOrKind(heap, group.example()), group, Accumulated::plus));
        List<Accumulated> result = new ArrayList<>(byClass.values());
        result.sort(Comparator.comparingLong((Accumulated group) -> -group.retained().size()));
        return result;
    }

    /** Returns holders with what they keep of both. */
    private static List<SuspectHolder> holders(List<SuspectHolder> ones, List<SuspectHolder> others) {
        Map<Integer, SuspectHolder> byObject = new LinkedHashMap<>();
        Stream.concat(ones.stream(), others.stream()).forEach(holder ->
            byObject.merge(holder.object(), holder, (one, other) -> one.keeping(other.kept())));
        return new ArrayList<>(byObject.values());
    }
}
