package io.github.memdump.cli.subset;

import io.github.memdump.cli.command.Session;
import io.github.memdump.subset.HeapSubset;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** An operation on a whole dump, {@code DUMP [OUT]}; {@code --where} says which objects of its result to keep. */
abstract class ResultCommand extends SubsetCommand {
    /** What the help of all of them says of {@code --where}. */
    static final String WHERE = "With --where only these objects of the result are kept.";

    @Parameters(index = "1", arity = "0..1", paramLabel = "OUT", description = "The same as -o.")
    private Path target;

    ResultCommand(Session session) {
        super(session);
    }

    /** Applies the operation. */
    abstract HeapSubset operate(HeapSubset whole) throws IOException;

    @Override
    final HeapSubset apply(HeapSubset whole) throws IOException {
        HeapSubset result = operate(whole);
        return isSelecting() ? result.keep(selected(whole.heap())) : result;
    }

    @Override
    Path argument() {
        return target;
    }
}
