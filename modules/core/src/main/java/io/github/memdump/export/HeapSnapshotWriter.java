package io.github.memdump.export;

import io.github.memdump.dump.DumpException;
import io.github.memdump.file.Output;
import io.github.memdump.file.Target;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.value.Values;
import io.github.memdump.view.View;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a heap or a view as a heap snapshot of V8, which Chrome DevTools and memlab open.
 *
 * <p>Node 0 is the root, which refers to the ROOT objects by their names; then come the objects by their number. What
 * no root reaches hangs on one more node, and what it refers to among the rest is a weak edge: so dominators and
 * retained sizes of everything that the roots reach are those of {@code Retained}. Allocation sites are functions, and
 * each object says which it was made in. A size that 32 bits cannot hold is written as the largest that they can.
 *
 * <p>Values of strings and symbols are left out unless {@link #withValues asked} for. Streamed: 12 to 20 bytes per
 * object on the way, with values those of half a million objects; linear time. Immutable.
 */
public final class HeapSnapshotWriter {
    private final SnapshotContent content;

    private HeapSnapshotWriter(SnapshotContent content) {
        this.content = content;
    }

    /** Returns a writer of a whole heap. */
    public static HeapSnapshotWriter of(Heap heap) {
        return new HeapSnapshotWriter(new HeapContent(heap, null, SnapshotNames.NONE));
    }

    /** Returns a writer of a whole heap with its strings and symbols, which may be secret. */
    public static HeapSnapshotWriter withValues(Values values) {
        return new HeapSnapshotWriter(new HeapContent(values.heap(), values, SnapshotNames.NONE));
    }

    /**
     * Returns a writer of a whole heap with the names of its references, read from the dump in two passes: several
     * times as long as the rest; with its strings and symbols as well if asked.
     *
     * @throws DumpException as {@link Values#visit} does
     */
    public static HeapSnapshotWriter withNames(Values values, boolean withTexts, Task task) throws DumpException {
        return new HeapSnapshotWriter(new HeapContent(values.heap(), withTexts ? values : null,
            SnapshotNames.of(values, task)));
    }

    /** Returns a writer of a view; an edge that stands for many references becomes one. */
    public static HeapSnapshotWriter of(View view) {
        return new HeapSnapshotWriter(new ViewContent(view));
    }

    /**
     * Writes a file.
     *
     * @throws IOException                               if the file cannot be written, or values cannot be read; then
     *                                                   there is none
     * @throws io.github.memdump.task.CancelledException if the task was cancelled; then there is no file
     */
    public HeapSnapshotSize write(Target target, Task task) throws IOException {
        try (Output file = Output.to(target)) {
            HeapSnapshotSize size = write(file.stream(), task);
            file.commit();
            return size;
        }
    }

    /** Writes to a stream, which stays open. */
    public HeapSnapshotSize write(OutputStream stream, Task task) throws IOException {
        return new SnapshotText(content, stream, task).write();
    }
}
