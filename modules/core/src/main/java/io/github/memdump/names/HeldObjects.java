package io.github.memdump.names;

import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Walk;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RootPaths;
import io.github.memdump.task.Task;
import java.util.Arrays;

/**
 * By what objects are held that are shown by themselves: the last reference of the path from the roots that
 * {@link RootPaths} shows, with its name. Immutable, thread-safe.
 */
public final class HeldObjects {
    /** So many objects have names, the first ones of a long table. */
    private static final int MOST = 10_000;

    private final Heap heap;
    private final BreadthFirst fromRoots;
    private final ReferenceNames names;

    /** Makes what is known of objects, the references from whose {@link #holders} have names. */
    public HeldObjects(Heap heap, BreadthFirst fromRoots, ReferenceNames names) {
        this.heap = heap;
        this.fromRoots = fromRoots;
        this.names = names;
    }

    /**
     * Finds by what objects of a heap are held, the first {@value #MOST} of them. Linear time, and as much as
     * {@link ReferenceNames#ofDump}.
     *
     * @throws io.github.memdump.task.CancelledException if the task is cancelled
     */
    public static HeldObjects ofDump(Heap heap, int[] objects, Task task) {
        BreadthFirst fromRoots = RootPaths.of(heap, Walk.over(heap.references()), task);
        int[] first = Arrays.stream(objects).limit(MOST).toArray();
        return new HeldObjects(heap, fromRoots, ReferenceNames.ofDump(heap, holders(fromRoots, first),
            NodeSet.of(heap.objectCount(), first)::contains, task));
    }

    /** Returns what holds some objects on these paths. */
    public static int[] holders(BreadthFirst fromRoots, int[] objects) {
        return Arrays.stream(objects).map(object -> holder(fromRoots, object)).filter(holder -> holder >= 0).distinct()
            .toArray();
    }

    private static int holder(BreadthFirst fromRoots, int object) {
        int parent = object < 0 ? BreadthFirst.NO_PARENT : fromRoots.parent(object);
        return parent == BreadthFirst.NO_PARENT ? Heap.NO_OBJECT : parent;
    }

    /** Returns what holds an object; {@link Heap#NO_OBJECT} for roots and what none reaches. */
    public int holder(int object) {
        return holder(fromRoots, object);
    }

    /** Returns whose the reference to an object is: its holder, or the object of which that keeps the variables. */
    public int owner(int object) {
        int holder = holder(object);
        return holder >= 0 && heap.isFields(holder) ? holder(holder) : holder;
    }

    /** Returns the names. */
    public ReferenceNames names() {
        return names;
    }
}
