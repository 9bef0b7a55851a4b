package io.github.memdump.cli;

import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.dump.DumpLimits;
import io.github.memdump.dump.RecordLines;
import io.github.memdump.file.AtomicFile;
import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Walk;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** The new objects, and one shortest path from the roots to each that has one, as a dump. Immutable. */
final class NewObjectsDump {
    private final Heap heap;
    private final NodeSet objects;

    private NewObjectsDump(Heap heap, NodeSet objects) {
        this.heap = heap;
        this.objects = objects;
    }

    /** Chooses the objects; linear time. */
    static NewObjectsDump of(HeapDiff diff, Task task) {
        Heap heap = diff.after();
        Walk walk = Walk.over(heap.references());
        BreadthFirst fromRoots = BreadthFirst.from(walk, heap::referrers, heap.roots(), 1, task);
        NodeSet.Builder chosen = NodeSet.builder(heap.objectCount());
        diff.newObjects().forEach(object -> {
            int holder = object;
            while (holder != BreadthFirst.NO_PARENT && chosen.add(holder)) {
                holder = fromRoots.parent(holder);
            }
        });
        return new NewObjectsDump(heap, chosen.build());
    }

    /** Returns the objects. */
    NodeSet objects() {
        return objects;
    }

    /** Copies the lines of the objects from their dump, which was read within these limits; returns their number. */
    long writeTo(Path target, DumpInput dump, DumpLimits limits, Task task) throws IOException {
        try (AtomicFile file = AtomicFile.beside(target)) {
            long lines;
            boolean packed = target.toString().endsWith(".gz");
            try (OutputStream out = packed ? new GZIPOutputStream(file.stream()) : file.stream()) {
                lines = RecordLines.copy(dump, offsets(), rootNames(), limits, out, task);
            }
            file.commit();
            return lines;
        }
    }

    private long[] offsets() {
        long[] offsets = Arrays.stream(objects.toArray()).filter(object -> !heap.isRoot(object))
            .mapToLong(heap::recordOffset).toArray();
        Arrays.sort(offsets);
        return offsets;
    }

    private Set<String> rootNames() {
        Set<String> names = new HashSet<>();
        for (int root : heap.roots()) {
            if (objects.contains(root)) {
                names.add(heap.name(root));
            }
        }
        return names;
    }
}
