package io.github.memdump.analysis.suspect;

import io.github.memdump.heap.Heap;
import io.github.memdump.heap.SiteTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Puts suspects together that are one matter: objects of one class, made at one place, below one dominator; and shared
 * objects of several classes that the same holders keep.
 */
final class SuspectGrouping {
    private final Heap heap;
    private final List<Suspect.Draft> drafts;

    SuspectGrouping(Heap heap, List<Suspect.Draft> drafts) {
        this.heap = heap;
        this.drafts = drafts;
    }

    List<Suspect.Draft> merged() {
        Map<List<Object>, Suspect.Draft> byKey = new LinkedHashMap<>();
        for (Suspect.Draft draft : drafts) {
            byKey.merge(draft.shape == SuspectShape.SHARED ? holders(draft) : kind(draft), draft, this::merge);
        }
        return new ArrayList<>(byKey.values());
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
        if (result.shape == SuspectShape.SHARED) {
            result.holders = holders(result.holders, less.holders);
        }
        result.accumulated = accumulated(result.accumulated, less.accumulated);
        return result;
    }

    /** Returns what has gathered in both: of each class together, the one that retains most first. */
    private List<Accumulated> accumulated(List<Accumulated> ones, List<Accumulated> others) {
        Map<Integer, Accumulated> byClass = new LinkedHashMap<>();
        Stream.concat(ones.stream(), others.stream()).forEach(group ->
            byClass.merge(heap.classNumber(group.example()), group, Accumulated::plus));
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
