package io.github.memdump.cli.subset;

import io.github.memdump.cli.command.Session;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.subset.HeapSubset;
import picocli.CommandLine.Command;

/** Some objects of a dump. */
@Command(name = "select", header = {"Takes some objects and the references among them.", ""}, description = {
    OperandCommand.OBJECTS + " memdump's find_all, objects_of_class and objects_of_type are select --where with a"
        + " condition, 'class = \"Name\"', 'class =~ /pattern/' or 'type = STRING'.", "", SubsetCommand.WRITES, ""},
    footer = {"", "Examples:", "  memdump select after.json.gz --where 'class =~ /^Shop::/' -o shop.json",
        "  memdump select after.json --before before.json --where new -o new.json.gz", "",
        "Next: with the paths that hold them: memdump roots-of DUMP --where SELECTION"})
public final class SelectCommand extends OperandCommand {
    /** Makes the command for one run. */
    public SelectCommand(Session session) {
        super(session);
    }

    @Override
    HeapSubset operate(HeapSubset whole, NodeSet objects) {
        return whole.keep(objects);
    }
}
