package io.github.memdump.cli.subset;

import io.github.memdump.cli.command.Session;
import io.github.memdump.subset.HeapSubset;
import io.github.memdump.subset.RemoveNode;
import picocli.CommandLine.Command;

/** What would be left without an object. */
@Command(name = "remove-node", header = {"Takes out an object and all that it alone keeps alive.", ""}, description = {
    "What is left is what the roots still reach without the object. Roots are all objects that nothing refers to, as"
        + " in memdump; what none of them reached before is left out too.", "", SubsetCommand.WRITES, "",
    ResultCommand.WHERE, ""},
    footer = {"", "Example:", "  memdump remove-node after.json.gz 0x7ffff4188200 -o without.json.gz", "",
        "Next: what the object retains: memdump dominators --where 'address = 0x7ffff4188200' after.json.gz"})
public final class RemoveNodeCommand extends PlaceCommand {
    /** Makes the command for one run. */
    public RemoveNodeCommand(Session session) {
        super(session);
    }

    @Override
    HeapSubset operate(HeapSubset whole, int object) {
        return RemoveNode.from(whole, object, task());
    }
}
