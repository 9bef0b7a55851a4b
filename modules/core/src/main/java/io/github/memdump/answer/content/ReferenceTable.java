package io.github.memdump.answer.content;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.CellKind;
import io.github.memdump.answer.TableColumn;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.ReferenceNames;
import io.github.memdump.view.ObjectNames;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Tables whose rows are objects that a reference leads to or comes from: the steps of a path, what an object refers to,
 * who refers to it. Immutable, thread-safe.
 */
public final class ReferenceTable {
    /** How many rows of a path people see at most. */
    private static final int LONGEST = 60;

    private final Findings findings;
    private final ObjectNames names;
    private final ReferenceNames via;
    private final List<TableColumn<Reference>> forMachines;

    /** Prepares tables in which machines see the given columns of objects. */
    public ReferenceTable(Findings findings, ObjectNames names, List<Column> columns, ReferenceNames via) {
        this.findings = findings;
        this.names = names;
        this.via = via;
        List<TableColumn<Reference>> all = ObjectColumns.of(findings, columns).stream()
            .map(column -> column.over(Reference::shown)).collect(Collectors.toList());
        all.add(TableColumn.inner("via", row -> row.from == Heap.NO_OBJECT ? null
            : NameWords.via(via.of(row.from, row.to))));
        this.forMachines = List.copyOf(all);
    }

    /** A reference, and which end of it a row shows. Immutable. */
    public static final class Reference {
        private final int from;
        private final int to;
        private final boolean isFromShown;

        private Reference(int from, int to, boolean isFromShown) {
            this.from = from;
            this.to = to;
            this.isFromShown = isFromShown;
        }

        /** Returns the object that is referred to. */
        public int to() {
            return to;
        }

        /** Returns the object of the row. */
        int shown() {
            return isFromShown ? from : to;
        }
    }

    /** Begins the table {@code rows} of a path, from its beginning on. */
    public AnswerTable.Builder<Reference> path(int[] path) {
        return table(path.length, i -> new Reference(i == 0 ? Heap.NO_OBJECT : path[i - 1], path[i], false))
            .whole(LONGEST);
    }

    /** Begins the table {@code rows} of what an object refers to. */
    public AnswerTable.Builder<Reference> references(int object) {
        Heap heap = findings.heap();
        int from = heap.references().from(object);
        return table(heap.references().outDegree(object),
            i -> new Reference(object, heap.references().target(from + i), false));
    }

    /** Begins the table {@code rows} of what refers to an object. */
    public AnswerTable.Builder<Reference> referrers(int object) {
        Heap heap = findings.heap();
        int from = heap.referrers().from(object);
        return table(heap.referrers().outDegree(object),
            i -> new Reference(heap.referrers().target(from + i), object, true));
    }

    private AnswerTable.Builder<Reference> table(int size, IntFunction<Reference> rows) {
        return AnswerTable.of("rows", size, rows).columns(forMachines);
    }

    /** Returns the columns of a table for people but for figures: what the objects are and where they were made. */
    public List<TableColumn<Reference>> forPeople() {
        Heap heap = findings.heap();
        return List.of(
            TableColumn.<Reference>text(null, row -> row.from == Heap.NO_OBJECT ? ""
                : NameWords.of(via.of(row.from, row.to))).titled("held by"),
            TableColumn.<Reference>text(CellKind.CLASS, null, row -> row.isFromShown ? names.of(row.from)
                : names.of(row.from, row.to)).titled("class"),
            TableColumn.<Reference>text(CellKind.OBJECT, null, row -> heap.isRoot(row.shown()) ? ""
                : heap.identity(row.shown())).titled("object"),
            ObjectColumns.site(findings).over(Reference::shown));
    }

    /** Returns a column of figures of the objects for people. */
    public TableColumn<Reference> figure(Column column) {
        return ObjectColumns.of(findings, column).forPeople(column.id()).over(Reference::shown);
    }
}
