package io.github.memdump.heap;

import io.github.memdump.array.IntChunks;
import io.github.memdump.array.IntList;
import io.github.memdump.graph.Graph;
import io.github.memdump.task.Task;
import java.util.Arrays;

/**
 * Turns the references of a dump from codes in file order into a {@link Graph} over ids: each row becomes a set, what
 * repeats or dangles is counted and left out. Linear time but for the sorting of each row; 4 bytes per reference and 8
 * per object beside the result.
 */
final class ReferenceRows {
    private static final int STEP = 1 << 14;

    private final HeapBuilder builder;
    private final AddressIndex addresses;
    private final int[] idOfRecord;
    private final int[] offsets;
    private int[] row = new int[1024];
    private int[] ids = new int[1024];
    private long dangling;
    private long duplicates;

    ReferenceRows(HeapBuilder builder, AddressIndex addresses, int[] idOfRecord) {
        this.builder = builder;
        this.addresses = addresses;
        this.idOfRecord = idOfRecord;
        this.offsets = new int[idOfRecord.length + builder.roots.size() + 1];
    }

    /** Returns how many references, as sets, go to an address that no record has. */
    long dangling() {
        return dangling;
    }

    /** Returns how many entries repeat an earlier one of the same record. */
    long duplicates() {
        return duplicates;
    }

    /** Returns the graph; to be called once. */
    Graph graph(Task task) {
        int[] lengths = resolveInPlace(task);
        int[][] rootRows = rootRows();
        for (int v = 0; v + 1 < offsets.length; v++) {
            offsets[v + 1] += offsets[v];
        }
        int[] targets = new int[offsets[offsets.length - 1]];
        IntChunks stored = builder.targets;
        int position = 0;
        for (int record = 0; record < idOfRecord.length; record++) {
            int to = offsets[idOfRecord[record]];
            for (int i = 0; i < lengths[record]; i++) {
                targets[to + i] = stored.get(position + i);
            }
            position += builder.rowLengths.get(record);
        }
        for (int root = 0; root < rootRows.length; root++) {
            System.arraycopy(rootRows[root], 0, targets, offsets[idOfRecord.length + root], rootRows[root].length);
        }
        return new Graph(offsets, targets);
    }

    /** Writes each row, as a set of ids, over its codes; returns the new lengths and counts them in the offsets. */
    private int[] resolveInPlace(Task task) {
        IntChunks stored = builder.targets;
        int[] lengths = new int[idOfRecord.length];
        task.phase("Resolving references", idOfRecord.length);
        int position = 0;
        for (int record = 0; record < lengths.length; record++) {
            int codes = builder.rowLengths.get(record);
            reserve(codes);
            for (int i = 0; i < codes; i++) {
                row[i] = stored.get(position + i);
            }
            int length = resolveRow(codes);
            for (int i = 0; i < length; i++) {
                stored.set(position + i, ids[i]);
            }
            lengths[record] = length;
            offsets[idOfRecord[record] + 1] = length;
            position += codes;
            if ((record & STEP - 1) == STEP - 1) {
                task.done(STEP);
            }
        }
        return lengths;
    }

    private int[][] rootRows() {
        int[][] rows = new int[builder.roots.size()][];
        for (int root = 0; root < rows.length; root++) {
            IntList codes = builder.roots.targets(root);
            reserve(codes.size());
            for (int i = 0; i < codes.size(); i++) {
                row[i] = codes.get(i);
            }
            int length = resolveRow(codes.size());
            rows[root] = Arrays.copyOf(ids, length);
            offsets[idOfRecord.length + root + 1] = length;
        }
        return rows;
    }

    private void reserve(int codes) {
        if (codes > row.length) {
            row = new int[Math.max(codes, row.length * 2)];
            ids = new int[row.length];
        }
    }

    /** Makes the first codes of {@link #row} a sorted set of ids and returns its size. */
    private int resolveRow(int codes) {
        Arrays.sort(row, 0, codes);
        int kept = 0;
        for (int i = 0; i < codes; i++) {
            if (i > 0 && row[i] == row[i - 1]) {
                duplicates++;
                continue;
            }
            int id = addresses.idOfCode(row[i]);
            if (id == Heap.NO_OBJECT) {
                dangling++;
            } else {
                ids[kept++] = id;
            }
        }
        Arrays.sort(ids, 0, kept);
        return kept;
    }
}
