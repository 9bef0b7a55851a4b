package io.github.memdump.heap;

import io.github.memdump.array.ByteChunks;
import io.github.memdump.array.IntChunks;
import io.github.memdump.array.IntList;
import java.util.Arrays;

/**
 * Which id each record of a dump has got. Ruby writes its pages one after the other and the objects of a page in
 * ascending order, so ids go up by one over long runs of records, and only the runs are kept: all columns can then be
 * copied stretch by stretch. 8 bytes per run, at worst per record. Immutable, thread-safe.
 */
final class RecordOrder {
    private final int[] begins;
    private final int[] firstIds;
    private final int size;

    private RecordOrder(int[] begins, int[] firstIds, int size) {
        this.begins = begins;
        this.firstIds = firstIds;
        this.size = size;
    }

    /** Returns the order of records whose addresses have the given codes. */
    static RecordOrder of(IntChunks codes, AddressIndex addresses) {
        IntList begins = new IntList();
        IntList firstIds = new IntList();
        int expected = -1;
        for (int record = 0; record < codes.size(); record++) {
            int id = addresses.idOfCode(codes.get(record));
            if (id != expected) {
                begins.add(record);
                firstIds.add(id);
            }
            expected = id + 1;
        }
        return new RecordOrder(begins.toArray(), firstIds.toArray(), codes.size());
    }

    /** Returns the number of records. */
    int size() {
        return size;
    }

    /** Returns the number of runs of records with consecutive ids. */
    int runs() {
        return begins.length;
    }

    /** Returns the first record of a run, or the number of records for the run behind the last. */
    int begin(int run) {
        return run == begins.length ? size : begins[run];
    }

    /** Returns the id of the first record of a run. */
    int firstId(int run) {
        return firstIds[run];
    }

    /** Returns the run that a record is in; logarithmic in the number of runs. */
    int runOf(int record) {
        int run = Arrays.binarySearch(begins, record);
        return run >= 0 ? run : -run - 2;
    }

    /** Returns the id of a record; logarithmic in the number of runs. */
    int id(int record) {
        int run = runOf(record);
        return firstIds[run] + record - begins[run];
    }

    /** Returns a column by id, of which so many at the end, those of ROOT objects, have another value. */
    int[] ordered(IntChunks values, int roots, int forRoots) {
        int[] result = new int[size + roots];
        for (int run = 0; run < runs(); run++) {
            values.copy(begins[run], result, firstIds[run], begin(run + 1) - begins[run]);
        }
        Arrays.fill(result, size, result.length, forRoots);
        return result;
    }

    /** Returns a column by id, of which so many at the end, those of ROOT objects, are 0. */
    byte[] ordered(ByteChunks values, int roots) {
        byte[] result = new byte[size + roots];
        for (int run = 0; run < runs(); run++) {
            values.copy(begins[run], result, firstIds[run], begin(run + 1) - begins[run]);
        }
        return result;
    }
}
