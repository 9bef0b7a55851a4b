package io.github.memdump.gephi.importer;

import io.github.memdump.gephi.heap.DumpSample;
import io.github.memdump.gephi.swing.Amounts;
import org.openide.util.NbBundle;

/** A sampled dump in one line. */
final class SampleSummary {
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
            Amounts.bytes(sample.bytes()), rounded(sample.objects()), sample.generation());
    }

    /** Estimates deserve two digits. */
    private static long rounded(long estimate) {
        long unit = 1;
        while (estimate / unit >= 100) {
            unit *= 10;
        }
        return (estimate + unit / 2) / unit * unit;
    }
}
