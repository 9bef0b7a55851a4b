package io.github.memdump.cli.subset;

import io.github.memdump.cli.command.Session;
import io.github.memdump.export.DumpWriter;
import io.github.memdump.subset.HeapSubset;
import io.github.memdump.subset.ReplaceClass;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Names in the place of the addresses of classes. */
@Command(name = "replace-class", header = {"Writes the names of classes in the place of their addresses.", ""},
    description = {
        "Each record says the name of its class in class, and its address in class_address, as memdump writes them;"
            + " other tools can then group records by class. This program knows the names anyway, and reads such dumps"
            + " like any other.", "",
        "With --add-ref each object also refers to its class, where the class is in the dump: much more is then"
            + " reachable from everything.", "", SubsetCommand.WRITES, "", ResultCommand.WHERE, ""},
    footer = {"", "Examples:", "  memdump replace-class after.json.gz named.json.gz",
        "  memdump replace-class --add-ref after.json -o named.json", "",
        "Next: memdump gml named.json makes a graph of it"})
public final class ReplaceClassCommand extends ResultCommand {
    @Option(names = "--add-ref", description = "Add a reference from each object to its class.")
    private boolean addRef;

    /** Makes the command for one run. */
    public ReplaceClassCommand(Session session) {
        super(session);
    }

    @Override
    HeapSubset operate(HeapSubset whole) {
        return addRef ? ReplaceClass.withReferences(whole, task()) : whole;
    }

    @Override
    DumpWriter adapted(DumpWriter writer) {
        return writer.replacingClasses();
    }
}
