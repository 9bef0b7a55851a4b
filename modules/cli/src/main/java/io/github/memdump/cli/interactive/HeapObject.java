package io.github.memdump.cli.interactive;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.content.PathLine;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.ReferenceNames;
import io.github.memdump.text.Printable;
import io.github.memdump.view.ObjectNames;

/** One object of a {@link Dump}: what memdump calls a record. Immutable, thread-safe. */
public final class HeapObject {
    private final Dump dump;
    private final int object;

    HeapObject(Dump dump, int object) {
        this.dump = dump;
        this.object = object;
    }

    /** Returns the identity, which finds the object again: {@code address:generation}, an address or a root's name. */
    public String identity() {
        return dump.heap().identity(object);
    }

    /** Returns the name of its class. */
    public String className() {
        return dump.heap().className(object);
    }

    /** Returns the record type, such as {@code STRING}. */
    public String type() {
        return dump.heap().typeName(object);
    }

    /** Returns its size in bytes. */
    public long memsize() {
        return dump.subset().memsize(object);
    }

    /** Returns how many objects of the dump it refers to. */
    public int outDegree() {
        return dump.subset().references().outDegree(object);
    }

    /** Returns the number in a column, -1 where the column does not apply to the object. */
    public long number(String column) {
        Column named = dump.column(column);
        if (named.kind() == Column.Kind.TEXT) {
            throw new Mistake("Column " + named.id() + " is text: .text(\"" + named.id() + "\")");
        }
        long number = dump.findings(named).number(named, object);
        return number == Findings.ABSENT ? -1 : number;
    }

    /** Returns the text in a column, empty where the column does not apply to the object. */
    public String text(String column) {
        Column named = dump.column(column);
        return dump.findings(named).text(named, object);
    }

    /**
     * Returns the path from a root to it on one line, with what each step is held by; empty if no root reaches it. The
     * records on the path are read from the dump again.
     */
    public String path() {
        Heap heap = dump.heap();
        int[] path = dump.findings(Column.ROOT_DISTANCE).fromRoots().orElseThrow().path(object);
        NodeSet steps = NodeSet.of(heap.objectCount(), path);
        ReferenceNames via = ReferenceNames.ofDump(heap, path, steps::contains, dump.source().task());
        return Printable.of(new PathLine(new ObjectNames(heap), heap, via).of(path));
    }

    /** Returns the number by which the Java API of the engine knows the object. */
    public int id() {
        return object;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HeapObject && ((HeapObject) other).object == object
            && ((HeapObject) other).dump.heap() == dump.heap();
    }

    @Override
    public int hashCode() {
        return object;
    }

    @Override
    public String toString() {
        String site = dump.heap().sites().place(dump.heap().site(object));
        String name = dump.heap().name(object);
        return Printable.of(identity() + ": " + type() + " " + className() + (name.isEmpty() ? "" : " " + name) + ", "
            + Figures.bytes(memsize()) + ", " + Figures.count(outDegree(), "reference")
            + (site.isEmpty() ? "" : ", allocated at " + site));
    }
}
