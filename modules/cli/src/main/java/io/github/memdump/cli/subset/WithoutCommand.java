package io.github.memdump.cli.subset;

import io.github.memdump.cli.command.Session;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.subset.HeapSubset;
import picocli.CommandLine.Command;

/** A dump without some objects. */
@Command(name = "without", header = {"Takes out objects and all references to them.", ""}, description = {
    OperandCommand.OBJECTS + " What they held stays, even if nothing holds it any more. memdump calls this remove"
        + " too.", "", SubsetCommand.WRITES, ""},
    footer = {"", "Examples:", "  memdump without after.json.gz --where 'type = SHAPE' -o objects.json.gz",
        "  memdump without after.json.gz 0x7ffff4188200 -o rest.json", "",
        "Next: take out what they alone held as well: memdump remove-node DUMP OBJECT"})
public final class WithoutCommand extends OperandCommand {
    /** Makes the command for one run. */
    public WithoutCommand(Session session) {
        super(session);
    }

    @Override
    HeapSubset operate(HeapSubset whole, NodeSet objects) {
        return whole.without(objects);
    }
}
