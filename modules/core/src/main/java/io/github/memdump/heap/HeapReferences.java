package io.github.memdump.heap;

import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Reachability;
import io.github.memdump.graph.Walk;
import io.github.memdump.task.Task;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The references of a heap, perhaps with those to held classes. These are looked for when first asked for; the graph
 * with them then takes the place of the one without, which is made anew when someone needs it: few do after an
 * analysis, and both at once would cost 4 bytes per object and reference more. Thread-safe.
 */
final class HeapReferences {
    private final HeapColumns columns;
    private final boolean plain;
    /** The references of the dump; null once {@link #all} stands for them. */
    private @Nullable Graph listed;
    private @Nullable HeldClasses held;
    private volatile @Nullable Graph all;
    private volatile @Nullable Graph referrers;

    HeapReferences(HeapColumns columns, Graph listed, boolean plain) {
        this.columns = columns;
        this.listed = listed;
        this.plain = plain;
        this.all = plain ? listed : null;
    }

    /** Returns whether those to held classes are left out. */
    boolean isPlain() {
        return plain;
    }

    /** Returns these references without those to held classes. */
    HeapReferences withoutHeldClasses() {
        return new HeapReferences(columns, listed(), true);
    }

    /** Returns the references of the dump. */
    synchronized Graph listed() {
        return listed != null ? listed : Objects.requireNonNull(held).removedFrom(all());
    }

    /** Returns the references. */
    Graph all() {
        Graph result = all;
        return result == null ? find() : result;
    }

    private synchronized Graph find() {
        Graph result = all;
        if (result == null) {
            Graph without = Objects.requireNonNull(listed);
            HeldClasses found = HeldClasses.of(columns, without);
            held = found;
            if (found.isEmpty()) {
                result = without;
            } else {
                result = found.addedTo(without);
                listed = null;
            }
            all = result;
        }
        return result;
    }

    /** Returns the references turned round. */
    Graph referrers() {
        Graph result = referrers;
        if (result == null) {
            synchronized (this) {
                result = referrers == null ? all().reversed() : referrers;
                referrers = result;
            }
        }
        return result;
    }

    /** Returns whether a reference is one to a held class. */
    boolean isToHeldClass(int source, int target) {
        all();
        return !plain && Objects.requireNonNull(held).has(source, target);
    }

    /**
     * The held classes of a heap: those that no root reaches over the references of the dump. Ruby keeps a class alive
     * as long as it has an instance, but a dump leaves the reference from the instance to it out of {@code references};
     * singleton classes, anonymous classes and all that hangs on them look like garbage without it.
     *
     * <p>Each object of a held class gets one reference to it, whether a root reaches the object or not, unless its
     * record lists that reference anyway. A class that becomes reachable by such a reference is no less held, so one
     * walk decides. A heap without ROOT objects has no held classes: nothing would set them apart. 1 bit per object.
     * Immutable.
     */
    private static final class HeldClasses {
        private final HeapColumns columns;
        private final NodeSet holders;

        private HeldClasses(HeapColumns columns, NodeSet holders) {
            this.columns = columns;
            this.holders = holders;
        }

        /** Finds the held classes by one walk over the references of the dump; linear time. */
        static HeldClasses of(HeapColumns columns, Graph references) {
            NodeSet none = NodeSet.none(references.nodeCount());
            int[] roots = IntStream.range(columns.addresses.size(), references.nodeCount()).toArray();
            if (roots.length == 0) {
                return new HeldClasses(columns, none);
            }
            NodeSet reached = Reachability.ofMost(Walk.over(references), roots, Task.UNWATCHED);
            boolean[] held = new boolean[columns.classNames.size()];
            boolean any = false;
            for (int c = 0; c < held.length; c++) {
                int object = columns.classNames.object(c);
                held[c] = object != ClassTable.NO_OBJECT && !reached.contains(object);
                any |= held[c];
            }
            NodeSet holders = any ? NodeSet.where(references.nodeCount(), object -> held[columns.classes[object]]
                && !references.hasEdge(object, columns.classObject(object))) : none;
            return new HeldClasses(columns, holders);
        }

        /** Returns whether no object has a reference more than in the dump. */
        boolean isEmpty() {
            return holders.isEmpty();
        }

        /** Returns whether the reference between two objects is one from an object to its held class. */
        boolean has(int source, int target) {
            return holders.contains(source) && columns.classObject(source) == target;
        }

        /** Returns the references of the dump and those to held classes; linear time. */
        Graph addedTo(Graph references) {
            return references.withEdges(holders, columns::classObject);
        }

        /** Returns the references of the dump out of what {@link #addedTo} returned; linear time. */
        Graph removedFrom(Graph references) {
            return references.withoutEdges(holders, columns::classObject);
        }
    }
}
