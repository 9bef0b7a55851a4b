package io.github.memdump.cli;

import io.github.memdump.analysis.Growth;

/** Says what speaks against a row of dumps being of one process and in order. */
public final class GrowthOrder {
    private static final int FEW = 100;

    private GrowthOrder() {
    }

    /** Warns of dumps in the wrong order or of different processes. */
    public static void check(Growth growth, Warnings warnings) {
        int objects = growth.heap().objectCount();
        int last = growth.dumps().size() - 1;
        // Of a process that ran on, hardly any object of the last dump was there before and then gone for a while.
        int unknown = growth.cohortMembers(last).size();
        if (objects > FEW && unknown / 9 > objects - unknown) {
            warnings.add(growth.dumps().get(last - 1).name() + " and " + growth.heap().facts().dumpName()
                + " have hardly an object in common: they seem to be of different processes, or of one whose objects"
                + " were moved by GC.compact. Compare dumps of one process.");
        }
        long interrupted = growth.interrupted();
        if (interrupted > objects / 50) {
            warnings.add(Figures.count(interrupted, "object") + " of the last dump are in an earlier dump and missing"
                + " from one between. Are the dumps of one process and in the order in which they were made?");
        }
    }
}
