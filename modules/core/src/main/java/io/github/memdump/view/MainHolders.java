package io.github.memdump.view;

import java.util.ArrayList;
import java.util.Comparator;
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
        List<Map.Entry<T, Double>> figures = new ArrayList<>();
        holders.distinct().forEach(holder -> figures.add(Map.entry(holder, held.applyAsDouble(holder))));
        figures.sort(Comparator.comparingDouble(holder -> -holder.getValue()));
        return figures.stream().limit(MOST)
            .filter(holder -> holder.getValue() * PART_OF_FIRST >= figures.get(0).getValue())
            .map(Map.Entry::getKey).collect(Collectors.toList());
    }
}
