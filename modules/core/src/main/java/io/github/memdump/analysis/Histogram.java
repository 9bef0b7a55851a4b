package io.github.memdump.analysis;

import io.github.memdump.array.NamedArrays;
import io.github.memdump.array.Saturating;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;

/** Counts and bytes of objects by class, type, file, allocation site or generation. Immutable. */
public final class Histogram {
    private static final int FEW_GROUPS = 1024;

    private final List<Row> rows;

    private Histogram(List<Row> rows) {
        this.rows = Collections.unmodifiableList(rows);
    }

    /** One group. Immutable. */
    public static final class Row {
        private final String key;
        private final long count;
        private final long memsize;

        Row(String key, long count, long memsize) {
            this.key = key;
            this.count = count;
            this.memsize = memsize;
        }

        Row plus(Row other) {
            return new Row(key, count + other.count, Saturating.sum(memsize, other.memsize));
        }

        /** Returns what the objects of the group share; empty where it is not known. */
        public String key() {
            return key;
        }

        /** Returns the number of objects. */
        public long count() {
            return count;
        }

        /** Returns the sum of their sizes in bytes. */
        public long memsize() {
            return memsize;
        }
    }

    /** Returns the histogram of all objects of a heap; linear time. */
    public static Histogram of(Heap heap, Grouping grouping) {
        return of(heap, grouping, NodeSet.all(heap.objectCount()));
    }

    /** Returns the histogram of some objects of a heap; linear time, 16 to 32 bytes per group, 4 per class or site. */
    public static Histogram of(Heap heap, Grouping grouping, NodeSet objects) {
        return of(heap, grouping, objects, heap::memsize);
    }

    /** Returns the histogram of the old objects that became larger, in which a size is what they grew by. */
    public static Histogram ofGrowth(HeapDiff diff, Grouping grouping) {
        return of(diff.after(), grouping, diff.grownObjects(), diff::growth);
    }

    private static Histogram of(Heap heap, Grouping grouping, NodeSet objects, IntToLongFunction size) {
        KeyedGroups groups = KeyedGroups.none(heap, grouping);
        long[] counts = new long[FEW_GROUPS];
        long[] sizes = new long[FEW_GROUPS];
        for (int object = objects.nextMember(0); object >= 0; object = objects.nextMember(object + 1)) {
            int group = groups.groupOrNew(object);
            if (group == counts.length) {
                counts = Arrays.copyOf(counts, 2 * group);
                sizes = Arrays.copyOf(sizes, 2 * group);
            }
            counts[group]++;
            sizes[group] = Saturating.sum(sizes[group], size.applyAsLong(object));
        }
        List<Row> rows = new ArrayList<>();
        for (int group = 0; group < groups.count(); group++) {
            rows.add(new Row(groups.key(group), counts[group], sizes[group]));
        }
        return sorted(rows);
    }

    /** Returns the histogram of some rows of different keys, which it sorts. */
    static Histogram sorted(List<Row> rows) {
        rows.sort(Comparator.comparingLong(Row::count).reversed().thenComparing(Row::key));
        return new Histogram(rows);
    }

    /** Returns the histogram that {@link #putInto} has put among these arrays. */
    static Histogram from(NamedArrays arrays) {
        String[] keys = arrays.strings("keys");
        long[] counts = arrays.longs("counts");
        long[] sizes = arrays.longs("sizes");
        List<Row> rows = new ArrayList<>(keys.length);
        for (int row = 0; row < keys.length; row++) {
            rows.add(new Row(keys[row], counts[row], sizes[row]));
        }
        return new Histogram(rows);
    }

    /** Puts all rows, in their order. */
    void putInto(NamedArrays arrays) {
        arrays.putStrings("keys", rows.stream().map(Row::key).collect(Collectors.toList()));
        arrays.put("counts", rows.stream().mapToLong(Row::count).toArray());
        arrays.put("sizes", rows.stream().mapToLong(Row::memsize).toArray());
    }

    /** Returns the rows, by count descending, then key. */
    public List<Row> rows() {
        return rows;
    }
}
