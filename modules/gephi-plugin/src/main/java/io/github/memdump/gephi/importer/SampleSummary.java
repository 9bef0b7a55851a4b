package io.github.memdump.gephi.importer;

import io.github.memdump.gephi.heap.DumpSample;
import org.openide.util.NbBundle;

/** A sampled dump in one line. */
final class SampleSummary {
    private static final double KILO = 1024;

    private SampleSummary() {
    }

    /** Returns size, number of objects and whether allocations were traced, in words. */
    static String of(DumpSample sample) {
        if (!sample.isDump()) {
            return NbBundle.getMessage(SampleSummary.class, "SampleSummary.none");
        }
        return NbBundle.getMessage(SampleSummary.class,
            sample.isUntraced() ? "SampleSummary.untraced"
                : sample.generation() == DumpSample.UNTRACED ? "SampleSummary.beginning" : "SampleSummary.traced",
            size(sample.bytes()), rounded(sample.objects()), sample.generation());
    }

    /** Estimates deserve two digits. */
    private static long rounded(long estimate) {
        long unit = 1;
        while (estimate / unit >= 100) {
            unit *= 10;
        }
        return (estimate + unit / 2) / unit * unit;
    }

    /** Returns a size in the unit that fits. */
    static String size(long bytes) {
        if (bytes < KILO * KILO) {
            return String.format("%.0f kB", Math.ceil(bytes / KILO));
        }
        double mega = bytes / KILO / KILO;
        return mega < KILO ? String.format(mega < 10 ? "%.1f MB" : "%.0f MB", mega)
            : String.format("%.1f GB", mega / KILO);
    }
}
