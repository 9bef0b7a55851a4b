package io.github.memdump.gephi.importer;

import io.github.memdump.gephi.heap.DumpSample;
import java.util.Comparator;

/**
 * Which of several dumps of a process was taken earlier: the one with the lower generation, where they carry one and
 * were looked at throughout; else the smaller; else the older file.
 */
final class SampleOrder {
    /** By how many parts in a hundred sizes must differ to say something. */
    private static final long NOTABLE = 2;

    /** Earlier dumps first. */
    static final Comparator<DumpSample> EARLIER_FIRST = SampleOrder::compare;

    private SampleOrder() {
    }

    private static int compare(DumpSample a, DumpSample b) {
        if (a.generation() != b.generation() && a.generation() != DumpSample.UNTRACED
            && b.generation() != DumpSample.UNTRACED && a.isThroughout() && b.isThroughout()) {
            return Integer.compare(a.generation(), b.generation());
        }
        if (Math.abs(a.objects() - b.objects()) * 100 > NOTABLE * Math.max(a.objects(), b.objects())) {
            return Long.compare(a.objects(), b.objects());
        }
        return Long.compare(a.modified(), b.modified());
    }
}
