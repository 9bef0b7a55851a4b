package io.github.memdump.analysis.suspect;

import io.github.memdump.analysis.suspect.weight.ProgramObjects;
import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Walk;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RootPaths;
import io.github.memdump.task.Task;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Paths from the roots that say something: to the nearest class, module or other root, and from there the shortest way;
 * where there is one, over neither the machine stack nor compiled code, which nearly always offer a shorter one by
 * chance. 24 bytes per object. Not thread-safe.
 */
final class ExplanatoryPaths {
    private final Heap heap;
    private final Task task;
    private final BreadthFirst classTree;
    private final BreadthFirst telling;
    private @Nullable BreadthFirst any;

    ExplanatoryPaths(Heap heap, ProgramObjects objects, Anchors anchors, Task task) {
        this.heap = heap;
        this.task = task;
        NodeSet allowed = NodeSet.where(heap.objectCount(), object -> !objects.isCode(object)
            && !(heap.isRoot(object) && anchors.kind(object) == HolderKind.STACK));
        Walk walk = Walk.over(heap.references());
        this.classTree = BreadthFirst.from(walk.within(NodeSet.where(heap.objectCount(),
            object -> allowed.contains(object) && !objects.weighs(object))), heap.roots(), 1, task);
        NodeSet starts = NodeSet.where(heap.objectCount(), object -> classTree.isReached(object)
            && (heap.isRoot(object) || anchors.kind(object) == HolderKind.MODULE));
        this.telling = BreadthFirst.from(walk.within(allowed), starts.toArray(), 1, task);
    }

    /** Returns the objects from a root over a way to its end. */
    int[] over(int[] way) {
        return joined(to(way[0]), way);
    }

    /** Returns the objects from a root to a reachable object, both included. */
    private int[] to(int object) {
        int[] end = telling.path(object);
        if (end.length > 0) {
            return joined(classTree.path(end[0]), end);
        }
        if (any == null) {
            any = RootPaths.of(heap, Walk.over(heap.references()), task);
        }
        return any.path(object);
    }

    /** Returns two paths in one, the second of which begins where the first ends. */
    private static int[] joined(int[] begin, int[] end) {
        int[] path = Arrays.copyOf(begin, begin.length + end.length - 1);
        System.arraycopy(end, 1, path, begin.length, end.length - 1);
        return path;
    }
}
