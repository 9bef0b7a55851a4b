package io.github.memdump.cli.subset;

import io.github.memdump.cli.command.Session;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.subset.HeapSubset;
import picocli.CommandLine.Command;

/** A dump without some objects whose referrers refer to what they held. */
@Command(name = "collapse", header = {"Takes out objects and lets their referrers refer to what they held.", ""},
    description = {
        OperandCommand.OBJECTS + " Objects that are held by them alone stay, held by what held them; over many of them"
            + " in a row too.", "", SubsetCommand.WRITES, ""},
    footer = {"", "Examples:", "  memdump collapse after.json.gz --where 'type in (HASH, ARRAY)' -o flat.json.gz",
        "  memdump collapse after.json.gz --where 'file =~ \"/gems/\" and type = OBJECT' -o mine.gml", "",
        "Next: the usual collapse in one go: memdump cleanup DUMP"})
public final class CollapseCommand extends OperandCommand {
    /** Makes the command for one run. */
    public CollapseCommand(Session session) {
        super(session);
    }

    @Override
    HeapSubset operate(HeapSubset whole, NodeSet objects) {
        return whole.collapse(objects, task());
    }
}
