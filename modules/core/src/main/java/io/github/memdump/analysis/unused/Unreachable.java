package io.github.memdump.analysis.unused;

import io.github.memdump.array.IntList;
import io.github.memdump.graph.Dominators;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Reachability;
import io.github.memdump.graph.StrongComponents;
import io.github.memdump.graph.Walk;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.task.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The objects that no ROOT object reaches, and how they hang together. SHAPE records are no Ruby objects and are left
 * out.
 *
 * <p>An object keeps its class alive, which {@code references} does not list; so some objects are alive through their
 * instances alone: {@link #heldByClass}. They count as unreachable only in a heap over plain references. What is not
 * alive, the {@link #garbage}, waits for the collector, or hangs on a root that the dump does not tell. Its heads are
 * those that no other garbage refers to: single objects, and cycles whose members all refer to one another. Immutable.
 */
public final class Unreachable {
    private final NodeSet heldByClass;
    private final NodeSet garbage;
    private final NodeSet objects;
    private final List<Head> heads;

    private Unreachable(NodeSet heldByClass, NodeSet garbage, NodeSet objects, List<Head> heads) {
        this.heldByClass = heldByClass;
        this.objects = objects;
        this.garbage = garbage;
        this.heads = Collections.unmodifiableList(heads);
    }

    /** Garbage that no other garbage refers to, and what hangs on it alone. Immutable. */
    public static final class Head {
        private final int object;
        private final int cycle;
        private final int count;
        private final long size;

        Head(int object, int cycle, int count, long size) {
            this.object = object;
            this.cycle = cycle;
            this.count = count;
            this.size = size;
        }

        /** Returns the id of the object, of a cycle the lowest. */
        public int object() {
            return object;
        }

        /** Returns how many objects form the cycle, 1 for a single object. */
        public int cycle() {
            return cycle;
        }

        /** Returns how much garbage hangs on this head and on no other, itself included. */
        public int heldCount() {
            return count;
        }

        /** Returns the sum of their sizes in bytes. */
        public long heldSize() {
            return size;
        }
    }

    /**
     * Finds the unreachable objects and their heads. About the time of the dominators; on the way 36 bytes per object.
     *
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public static Unreachable of(Heap heap, Task task) {
        Graph listed = heap.overPlainReferences().references();
        NodeSet reached = Reachability.ofMost(Walk.over(listed), heap.roots(), task);
        NodeSet alive = withClasses(heap, listed, reached, task);
        NodeSet shapes = NodeSet.where(heap.objectCount(), object -> heap.type(object) == RecordTypes.SHAPE);
        NodeSet garbage = alive.or(shapes).complement();
        NodeSet held = alive.minus(reached).minus(shapes);
        return new Unreachable(held, garbage, heap.isOverPlainReferences() ? held.or(garbage) : garbage,
            heads(heap, alive, garbage, task));
    }

    /** Returns what is reached when the classes of what is reached are too. */
    private static NodeSet withClasses(Heap heap, Graph listed, NodeSet reached, Task task) {
        NodeSet.Builder alive = reached.toBuilder();
        IntList open = new IntList();
        reached.forEach(object -> addClass(heap, object, alive, open));
        task.phase("Following objects to their classes", 0);
        while (open.size() > 0) {
            int object = open.get(open.size() - 1);
            open.truncate(open.size() - 1);
            addClass(heap, object, alive, open);
            for (int i = listed.from(object); i < listed.to(object); i++) {
                if (alive.add(listed.target(i))) {
                    open.add(listed.target(i));
                }
            }
        }
        return alive.build();
    }

    private static void addClass(Heap heap, int object, NodeSet.Builder alive, IntList open) {
        int classObject = heap.classObject(object);
        if (classObject != Heap.NO_OBJECT && alive.add(classObject)) {
            open.add(classObject);
        }
    }

    private static List<Head> heads(Heap heap, NodeSet alive, NodeSet garbage, Task task) {
        StrongComponents cycles = StrongComponents.of(Walk.over(heap.references()).within(garbage), task);
        boolean[] isHeld = new boolean[cycles.count()];
        garbage.forEach(object -> {
            for (int i = heap.references().from(object); i < heap.references().to(object); i++) {
                int target = cycles.component(heap.references().target(i));
                if (target != StrongComponents.NONE && target != cycles.component(object)) {
                    isHeld[target] = true;
                }
            }
        });
        NodeSet.Builder starts = alive.toBuilder();
        IntList objects = new IntList();
        garbage.forEach(object -> {
            int cycle = cycles.component(object);
            if (!isHeld[cycle]) {
                isHeld[cycle] = true;
                objects.add(object);
                starts.add(object);
            }
        });
        // What is alive refers to no garbage, so that among the garbage every path begins at a head.
        Dominators dominators = Dominators.of(heap.references(), heap.referrers(), starts.build(), task);
        int[] counts = dominators.retainedCounts(task);
        long[] sizes = dominators.retainedSums(heap::memsize, task);
        List<Head> heads = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            int object = objects.get(i);
            heads.add(new Head(object, cycles.size(cycles.component(object)), counts[object], sizes[object]));
        }
        heads.sort(Comparator.comparingLong(Head::heldSize).thenComparingInt(Head::heldCount).reversed()
            .thenComparingInt(Head::object));
        return heads;
    }

    /** Returns the objects that live through instances alone: classes, mostly, and what these hold. */
    public NodeSet heldByClass() {
        return heldByClass;
    }

    /** Returns the objects that nothing alive leads to, over references or to its class. */
    public NodeSet garbage() {
        return garbage;
    }

    /** Returns the unreachable objects: the garbage, and over plain references what is held by classes too. */
    public NodeSet objects() {
        return objects;
    }

    /** Returns the heads of the garbage, by what they hold: bytes descending, then objects, then id. */
    public List<Head> heads() {
        return heads;
    }
}
