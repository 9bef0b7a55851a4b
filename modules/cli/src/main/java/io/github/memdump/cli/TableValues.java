package io.github.memdump.cli;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.KeepAlive;
import io.github.memdump.dump.DumpException;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.value.Value;
import io.github.memdump.value.Values;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
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
    /** By object, null where it was not asked for. */
    private final Value[] values;

    private TableValues(Findings findings, KeepAlive keepAliveNew, Value[] values) {
        this.findings = findings;
        this.keepAliveNew = keepAliveNew;
        this.values = values;
    }

    /** Returns the same with the values of some objects, which it reads. */
    TableValues with(Values source, int[] objects, Task task) throws DumpException {
        Value[] byObject = new Value[heap().objectCount()];
        Value[] read = source.of(objects, task);
        for (int i = 0; i < objects.length; i++) {
            byObject[objects[i]] = read[i];
        }
        return new TableValues(findings, keepAliveNew, byObject);
    }

    /** Returns whether a column needs an earlier dump. */
    static boolean comparing(Column column) {
        return COMPARING.contains(column);
    }

    /** Computes columns that need no earlier dump. */
    static TableValues of(Heap heap, List<Column> columns, Task task) {
        return new TableValues(builder(heap, columns, task).build(), null, new Value[0]);
    }

    /** Computes columns of the later one of two dumps. */
    static TableValues of(DumpPair dumps, List<Column> columns, Task task) {
        Heap heap = dumps.after();
        Findings.Builder builder = builder(heap, columns, task);
        if (columns.stream().anyMatch(COMPARING::contains)) {
            builder.comparedWith(dumps.before(), task);
        }
        Findings findings = builder.build();
        KeepAlive keepAliveNew = null;
        if (columns.contains(Column.KEEPALIVE_NEW_COUNT)) {
            NodeSet newObjects = findings.diff().orElseThrow().newObjects();
            keepAliveNew = KeepAlive.inside(heap, newObjects, newObjects, task);
        }
        return new TableValues(findings, keepAliveNew, new Value[0]);
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
    public Optional<Value> value(int object) {
        return object < values.length ? Optional.ofNullable(values[object]) : Optional.empty();
    }

    @Override
    public String text(Column column, int object) {
        if (column == Column.VALUE) {
            return value(object).map(ValueText::cell).orElse("");
        }
        if (column != Column.KEEPALIVE_NEW_COUNT) {
            return findings.text(column, object);
        }
        long count = number(column, object);
        return count == Findings.ABSENT ? "" : Long.toString(count);
    }
}
