package io.github.memdump.cli;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.KeepAlive;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The values of some columns for all objects of a heap; only what these columns need has been computed. Immutable. */
final class TableValues implements ObjectRows.Values {
    private static final Set<Column> COMPARING =
        EnumSet.of(Column.IN_AFTER, Column.BORDER, Column.KEEPALIVE_NEW_COUNT);
    private static final Set<Column> RETAINED =
        EnumSet.of(Column.RETAINED_COUNT, Column.RETAINED_SIZE, Column.DOMINATOR);

    private final Findings findings;
    /** Null where it is not wanted. */
    private final KeepAlive keepAliveNew;

    private TableValues(Findings findings, KeepAlive keepAliveNew) {
        this.findings = findings;
        this.keepAliveNew = keepAliveNew;
    }

    /** Returns whether a column needs an earlier dump. */
    static boolean comparing(Column column) {
        return COMPARING.contains(column);
    }

    /** Computes columns that need no earlier dump. */
    static TableValues of(Heap heap, List<Column> columns, Task task) {
        return new TableValues(builder(heap, columns, task).build(), null);
    }

    /** Computes columns of the later one of two dumps. */
    static TableValues of(HeapDiff diff, List<Column> columns, Task task) {
        Heap heap = diff.after();
        Findings.Builder builder = builder(heap, columns, task);
        if (columns.stream().anyMatch(COMPARING::contains)) {
            builder.compared(diff, task);
        }
        Findings findings = builder.build();
        KeepAlive keepAliveNew = null;
        if (columns.contains(Column.KEEPALIVE_NEW_COUNT)) {
            NodeSet newObjects = findings.diff().orElseThrow().newObjects();
            keepAliveNew = KeepAlive.inside(heap, newObjects, newObjects, task);
        }
        return new TableValues(findings, keepAliveNew);
    }

    private static Findings.Builder builder(Heap heap, List<Column> columns, Task task) {
        Findings.Builder builder = Findings.of(heap);
        if (columns.contains(Column.ROOT_DISTANCE)) {
            builder.distances(task);
        }
        if (columns.stream().anyMatch(RETAINED::contains)) {
            builder.retained(task);
        }
        if (columns.contains(Column.KEEPALIVE_COUNT)) {
            // Before there is a comparison: the count inside the new objects is wanted of these alone.
            builder.keepAliveOf(NodeSet.all(heap.objectCount()), task);
        }
        return builder;
    }

    /** Returns the heap. */
    Heap heap() {
        return findings.heap();
    }

    @Override
    public long number(Column column, int object) {
        if (column != Column.KEEPALIVE_NEW_COUNT || keepAliveNew == null) {
            return findings.number(column, object);
        }
        int count = keepAliveNew.count(object);
        return count == KeepAlive.NOT_COUNTED ? Findings.ABSENT : count;
    }

    @Override
    public String text(Column column, int object) {
        if (column != Column.KEEPALIVE_NEW_COUNT) {
            return findings.text(column, object);
        }
        long count = number(column, object);
        return count == Findings.ABSENT ? "" : Long.toString(count);
    }
}
