package io.github.memdump.view.choice;

import io.github.memdump.array.IntList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many objects hang unseen on shown ones, at the places where most do. Not changed once made. */
public final class Remainder {
    private final Map<Integer, Integer> counts;
    private final int[] places;

    private Remainder(Map<Integer, Integer> counts, int[] places) {
        this.counts = counts;
        this.places = places;
    }

    /** Counts what hangs unseen and keeps the {@code most} largest rests. */
    public static Remainder of(List<Surroundings> surroundings, ViewBuilder chosen, int most) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (Surroundings each : surroundings) {
            each.each(chosen, (place, object) -> {
                if (!chosen.wasRemoved(object)) {
                    counts.merge(place, 1, Integer::sum);
                }
            });
        }
        List<Map.Entry<Integer, Integer>> largest = new ArrayList<>(counts.entrySet());
        largest.sort(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()));
        IntList places = new IntList();
        largest.stream().limit(most).forEach(entry -> places.add(entry.getKey()));
        return new Remainder(counts, places.toArray());
    }

    /** Returns the objects at which a rest is shown, the largest rest first. */
    int[] places() {
        return places;
    }

    /** Returns how many objects hang unseen on one. */
    public int count(int place) {
        return counts.getOrDefault(place, 0);
    }
}
