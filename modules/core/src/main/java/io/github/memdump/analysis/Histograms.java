package io.github.memdump.analysis;

import io.github.memdump.array.NamedArrays;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.tally.HeapTally;
import io.github.memdump.heap.tally.Tally;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The histograms of all objects of a heap by all groupings, counted in one pass: what an index keeps for those who want
 * to know no more. A grouping that tells more than {@value #MOST_NUMBERS} groups apart, or has keys of more than
 * {@value #MOST_CHARACTERS} characters, is left out. Immutable.
 */
public final class Histograms {
    private static final int MOST_NUMBERS = 1 << 18;
    private static final int MOST_CHARACTERS = 1 << 24;

    private final Map<Grouping, Histogram> histograms;

    private Histograms(Map<Grouping, Histogram> histograms) {
        this.histograms = histograms;
    }

    /** Counts the objects of a heap; linear time, some 100 bytes per group, so a few hundred kilobytes as a rule. */
    public static Histograms of(Heap heap) {
        return of(heap, MOST_NUMBERS);
    }

    static Histograms of(Heap heap, int mostNumbers) {
        HeapTally tally = HeapTally.of(heap, mostNumbers);
        Map<Grouping, Histogram> histograms = new EnumMap<>(Grouping.class);
        for (Grouping grouping : Grouping.values()) {
            if (grouping != Grouping.GEM) {
                counted(tally, grouping).flatMap(numbers -> histogram(numbers, heap, grouping))
                    .ifPresent(histogram -> histograms.put(grouping, histogram));
            }
        }
        Optional.ofNullable(histograms.get(Grouping.FILE))
            .ifPresent(ofFiles -> histograms.put(Grouping.GEM, ofGems(ofFiles)));
        return new Histograms(histograms);
    }

    /** To tell the gem of each site would take longer than all the rest: there are twenty of a file. */
    private static Histogram ofGems(Histogram ofFiles) {
        Map<String, Histogram.Row> rows = new LinkedHashMap<>();
        for (Histogram.Row file : ofFiles.rows()) {
            add(new Histogram.Row(CodeOrigin.of(file.key()), file.count(), file.memsize()), rows);
        }
        return Histogram.sorted(new ArrayList<>(rows.values()));
    }

    /** Returns the objects by numbers of which several may have one key, but none two. */
    private static Optional<List<Tally>> counted(HeapTally tally, Grouping grouping) {
        switch (grouping) {
            case CLASS:
                return tally.byClass();
            case KIND:
                return tally.byKind();
            case TYPE:
                return Optional.of(tally.byType());
            case GENERATION:
                return tally.byGeneration();
            default:
                return tally.bySite();
        }
    }

    /** Returns the histogram by some numbers, nothing if the keys are too long together. */
    private static Optional<Histogram> histogram(List<Tally> tallies, Heap heap, Grouping grouping) {
        Map<String, Histogram.Row> rows = new LinkedHashMap<>();
        int characters = 0;
        for (Tally tally : tallies) {
            for (int number = 0; number < tally.numbers(); number++) {
                if (tally.count(number) > 0) {
                    String key = grouping.key(heap, tally.first(number));
                    characters += rows.containsKey(key) ? 0 : key.length();
                    if (characters > MOST_CHARACTERS) {
                        return Optional.empty();
                    }
                    add(new Histogram.Row(key, tally.count(number), tally.memsize(number)), rows);
                }
            }
        }
        return Optional.of(Histogram.sorted(new ArrayList<>(rows.values())));
    }

    private static void add(Histogram.Row row, Map<String, Histogram.Row> rows) {
        rows.merge(row.key(), row, Histogram.Row::plus);
    }

    /** Returns whether an array that {@link #putInto} has put is one of those that one histogram is made of. */
    public static boolean isMadeOf(Grouping grouping, String array) {
        return array.startsWith(grouping.name() + ".");
    }

    /**
     * Returns the histogram by one grouping that {@link #putInto} has put among these arrays, nothing if it was left
     * out.
     */
    public static Optional<Histogram> from(NamedArrays arrays, Grouping grouping) {
        return arrays.has(grouping.name() + ".counts")
            ? Optional.of(Histogram.from(arrays.under(grouping.name()))) : Optional.empty();
    }

    /** Puts all that these histograms are made of. */
    public void putInto(NamedArrays arrays) {
        histograms.forEach((grouping, histogram) -> histogram.putInto(arrays.under(grouping.name())));
    }

    /** Returns the histogram by a grouping, nothing if it was left out. */
    public Optional<Histogram> by(Grouping grouping) {
        return Optional.ofNullable(histograms.get(grouping));
    }
}
