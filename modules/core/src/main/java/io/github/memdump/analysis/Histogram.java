package io.github.memdump.analysis;

import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts and bytes of objects by class, type, file, allocation site or generation. Immutable. */
public final class Histogram {
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
            return new Row(key, count + other.count, memsize + other.memsize);
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

    /** Returns the histogram of some objects of a heap; linear time, 20 bytes per distinct key number. */
    public static Histogram of(Heap heap, Grouping grouping, NodeSet objects) {
        int numbers = grouping.numbers(heap);
        long[] counts = new long[numbers];
        long[] sizes = new long[numbers];
        int[] examples = new int[numbers];
        for (int object = objects.nextMember(0); object >= 0; object = objects.nextMember(object + 1)) {
            int number = grouping.number(heap, object);
            counts[number]++;
            sizes[number] += heap.memsize(object);
            examples[number] = object;
        }
        Map<String, Row> byKey = new HashMap<>();
        for (int number = 0; number < numbers; number++) {
            if (counts[number] > 0) {
                Row row = new Row(grouping.key(heap, examples[number]), counts[number], sizes[number]);
                byKey.merge(row.key(), row, Row::plus);
            }
        }
        List<Row> rows = new ArrayList<>(byKey.values());
        rows.sort(Comparator.comparingLong(Row::count).reversed().thenComparing(Row::key));
        return new Histogram(rows);
    }

    /** Returns the rows, by count descending, then key. */
    public List<Row> rows() {
        return rows;
    }
}
