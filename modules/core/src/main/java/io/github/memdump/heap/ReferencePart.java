package io.github.memdump.heap;

import io.github.memdump.array.IntChunks;
import io.github.memdump.task.Task;

/**
 * A stretch of records whose references one thread resolves. It writes the ids over the codes and the lengths of the
 * rows into the offsets of their objects, and touches nothing that belongs to another stretch.
 */
final class ReferencePart {
    private static final int STEP = 1 << 14;

    private final IntChunks rowLengths;
    private final IntChunks stored;
    private final ReferenceRow row;
    private final RecordOrder order;
    private final int[] offsets;
    private final int begin;
    private final int end;
    private final int position;

    /**
     * Makes a stretch.
     *
     * @param offsets  where to put the length of the row of each id, one place further on
     * @param begin    the first record
     * @param end      the record behind the last
     * @param position where the codes of the first record are
     */
    ReferencePart(HeapBuilder builder, ReferenceRow row, RecordOrder order, int[] offsets, int begin, int end,
        int position) {
        this.rowLengths = builder.rowLengths;
        this.stored = builder.targets;
        this.row = row;
        this.order = order;
        this.offsets = offsets;
        this.begin = begin;
        this.end = end;
        this.position = position;
    }

    /** Returns the row, which counts what was left out. */
    ReferenceRow row() {
        return row;
    }

    /** Writes the rows, as sets of ids, one behind the other over the codes. */
    void resolve(Task task) {
        int read = position;
        int written = position;
        int record = begin;
        while (record < end) {
            int run = order.runOf(record);
            int runEnd = Math.min(end, order.begin(run + 1));
            int id = order.firstId(run) + record - order.begin(run);
            for (; record < runEnd; record++, id++) {
                int codes = rowLengths.get(record);
                if (codes > 0) {
                    int length = resolveRow(read, codes, written);
                    offsets[id + 1] = length;
                    read += codes;
                    written += length;
                }
                if ((record & STEP - 1) == STEP - 1) {
                    task.done(STEP);
                }
            }
        }
    }

    private int resolveRow(int from, int codes, int to) {
        row.clear(codes);
        for (int i = from; i < from + codes; i++) {
            row.add(stored.get(i));
        }
        int length = row.finish();
        for (int i = 0; i < length; i++) {
            stored.set(to + i, row.id(i));
        }
        return length;
    }

    /** Copies the resolved rows to where the offsets, which are positions now, say; each run of records at once. */
    void copy(int[] targets) {
        int read = position;
        int record = begin;
        while (record < end) {
            int run = order.runOf(record);
            int runEnd = Math.min(end, order.begin(run + 1));
            int id = order.firstId(run) + record - order.begin(run);
            int to = offsets[id];
            int length = offsets[id + runEnd - record] - to;
            stored.copy(read, targets, to, length);
            read += length;
            record = runEnd;
        }
    }
}
