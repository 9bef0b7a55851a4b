package io.github.memdump.view;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The old objects through which most of what is new is reached: whatever a view is about, these are to be found. */
public final class MainHolders {
    private static final int MOST = 5;
    /** Beside one that leads to thousands, one that leads to a few is of no interest. */
    private static final int PART_OF_FIRST = 100;

    private MainHolders() {
    }

    /**
     * Returns those of some old objects, the first of them first; time k·log(k) for k of them.
     *
     * @param holders old objects that hold new ones
     * @param held    how many new objects are reached through one
     */
    public static <T> List<T> of(Stream<T> holders, ToDoubleFunction<T> held) {
        // As they are now: figures in a graph may change while it is sorted.
        Map<T, Double> figures = new LinkedHashMap<>();
        holders.forEach(holder -> figures.put(holder, held.applyAsDouble(holder)));
        List<T> most = figures.keySet().stream().sorted(Comparator.comparing(holder -> -figures.get(holder)))
            .limit(MOST).collect(Collectors.toList());
        most.removeIf(holder -> figures.get(holder) * PART_OF_FIRST < figures.get(most.get(0)));
        return most;
    }
}
