package io.github.memdump.analysis;

import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.KnownObjects;
import io.github.memdump.task.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What came and stayed over a row of dumps of one process, told by the last of them.
 *
 * <p>Dumps are numbered from 0. The cohort of an object of the last dump is the number of the first of those
 * uninterrupted up to the last in which it is: it was allocated between the dump before and that one. Cohort 0 are the
 * old objects, which were there from the beginning. The last cohort has come since the last dump but one, and of it
 * nobody knows whether it will stay. The cohorts between are the <b>survivors</b>: allocated while the process was
 * watched, and alive at least one dump later. A leak adds about as many survivors each time.
 *
 * <p>Whether an object was in a dump is told by {@link KnownObjects}: exactly where it has a generation, otherwise by
 * address, type and class; {@link #byAddress} and {@link #toldApartByClass} say how far that matters. ROOT objects have
 * no cohort, nor have the dump's {@link OwnObjects}. Linear time but for a logarithmic look-up per object and dump; 1
 * byte per object. Immutable.
 */
public final class Growth {
    /** The cohort of ROOT objects and of the dump's own. */
    public static final int NO_COHORT = -1;
    /** The most dumps. */
    public static final int MOST_DUMPS = 100;

    private static final int STEP = 1 << 13;

    private final List<DumpSummary> dumps;
    private final Heap heap;
    private final byte[] cohorts;
    private final NodeSet survivors;
    private final int byAddress;
    private final int toldApartByClass;
    private final int interrupted;

    private Growth(List<DumpSummary> dumps, Heap heap, byte[] cohorts, int byAddress, int toldApartByClass,
        int interrupted) {
        this.dumps = Collections.unmodifiableList(dumps);
        this.heap = heap;
        this.cohorts = cohorts;
        this.byAddress = byAddress;
        this.toldApartByClass = toldApartByClass;
        this.interrupted = interrupted;
        this.survivors = NodeSet.where(cohorts.length,
            object -> cohorts[object] > 0 && cohorts[object] < dumps.size() - 1);
    }

    /**
     * Compares dumps of one process.
     *
     * @param earlier the dumps before the last in the order in which they were made, at least two
     * @param last    the heap of the last dump
     * @param task    told of each object
     * @throws IllegalArgumentException                  if there are fewer than three dumps or more than
     *                                                   {@value #MOST_DUMPS}
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public static Growth of(List<DumpSummary> earlier, Heap last, Task task) {
        if (earlier.size() < 2 || earlier.size() >= MOST_DUMPS) {
            throw new IllegalArgumentException("Growth is seen over 3 to " + MOST_DUMPS + " dumps, not "
                + (earlier.size() + 1) + ".");
        }
        task.phase("Comparing the dumps", last.objectCount());
        OwnObjects own = OwnObjects.of(last);
        byte[] cohorts = new byte[last.objectCount()];
        int byAddress = 0;
        int toldApart = 0;
        int interrupted = 0;
        for (int object = 0; object < cohorts.length; object++) {
            int cohort = last.isRoot(object) || own.contains(object) ? NO_COHORT : earlier.size();
            KnownObjects.Match match = KnownObjects.Match.BY_ADDRESS;
            while (cohort > 0 && isThere(match)) {
                match = earlier.get(cohort - 1).objects().match(last, object);
                cohort -= isThere(match) ? 1 : 0;
            }
            cohorts[object] = (byte) cohort;
            byAddress += cohort >= 0 && cohort < earlier.size()
                && last.generation(object) == Heap.NO_GENERATION ? 1 : 0;
            toldApart += match == KnownObjects.Match.OTHER_CLASS ? 1 : 0;
            interrupted += cohort > 1
                && earlier.get(0).objects().match(last, object) == KnownObjects.Match.BY_GENERATION ? 1 : 0;
            if ((object & STEP - 1) == STEP - 1) {
                task.done(STEP);
            }
        }
        List<DumpSummary> all = new ArrayList<>(earlier);
        all.add(DumpSummary.of(last));
        return new Growth(all, last, cohorts, byAddress, toldApart, interrupted);
    }

    private static boolean isThere(KnownObjects.Match match) {
        return match == KnownObjects.Match.BY_GENERATION || match == KnownObjects.Match.BY_ADDRESS;
    }

    /** Returns the summaries of the dumps, that of the last included. */
    public List<DumpSummary> dumps() {
        return dumps;
    }

    /** Returns the heap of the last dump. */
    public Heap heap() {
        return heap;
    }

    /** Returns the cohort of an object, or {@link #NO_COHORT}. */
    public int cohort(int object) {
        return cohorts[object];
    }

    /** Returns the objects of a cohort; linear time. */
    public NodeSet cohortMembers(int cohort) {
        return NodeSet.where(cohorts.length, object -> cohorts[object] == cohort);
    }

    /** Returns the objects that came after the first dump and have stayed at least from one dump to the next. */
    public NodeSet survivors() {
        return survivors;
    }

    /** Returns how many objects were found in an earlier dump by address, type and class alone. */
    public int byAddress() {
        return byAddress;
    }

    /**
     * Returns how many objects without a generation were taken for new because another object lay at their address
     * before, of another type or class.
     */
    public int toldApartByClass() {
        return toldApartByClass;
    }

    /**
     * Returns how many objects are, by address and generation, in the first dump and in the last, but not in one
     * between: of one process whose dumps are in order, none.
     */
    public int interrupted() {
        return interrupted;
    }

    /** Returns what each class has grown by; see {@link GrowthRow}. Linear time. */
    public List<GrowthRow> byClass() {
        return by(Grouping.CLASS);
    }

    /** Returns what each group of one of {@link DumpSummary#GROUPINGS} has grown by. Linear time. */
    public List<GrowthRow> by(Grouping grouping) {
        return GrowthRow.of(this, grouping);
    }

    /** Returns where the survivors were allocated, by class and site; see {@link SurvivorSite}. Linear time. */
    public List<SurvivorSite> bySite() {
        return SurvivorSite.of(this);
    }

    /** Returns the objects that hold survivors without being survivors; see {@link SurvivorHolders}. */
    public SurvivorHolders holders(Task task) {
        return SurvivorHolders.of(this, task);
    }
}
