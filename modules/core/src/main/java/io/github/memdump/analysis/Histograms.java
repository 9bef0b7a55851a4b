package io.github.memdump.analysis;

import io.github.memdump.array.LongNumbers;
import io.github.memdump.array.NamedArrays;
import io.github.memdump.array.Saturating;
import io.github.memdump.heap.Heap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The histograms of all objects of a heap by all groupings, counted in one pass: what an index keeps for those who want
 * to know no more. A grouping that tells more than {@value #MOST_NUMBERS} groups apart is left out. Immutable.
 */
public final class Histograms {
    private static final int MOST_NUMBERS = 1 << 18;

    private final Map<Grouping, Histogram> histograms;

    private Histograms(Map<Grouping, Histogram> histograms) {
        this.histograms = histograms;
    }

    /**
     * Counts the objects of a heap; linear time, some 50 bytes per group that is met, 13 MB at most for each of four
     * ways to group.
     */
    public static Histograms of(Heap heap) {
        return of(heap, MOST_NUMBERS);
    }

    static Histograms of(Heap heap, int mostNumbers) {
        // Gem and file follow from the site.
        Map<Grouping, Tally> tallies = new EnumMap<>(Grouping.class);
        for (Grouping grouping : List.of(Grouping.CLASS, Grouping.KIND, Grouping.TYPE, Grouping.SITE,
            Grouping.GENERATION)) {
            tallies.put(grouping, new Tally(heap, grouping, mostNumbers));
        }
        Tally[] all = tallies.values().toArray(new Tally[0]);
        for (int object = 0; object < heap.objectCount(); object++) {
            long memsize = heap.memsize(object);
            for (Tally tally : all) {
                tally.add(object, memsize);
            }
        }
        Map<Grouping, Histogram> histograms = new EnumMap<>(Grouping.class);
        for (Grouping grouping : Grouping.values()) {
            Tally tally = tallies.getOrDefault(grouping, tallies.get(Grouping.SITE));
            if (tally.isWhole()) {
                histograms.put(grouping, tally.histogram(grouping));
            }
        }
        return new Histograms(histograms);
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

    /** Counts by the numbers of a grouping. */
    private static final class Tally {
        private final Heap heap;
        private final Grouping grouping;
        private final int mostNumbers;
        private final LongNumbers numbers = new LongNumbers();
        private long[] counts = new long[64];
        private long[] sizes = new long[64];
        private int[] firstObjects = new int[64];
        private long lastNumber = -1;
        private int lastPlace;

        Tally(Heap heap, Grouping grouping, int mostNumbers) {
            this.heap = heap;
            this.grouping = grouping;
            this.mostNumbers = mostNumbers;
        }

        boolean isWhole() {
            return numbers.size() <= mostNumbers;
        }

        void add(int object, long memsize) {
            long number = grouping.number(heap, object);
            // Neighbours were often made at the same place and time.
            int place = number == lastNumber ? lastPlace : place(number, object);
            lastNumber = number;
            lastPlace = place;
            counts[place]++;
            sizes[place] = Saturating.sum(sizes[place], memsize);
        }

        private int place(long number, int object) {
            if (!isWhole()) {
                return 0;
            }
            int known = numbers.size();
            int place = numbers.of(number);
            if (place == known) {
                if (place == counts.length) {
                    counts = Arrays.copyOf(counts, 2 * place);
                    sizes = Arrays.copyOf(sizes, 2 * place);
                    firstObjects = Arrays.copyOf(firstObjects, 2 * place);
                }
                firstObjects[place] = object;
            }
            return place;
        }

        /** Returns the histogram by a grouping that tells nothing apart that this one does not. */
        Histogram histogram(Grouping by) {
            Map<String, Histogram.Row> rows = new LinkedHashMap<>();
            for (int place = 0; place < numbers.size(); place++) {
                String key = by.key(heap, firstObjects[place]);
                rows.merge(key, new Histogram.Row(key, counts[place], sizes[place]), Histogram.Row::plus);
            }
            return Histogram.sorted(new ArrayList<>(rows.values()));
        }
    }
}
