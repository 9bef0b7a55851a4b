package io.github.memdump.cli.subset;

import io.github.memdump.cli.command.Session;
import io.github.memdump.subset.HeapSubset;
import io.github.memdump.subset.RootOf;
import picocli.CommandLine.Command;

/** Everything that holds an object, directly or not. */
@Command(name = "root-of", header = {"Takes everything that holds an object, directly or not.", ""}, description = {
    "All objects from which the object can be reached, itself included, up to the roots. For one shortest path, which"
        + " is mostly easier to read, use roots-of.", "", SubsetCommand.WRITES, "", ResultCommand.WHERE, ""},
    footer = {"", "Examples:", "  memdump root-of after.json.gz 0x7ffff4188200 -o holders.json",
        "  memdump root-of after.json.gz 0x7ffff4188200 --where 'not type = IMEMO' -o holders.gml", "",
        "Next: one shortest path: memdump roots-of DUMP OBJECT"})
public final class RootOfCommand extends PlaceCommand {
    /** Makes the command for one run. */
    public RootOfCommand(Session session) {
        super(session);
    }

    @Override
    HeapSubset operate(HeapSubset whole, int object) {
        return RootOf.of(whole, object, task());
    }
}
