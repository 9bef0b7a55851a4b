package io.github.memdump.heap;

import java.util.Arrays;

/** The references of one record on their way from codes to a set of ids. Used again for each; not thread-safe. */
final class ReferenceRow {
    /** Rows are short as a rule; so long is one that insertion sorts faster, and without any code to be compiled. */
    private static final int SHORT = 24;

    private final AddressIndex addresses;
    private int[] ids = new int[64];
    private int[] missing = new int[64];
    private int idCount;
    private int missingCount;
    private long dangling;
    private long duplicates;

    ReferenceRow(AddressIndex addresses) {
        this.addresses = addresses;
    }

    /** Begins the row of a record with so many references. */
    void clear(int codes) {
        if (codes > ids.length) {
            ids = new int[Math.max(codes, ids.length * 2)];
            missing = new int[ids.length];
        }
        idCount = 0;
        missingCount = 0;
    }

    /** Adds the reference to the object at a code of {@link AddressPages}. */
    void add(int code) {
        int id = addresses.idOfCode(code);
        if (id == Heap.NO_OBJECT) {
            missing[missingCount++] = code;
        } else {
            ids[idCount++] = id;
        }
    }

    /** Makes the row a set, in ascending order, and returns its size. */
    int finish() {
        if (missingCount > 0) {
            int distinct = toSet(missing, missingCount);
            dangling += distinct;
            duplicates += missingCount - distinct;
        }
        int distinct = toSet(ids, idCount);
        duplicates += idCount - distinct;
        idCount = distinct;
        return distinct;
    }

    /** Returns the id at a place of the set. */
    int id(int place) {
        return ids[place];
    }

    /** Makes the row a set and returns it, ascending. */
    int[] toArray() {
        return Arrays.copyOf(ids, finish());
    }

    /** Returns how many references of all rows, as sets, go to an address that no record has. */
    long dangling() {
        return dangling;
    }

    /** Returns how many references of all rows repeat an earlier one of the same row. */
    long duplicates() {
        return duplicates;
    }

    private static int toSet(int[] values, int count) {
        if (count <= SHORT) {
            insertionSort(values, count);
        } else {
            Arrays.sort(values, 0, count);
        }
        int kept = Math.min(1, count);
        for (int i = 1; i < count; i++) {
            if (values[i] != values[i - 1]) {
                values[kept++] = values[i];
            }
        }
        return kept;
    }

    private static void insertionSort(int[] values, int count) {
        for (int i = 1; i < count; i++) {
            int value = values[i];
            int place = i;
            for (; place > 0 && values[place - 1] > value; place--) {
                values[place] = values[place - 1];
            }
            values[place] = value;
        }
    }
}
