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
}
