package io.github.memdump.heap;

import io.github.memdump.array.IntChunks;
import io.github.memdump.array.IntList;
import io.github.memdump.graph.Graph;
import io.github.memdump.task.Parallel;
import io.github.memdump.task.Task;

/**
 * Turns the references of a dump from codes in file order into a {@link Graph} over ids: each row becomes a set, what
 * repeats or dangles is counted and left out. Linear time but for the sorting of each row, on all cores; 4 bytes per
 * reference beside the result, on the way 4 per object.
 */
final class ReferenceRows {
    private final HeapBuilder builder;
    private final AddressIndex addresses;
    private final RecordOrder order;
    private final int threads;
    private long dangling;
    private long duplicates;

    ReferenceRows(HeapBuilder builder, AddressIndex addresses, RecordOrder order, int threads) {
        this.builder = builder;
        this.addresses = addresses;
        this.order = order;
        this.threads = threads;
    }

    /** Returns how many references, as sets, go to an address that no record has. */
    long dangling() {
        return dangling;
    }

    /** Returns how many entries repeat an earlier one of the same record. */
    long duplicates() {
        return duplicates;
    }

    /** Returns the graph; to be called once, for it uses up what the builder holds. */
    Graph graph(Task task) {
        int[] offsets = new int[order.size() + builder.roots.size() + 1];
        ReferencePart[] parts = parts(offsets);
        task.phase("Resolving references", order.size());
        Parallel.run(parts.length, part -> parts[part].resolve(task));
        builder.rowLengths.clear();
        int[][] rootRows = rootRows(offsets);
        for (int v = 0; v + 1 < offsets.length; v++) {
            offsets[v + 1] += offsets[v];
        }
        int[] targets = new int[offsets[offsets.length - 1]];
        Parallel.run(parts.length, part -> parts[part].copy(targets));
        builder.targets.clear();
        for (int root = 0; root < rootRows.length; root++) {
            System.arraycopy(rootRows[root], 0, targets, offsets[order.size() + root], rootRows[root].length);
        }
        for (ReferencePart part : parts) {
            count(part.row());
        }
        return new Graph(offsets, targets);
    }

    /** Cuts the records into stretches, one for each thread. */
    private ReferencePart[] parts(int[] offsets) {
        IntChunks lengths = builder.rowLengths;
        ReferencePart[] parts = new ReferencePart[Math.max(1, Math.min(threads, order.size()))];
        int record = 0;
        int position = 0;
        for (int part = 0; part < parts.length; part++) {
            int end = (int) ((long) order.size() * (part + 1) / parts.length);
            ReferenceRow row = new ReferenceRow(addresses);
            parts[part] = new ReferencePart(builder, row, order, offsets, record, end, position);
            for (; record < end; record++) {
                position += lengths.get(record);
            }
        }
        return parts;
    }

    private int[][] rootRows(int[] offsets) {
        ReferenceRow row = new ReferenceRow(addresses);
        int[][] rows = new int[builder.roots.size()][];
        for (int root = 0; root < rows.length; root++) {
            IntList codes = builder.roots.targets(root);
            row.clear(codes.size());
            for (int i = 0; i < codes.size(); i++) {
                row.add(codes.get(i));
            }
            rows[root] = row.toArray();
            offsets[order.size() + root + 1] = rows[root].length;
        }
        count(row);
        return rows;
    }

    private void count(ReferenceRow row) {
        dangling += row.dangling();
        duplicates += row.duplicates();
    }

    /**
     * A stretch of records whose references one thread resolves. It writes the ids over the codes and the lengths of
     * the rows into the offsets of their objects, and touches nothing that belongs to another stretch.
     */
    private static final class ReferencePart {
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
}
