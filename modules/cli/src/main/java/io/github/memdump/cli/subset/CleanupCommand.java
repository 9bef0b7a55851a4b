package io.github.memdump.cli.subset;

import io.github.memdump.cli.command.Session;
import io.github.memdump.subset.CleanupStep;
import io.github.memdump.subset.CommonCleanup;
import io.github.memdump.subset.HeapSubset;
import java.util.EnumSet;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The objects that a programmer knows by name. */
@Command(name = "cleanup", header = {"Takes out what hides the objects that a programmer knows.", ""}, description = {
    "Instances of WeakRef are removed. Containers and what Ruby keeps for itself are collapsed, so that whatever held"
        + " them refers to what they held: IMEMO, HASH and ARRAY records, instances of Set and RubyVM::Env, and what"
        + " the dump itself allocated. This is memdump's common_cleanup, as its code does it; its text also names"
        + " ICLASS, which --iclass adds.", "", SubsetCommand.WRITES, "", ResultCommand.WHERE, ""},
    footer = {"", "Examples:", "  memdump cleanup after.json.gz -o clean.json.gz",
        "  memdump cleanup after.json --iclass -o clean.gml",
        "  memdump cleanup after.json --steps hash,array -o flat.json", "",
        "Next: see it in Gephi: memdump gephi clean.json.gz"})
public final class CleanupCommand extends ResultCommand {
    @Option(names = "--iclass", description = "Collapse ICLASS records too, the copies of modules that classes"
        + " include.")
    private boolean iclass;

    @Option(names = "--steps", paramLabel = "A,B,C", split = ",", hideParamSyntax = true,
        description = "Only these steps: ${COMPLETION-CANDIDATES} (default: all but ICLASS).")
    private Set<CleanupStep> steps;

    /** Makes the command for one run. */
    public CleanupCommand(Session session) {
        super(session);
    }

    @Override
    HeapSubset operate(HeapSubset whole) {
        Set<CleanupStep> chosen = EnumSet.copyOf(steps == null ? CleanupStep.common() : steps);
        if (iclass) {
            chosen.add(CleanupStep.ICLASS);
        }
        return CommonCleanup.of(whole, chosen, task());
    }
}
