package io.github.memdump.gephi.window.histogram;

import io.github.memdump.analysis.Consumers;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Grouping;
import io.github.memdump.analysis.Histogram;
import io.github.memdump.analysis.OwnObjects;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of a histogram: a key and its figures for each group of objects, those that retain most first. Groups that
 * are only in the earlier dump come last, with no objects. 44 bytes a row and its key; holds nothing of the heap.
 * Immutable.
 */
final class GroupRows {
    private final Grouping grouping;
    private final List<Figure> figures;
    private final String[] keys;
    private final long[][] values;
    private final int[] ranks;

    private GroupRows(Grouping grouping, List<Figure> figures, String[] keys, long[][] values) {
        this.grouping = grouping;
        this.figures = figures;
        this.keys = keys;
        this.values = values;
        this.ranks = ranks(grouping, keys);
    }

    /**
     * Groups the objects of a heap but for those that tracer and dump made: they are of nobody's program. Linear time,
     * and n log n in the groups.
     *
     * @param findings what was found about the heap, its dominators among it
     * @param before   the histogram of the earlier dump, if there is one to compare with
     */
    static GroupRows of(Findings findings, Optional<Histogram> before, Grouping grouping, Task task) {
        List<Consumers.Row> now = Consumers.of(findings.heap(), findings.retained().orElseThrow(), grouping, task)
            .rows();
        Map<String, Histogram.Row> earlier = new HashMap<>();
        before.ifPresent(histogram -> histogram.rows().forEach(row -> earlier.put(row.key(), row)));
        List<String> keys = new ArrayList<>(now.size());
        List<long[]> rows = new ArrayList<>(now.size());
        for (Consumers.Row row : now) {
            Histogram.Row old = earlier.remove(row.key());
            keys.add(row.key());
            rows.add(new long[] {row.count(), row.memsize(), row.retainedSize(),
                row.count() - (old == null ? 0 : old.count()), row.memsize() - (old == null ? 0 : old.memsize())});
        }
        before.ifPresent(histogram -> histogram.rows().stream().filter(row -> earlier.containsKey(row.key()))
            .forEach(row -> {
                keys.add(row.key());
                rows.add(new long[] {0, 0, 0, -row.count(), -row.memsize()});
            }));
        List<Figure> figures = Arrays.asList(Figure.values()).subList(0, before.isPresent() ? 5 : 3);
        return new GroupRows(grouping, figures, keys.toArray(new String[0]), columns(rows));
    }

    /** Returns the histogram of a heap to compare with, without what tracer and dump made. */
    static Histogram before(Heap heap, Grouping grouping) {
        return Histogram.of(heap, grouping,
            NodeSet.of(heap.objectCount(), OwnObjects.of(heap).objects()).complement());
    }

    private static long[][] columns(List<long[]> rows) {
        long[][] columns = new long[Figure.values().length][rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.length; column++) {
                columns[column][row] = rows.get(row)[column];
            }
        }
        return columns;
    }

    private static int[] ranks(Grouping grouping, String[] keys) {
        Integer[] sorted = new Integer[keys.length];
        Arrays.setAll(sorted, row -> row);
        Comparator<String> order = grouping == Grouping.GENERATION
            ? Comparator.comparing((String key) -> key.isEmpty() ? -1 : Integer.parseInt(key))
            : String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());
        Arrays.sort(sorted, Comparator.comparing(row -> keys[row], order));
        int[] ranks = new int[keys.length];
        for (int rank = 0; rank < sorted.length; rank++) {
            ranks[sorted[rank]] = rank;
        }
        return ranks;
    }

    /** Returns by what the objects are grouped. */
    Grouping grouping() {
        return grouping;
    }

    /** Returns the figures that there are. */
    List<Figure> figures() {
        return figures;
    }

    /** Returns the number of rows. */
    int count() {
        return keys.length;
    }

    /** Returns what the objects of a row share; empty where it is not known. */
    String key(int row) {
        return keys[row];
    }

    /** Returns the place of a row's key among all keys in their order. */
    int rank(int row) {
        return ranks[row];
    }

    /** Returns a figure of a row. */
    long value(Figure figure, int row) {
        return values[figure.ordinal()][row];
    }
}
