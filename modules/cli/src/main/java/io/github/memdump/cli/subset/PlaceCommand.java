package io.github.memdump.cli.subset;

import io.github.memdump.cli.option.DumpAndObject;
import io.github.memdump.cli.option.Places;
import io.github.memdump.cli.command.Session;
import io.github.memdump.subset.HeapSubset;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/**
 * An operation on one object, {@code DUMP OBJECT [OUT]} as the gem has it; {@code --where} says which objects of its
 * result to keep.
 */
abstract class PlaceCommand extends SubsetCommand {
    @Parameters(index = "1", paramLabel = "OBJECT", description = "The object: its address 0x…, its identity"
        + " 0x…:GENERATION as memdump prints it, or the name of a root such as vm.")
    private String place;

    @Parameters(index = "2", arity = "0..1", paramLabel = "OUT", description = "The same as -o.")
    private Path target;

    PlaceCommand(Session session) {
        super(session);
    }

    /** Applies the operation to an object of the heap. */
    abstract HeapSubset operate(HeapSubset whole, int object) throws IOException;

    @Override
    final HeapSubset apply(HeapSubset whole) throws IOException {
        int object = Places.find(whole.heap(), areSwapped() ? super.dump() : place);
        HeapSubset result = operate(whole, object);
        return isSelecting() ? result.keep(selected(whole.heap())) : result;
    }

    /** The object may come first, as with show and paths. */
    @Override
    final String dump() {
        return areSwapped() ? place : super.dump();
    }

    private boolean areSwapped() {
        return DumpAndObject.areSwapped(super.dump(), place);
    }

    @Override
    Path argument() {
        return target;
    }
}
