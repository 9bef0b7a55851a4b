package io.github.memdump.cli.subset;

import io.github.memdump.cli.command.Session;
import io.github.memdump.subset.HeapSubset;
import io.github.memdump.subset.Roots;
import picocli.CommandLine.Command;

/** Objects that nothing refers to. */
@Command(name = "roots", header = {"Takes the objects that nothing refers to.", ""}, description = {
    "As in memdump these are not only the ROOT objects, but also what the dump does not say the holder of; in a part"
        + " of a heap, what the rest of it held.", "", SubsetCommand.WRITES, "", ResultCommand.WHERE, ""},
    footer = {"", "Examples:", "  memdump roots after.json.gz -o roots.json",
        "  memdump roots after.json.gz --where 'not root' | memdump stats -", "",
        "Next: what one of them holds: memdump subgraph-of DUMP OBJECT"})
public final class RootsCommand extends ResultCommand {
    /** Makes the command for one run. */
    public RootsCommand(Session session) {
        super(session);
    }

    @Override
    HeapSubset operate(HeapSubset whole) {
        return Roots.of(whole);
    }
}
