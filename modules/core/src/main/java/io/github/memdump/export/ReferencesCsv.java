package io.github.memdump.export;

import io.github.memdump.dump.scan.Addresses;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.AllReferences;
import io.github.memdump.names.ReferenceName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * References with their names as CSV, one row each: {@code from,to,kind,name,certainty}. The name is empty where none
 * is known; several stand for candidates, the likeliest first, with bars between them. Writes what it is given at once.
 */
public final class ReferencesCsv implements AllReferences.Visitor {
    private static final List<String> HEADER = List.of("from", "to", "kind", "name", "certainty");

    private final Heap heap;
    private final CsvWriter out;
    private long rows;

    /** Begins with the header. */
    public ReferencesCsv(Heap heap, CsvWriter out) throws IOException {
        this.heap = heap;
        this.out = out;
        out.record(HEADER);
    }

    /** Returns the number of rows written. */
    public long rows() {
        return rows;
    }

    /**
     * Writes the references of one object.
     *
     * @throws UncheckedIOException if they cannot be written
     */
    @Override
    public void visit(int holder, long[] targets, ReferenceName[] names) {
        String from = heap.identity(holder);
        try {
            for (int i = 0; i < targets.length; i++) {
                int target = heap.at(targets[i]);
                out.names(from).names(target == Heap.NO_OBJECT ? Addresses.format(targets[i]) : heap.identity(target))
                    .names(names[i].kind().id()).names(String.join("|", names[i].names()))
                    .names(names[i].certainty().id()).end();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        rows += targets.length;
    }
}
