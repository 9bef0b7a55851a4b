package io.github.memdump.index;

import io.github.memdump.analysis.Grouping;
import io.github.memdump.analysis.Histogram;
import io.github.memdump.analysis.Histograms;
import io.github.memdump.array.NamedArrays;
import io.github.memdump.dump.FileState;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.LoadFacts;
import java.util.Optional;

/**
 * What is to be said of a dump as a whole: its facts, and its objects by one grouping. An index keeps it beside the
 * heap, so that whoever wants to know no more need not load that. Immutable.
 */
public final class Overview {
    private static final String HISTOGRAMS = "histograms";

    private final LoadFacts facts;
    private final Histogram histogram;

    private Overview(LoadFacts facts, Histogram histogram) {
        this.facts = facts;
        this.histogram = histogram;
    }

    /** Returns the overview of a heap; linear time. */
    public static Overview of(Heap heap, Grouping grouping) {
        return new Overview(heap.facts(), Histogram.of(heap, grouping));
    }

    /** Puts what the overviews of a heap are made of, by all groupings, but for the facts, which the heap has put. */
    static void put(Heap heap, NamedArrays arrays) {
        Histograms.of(heap).putInto(arrays.under(HISTOGRAMS));
    }

    /** Returns whether {@link #from} needs an array of a heap, or one that {@link #put} has put. */
    static boolean isMadeOf(Grouping grouping, String array) {
        return LoadFacts.isMadeOf(array) || (array.startsWith(HISTOGRAMS + ".")
            && Histograms.isMadeOf(grouping, array.substring(HISTOGRAMS.length() + 1)));
    }

    /** Returns the overview that is kept among these arrays, nothing if there is none by the grouping. */
    static Optional<Overview> from(NamedArrays arrays, Grouping grouping, String dumpName, FileState source) {
        return Histograms.from(arrays.under(HISTOGRAMS), grouping)
            .map(histogram -> new Overview(LoadFacts.ofHeap(arrays, dumpName, source), histogram));
    }

    /** Returns what was found when the dump was read. */
    public LoadFacts facts() {
        return facts;
    }

    /** Returns how many objects there are of each group, and their bytes. */
    public Histogram histogram() {
        return histogram;
    }
}
