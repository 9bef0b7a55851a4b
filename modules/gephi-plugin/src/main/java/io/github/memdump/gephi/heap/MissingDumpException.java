package io.github.memdump.gephi.heap;

import io.github.memdump.dump.DumpException;
import io.github.memdump.gephi.task.Remedy;
import io.github.memdump.gephi.task.WithRemedies;
import java.util.List;

/** A dump is gone, or is no longer the same. Where it is one of the current workspace, it can be located. */
final class MissingDumpException extends DumpException implements WithRemedies {
    private static final long serialVersionUID = 1L;

    MissingDumpException(String message) {
        super(message);
    }

    @Override
    public List<Remedy> waysOut() {
        boolean isOfWorkspace = HeapTies.current().filter(heap -> !heap.missing().isEmpty()).isPresent();
        return isOfWorkspace ? List.of(Remedy.locateDumps()) : List.of();
    }
}
