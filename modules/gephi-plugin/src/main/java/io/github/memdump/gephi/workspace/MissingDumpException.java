package io.github.memdump.gephi.workspace;

import io.github.memdump.dump.DumpException;
import io.github.memdump.gephi.task.WayOut;
import io.github.memdump.gephi.task.WithWaysOut;
import java.util.List;

/** A dump of the workspace is gone, or is no longer the same. */
final class MissingDumpException extends DumpException implements WithWaysOut {
    private static final long serialVersionUID = 1L;

    MissingDumpException(String message) {
        super(message);
    }

    @Override
    public List<WayOut> waysOut() {
        return List.of(WayOut.locateDumps());
    }
}
