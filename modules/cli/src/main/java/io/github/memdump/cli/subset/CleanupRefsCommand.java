package io.github.memdump.cli.subset;

import io.github.memdump.answer.Answer;
import io.github.memdump.cli.command.Session;
import io.github.memdump.subset.HeapSubset;
import picocli.CommandLine.Command;

/** A dump without dangling references. */
@Command(name = "cleanup-refs", header = {"Takes out references to objects that are not in the dump.", ""},
    description = {
        "Dangling references go, and references that a record repeats are written once. Every command that writes a"
            + " dump does the same; this one does nothing else.", "",
        SubsetCommand.WRITES, "", ResultCommand.WHERE, ""},
    footer = {"", "Example:", "  memdump cleanup-refs after.json.gz clean.json.gz", "",
        "Next: which references those are: memdump validate-references after.json.gz"})
public final class CleanupRefsCommand extends ResultCommand {
    /** Makes the command for one run. */
    public CleanupRefsCommand(Session session) {
        super(session);
    }

    @Override
    HeapSubset operate(HeapSubset whole) {
        return whole;
    }

    @Override
    Answer more() {
        return Answer.builder().fact("dangling_references", result().heap().facts().danglingReferences())
            .fact("duplicate_references", result().heap().facts().duplicateReferences()).build();
    }
}
