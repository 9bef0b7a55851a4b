package io.github.memdump.export;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.subset.HeapSubset;
import io.github.memdump.subset.ObjectGroup;
import io.github.memdump.file.Output;
import io.github.memdump.file.Target;
import io.github.memdump.graph.Graph;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.text.Printable;
import io.github.memdump.view.EdgeKind;
import io.github.memdump.view.ObjectNames;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Writes a subset as GML (M. Himsolt: GML, a portable graph file format, 1997), as memdump's {@code gml} does: a node
 * for each object with its columns, an edge for each reference with its {@code kind}.
 *
 * <p>Node ids are identities in quotes, so that Gephi shows them as they are. Columns that do not apply to an object
 * are left out. What is not printable, line ends aside, is escaped. Immutable; linear time.
 */
public final class GmlWriter {
    private static final int STEP = 1 << 13;

    private final Findings findings;
    private final Heap heap;
    private final List<Column> columns;

    private GmlWriter(Findings findings, List<Column> columns) {
        this.findings = findings;
        this.heap = findings.heap();
        this.columns = Collections.unmodifiableList(new ArrayList<>(columns));
    }

    /** Returns a writer of some columns. */
    public static GmlWriter of(Findings findings, List<Column> columns) {
        return new GmlWriter(findings, columns);
    }

    /** Returns a writer of all columns but values, of which those that nothing was found out about stay empty. */
    public static GmlWriter of(Findings findings) {
        return of(findings, Column.ofFindings());
    }

    /**
     * Writes a file.
     *
     * @throws IOException                               if the file cannot be written; then there is none
     * @throws io.github.memdump.task.CancelledException if the task was cancelled; then there is no file
     */
    public void write(HeapSubset subset, Target target, Task task) throws IOException {
        try (Output file = Output.to(target)) {
            write(subset, file.stream(), task);
            file.commit();
        }
    }

    /** Writes to a stream, which stays open. */
    public void write(HeapSubset subset, OutputStream stream, Task task) throws IOException {
        ObjectNames names = new ObjectNames(heap);
        task.phase("Writing nodes", subset.size());
        GmlText gml = new GmlText(stream);
        for (int object = next(subset, -1, task); object >= 0; object = next(subset, object, task)) {
            node(subset, object, names, gml);
        }
        task.phase("Writing edges", subset.size());
        for (int object = next(subset, -1, task); object >= 0; object = next(subset, object, task)) {
            edges(subset, object, gml);
        }
        gml.finish();
    }

    private static int next(HeapSubset subset, int object, Task task) {
        if ((object & STEP - 1) == STEP - 1 && object > 0) {
            task.done(STEP);
        }
        return subset.objects().nextMember(object + 1);
    }

    private void node(HeapSubset subset, int object, ObjectNames names, GmlText gml) throws IOException {
        gml.node().text("id", heap.identity(object)).text("label",
            Printable.lines(subset.groupOf(object).map(ObjectGroup::name).orElseGet(() -> names.of(object))));
        for (Column column : columns) {
            if (column.kind() == Column.Kind.NUMBER) {
                long number = column == Column.MEMSIZE ? subset.memsize(object) : findings.number(column, object);
                if (number != Findings.ABSENT) {
                    gml.number(column.id(), number);
                }
            } else {
                gml.textIfAny(column.id(), Printable.lines(findings.text(column, object)));
            }
        }
        gml.end();
    }

    private void edges(HeapSubset subset, int object, GmlText gml) throws IOException {
        Graph references = subset.references();
        for (int i = references.from(object); i < references.to(object); i++) {
            gml.edge().text("source", heap.identity(object)).text("target", heap.identity(references.target(i)))
                .text("kind", kind(object, references.target(i)).id()).end();
        }
    }

    private EdgeKind kind(int source, int target) {
        // Ruby never lists an object's own class, so this one was added, if not here then in the dump that was read.
        if (heap.classObject(source) == target) {
            return EdgeKind.CLASS;
        }
        return heap.overPlainReferences().references().hasEdge(source, target) ? EdgeKind.REFERENCE
            : EdgeKind.COLLAPSED;
    }
}
