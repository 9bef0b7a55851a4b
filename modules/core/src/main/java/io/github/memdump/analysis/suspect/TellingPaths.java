package io.github.memdump.analysis.suspect;

import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Walk;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;

/**
 * Shortest paths from the roots that say something: where there is one, a path over neither the machine stack nor
 * compiled code, which nearly always offer a shorter one by chance. 16 bytes per object. Not thread-safe.
 */
final class TellingPaths {
    private final Heap heap;
    private final Task task;
    private final BreadthFirst telling;
    private BreadthFirst any;

    TellingPaths(Heap heap, ProgramObjects objects, Anchors anchors, Task task) {
        this.heap = heap;
        this.task = task;
        NodeSet allowed = NodeSet.where(heap.objectCount(), object -> !objects.isCode(object)
            && !(heap.isRoot(object) && anchors.kind(object) == HolderKind.STACK));
        this.telling = BreadthFirst.from(Walk.over(heap.references()).within(allowed), heap.roots(), 1, task);
    }

    /** Returns the objects from a root to a reachable object, both included. */
    int[] to(int object) {
        if (telling.isReached(object)) {
            return telling.path(object);
        }
        if (any == null) {
            any = BreadthFirst.from(Walk.over(heap.references()), heap.roots(), 1, task);
        }
        return any.path(object);
    }
}
