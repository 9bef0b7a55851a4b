package io.github.memdump.cli.subset;

import io.github.memdump.cli.command.Session;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.subset.HeapSubset;
import io.github.memdump.subset.ObjectGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A dump in which one record stands for many. */
@Command(name = "group", header = {"Makes one object of many.", ""}, description = {
    OperandCommand.OBJECTS + " In their place there is one record of the type GROUP, which holds what they held and is"
        + " held by what held them, with their number and the sum of their bytes. It has the address of the first of"
        + " them.", "", SubsetCommand.WRITES, ""},
    footer = {"", "Example:", "  memdump group after.json.gz --where 'file =~ \"/gems/\"' --name gems -o grouped.json",
        "", "Next: see it in Gephi: memdump gml grouped.json"})
public final class GroupCommand extends OperandCommand {
    @Option(names = "--name", paramLabel = "NAME", required = true, description = "What the group is called.")
    private String name;

    /** Makes the command for one run. */
    public GroupCommand(Session session) {
        super(session);
    }

    @Override
    HeapSubset operate(HeapSubset whole, NodeSet objects) {
        return ObjectGroup.in(whole, name, objects, task());
    }
}
