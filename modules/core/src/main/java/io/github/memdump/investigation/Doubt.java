package io.github.memdump.investigation;

import io.github.memdump.analysis.Growth;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.heap.Heap;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What speaks against dumps being of one process and in the order in which they are compared. */
public enum Doubt {
    /** By what the dumps say of themselves, the one that was taken as the later is the earlier. */
    WRONG_ORDER,
    /** Far more objects went than came. The dumps do not say which is the earlier; the other order is more usual. */
    SHRUNK,
    /** The dumps have hardly an object in common: different processes, or objects that GC.compact moved. */
    UNRELATED,
    /** Objects of the last dump are in an earlier one and missing from one between. */
    INTERRUPTED;

    private static final int FEW = 100;

    /** Returns the doubts about two dumps; linear time. */
    public static Set<Doubt> of(HeapDiff diff) {
        DumpOrder.Verdict verdict = DumpOrder.verdict(diff.before(), diff.after().identities());
        if (verdict == DumpOrder.Verdict.SECOND_IS_EARLIER) {
            return Collections.singleton(WRONG_ORDER);
        }
        if (isUnrelated(diff)) {
            return Collections.singleton(UNRELATED);
        }
        boolean shrunk = verdict == DumpOrder.Verdict.UNKNOWN && diff.goneObjects() > FEW
            && diff.goneObjects() / 4 > diff.newObjects().size();
        return shrunk ? Collections.singleton(SHRUNK) : Collections.emptySet();
    }

    /** Returns the doubts about a row of dumps; linear time. */
    public static Set<Doubt> of(Growth growth) {
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        int objects = growth.heap().objectCount();
        // Of a process that ran on, hardly any object of the last dump was there before and then gone for a while.
        int unknown = growth.cohortMembers(growth.dumps().size() - 1).size();
        if (objects > FEW && unknown / 9 > objects - unknown) {
            doubts.add(UNRELATED);
        }
        if (growth.interrupted() > objects / 50) {
            doubts.add(INTERRUPTED);
        }
        return doubts;
    }

    /** Whatever is older than the earlier dump ought to be in it; a dump made with since: has nothing so old. What is
     * not traced may be new, so that a small dump is not all that was old. */
    private static boolean isUnrelated(HeapDiff diff) {
        Heap heap = diff.after();
        int lastBefore = diff.before().lastGeneration();
        long old = 0;
        long known = 0;
        for (int object = 0; object < heap.objectCount(); object++) {
            int generation = heap.generation(object);
            if (!heap.isRoot(object) && (generation == Heap.NO_GENERATION || generation < lastBefore)) {
                old++;
                known += diff.newObjects().contains(object) ? 0 : 1;
            }
        }
        return old > FEW && known * 10 < Math.min(old, diff.before().objectCount());
    }
}
