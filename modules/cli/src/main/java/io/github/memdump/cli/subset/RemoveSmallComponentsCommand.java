package io.github.memdump.cli.subset;

import io.github.memdump.cli.command.Session;
import io.github.memdump.subset.HeapSubset;
import io.github.memdump.subset.SmallComponents;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A dump without what hangs together in small numbers only. */
@Command(name = "remove-small-components", header = {"Takes out what hangs together in small numbers only.", ""},
    description = {
        "A component is what one object reaches that nothing refers to. Cycles that none of these reaches stay.", "",
        SubsetCommand.WRITES, "", ResultCommand.WHERE, ""},
    footer = {"", "Example:", "  memdump remove-small-components after.json.gz --max-size 5 -o large.json.gz", "",
        "Next: what is left: memdump stats large.json.gz"})
public final class RemoveSmallComponentsCommand extends ResultCommand {
    @Option(names = "--max-size", paramLabel = "N", defaultValue = "1",
        description = "Components of at most N objects go (default: ${DEFAULT-VALUE}).")
    private int maxSize;

    /** Makes the command for one run. */
    public RemoveSmallComponentsCommand(Session session) {
        super(session);
    }

    @Override
    HeapSubset operate(HeapSubset whole) {
        return SmallComponents.removedFrom(whole, maxSize, task());
    }
}
