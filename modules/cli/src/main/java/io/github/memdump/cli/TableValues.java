package io.github.memdump.cli;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.WalkBarrier;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.select.Need;
import io.github.memdump.task.Task;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds out what some columns, and a selection besides, need for all objects of a heap, and nothing else. */
final class TableValues {
    private static final Set<Column> COMPARING =
        EnumSet.of(Column.IN_AFTER, Column.FIRST_DUMP, Column.BORDER, Column.KEEPALIVE_NEW_COUNT);

    private final List<Column> columns;
    private final Set<Need> needs;
    private final WalkBarrier stops;
    private final Task task;

    TableValues(List<Column> columns, Set<Need> besides, WalkBarrier stops, Task task) {
        this.columns = columns;
        this.needs = besides;
        this.stops = stops;
        this.task = task;
    }

    /** Returns whether a column needs an earlier dump. */
    static boolean comparing(Column column) {
        return COMPARING.contains(column);
    }

    /** Finds out what columns need that need no earlier dump. */
    Findings of(Heap heap) {
        return builder(heap).build();
    }

    /** Finds out what columns of the later one of two dumps need. */
    Findings of(HeapDiff diff) {
        Findings.Builder builder = builder(diff.after());
        if (columns.stream().anyMatch(COMPARING::contains) || needs(Need.DIFF) || needs(Need.BORDER)) {
            builder.compared(diff, task);
        }
        if (wants(Column.KEEPALIVE_NEW_COUNT) || needs(Need.DIFF) && needs(Need.KEEPALIVE)) {
            builder.keepAliveNewCounts(NodeSet.all(diff.after().objectCount()), task);
        }
        return builder.build();
    }

    private Findings.Builder builder(Heap heap) {
        Findings.Builder builder = Findings.of(heap).stoppingAt(stops);
        if (wants(Column.ROOT_DISTANCE) || needs(Need.DISTANCES)) {
            builder.distances(task);
        }
        if (wants(Column.RETAINED_COUNT, Column.RETAINED_SIZE, Column.DOMINATOR) || needs(Need.RETAINED)) {
            builder.retained(task);
        }
        boolean wantsNewAlone = wants(Column.KEEPALIVE_NEW_COUNT) && !wants(Column.KEEPALIVE_COUNT);
        if (wants(Column.KEEPALIVE_COUNT, Column.KEEPALIVE_ESTIMATED) && !wantsNewAlone || needs(Need.KEEPALIVE)) {
            builder.keepAliveCounts(NodeSet.all(heap.objectCount()), task);
        }
        return builder;
    }

    private boolean needs(Need need) {
        return needs.contains(need);
    }

    private boolean wants(Column... any) {
        return Arrays.stream(any).anyMatch(columns::contains);
    }
}
