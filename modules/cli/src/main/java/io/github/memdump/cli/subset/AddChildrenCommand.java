package io.github.memdump.cli.subset;

import io.github.memdump.cli.command.Session;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.subset.HeapSubset;
import io.github.memdump.subset.Roots;
import picocli.CommandLine.Command;

/** Some objects and what they refer to. */
@Command(name = "add-children", header = {"Takes some objects together with what they refer to.", ""}, description = {
    OperandCommand.OBJECTS + " One step of references is followed; memdump subgraph-of follows more.", "",
    SubsetCommand.WRITES, ""},
    footer = {"", "Example:",
        "  memdump add-children after.json.gz --where 'class = \"Shop::Session\"' -o two.json", "",
        "Next: everything that one of them holds: memdump subgraph-of DUMP OBJECT"})
public final class AddChildrenCommand extends OperandCommand {
    /** Makes the command for one run. */
    public AddChildrenCommand(Session session) {
        super(session);
    }

    @Override
    HeapSubset operate(HeapSubset whole, NodeSet objects) {
        return Roots.withChildren(whole, objects);
    }
}
