package io.github.memdump.cli.subset;

import io.github.memdump.cli.command.Session;
import io.github.memdump.subset.HeapSubset;
import io.github.memdump.subset.SubgraphOf;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What an object holds, directly or not. */
@Command(name = "subgraph-of", header = {"Takes the objects that an object holds, directly or not.", ""},
    description = {
        "All that can be reached from the object, itself included, over at most --max-depth references.", "",
        SubsetCommand.WRITES, "", ResultCommand.WHERE, ""},
    footer = {"", "Examples:", "  memdump subgraph-of after.json.gz 0x7ffff4188200 --max-depth 3 -o held.json",
        "  memdump subgraph-of after.json.gz 0x7ffff4188200 | memdump stats -", "",
        "Next: who holds the object: memdump root-of DUMP OBJECT"})
public final class SubgraphOfCommand extends PlaceCommand {
    @Option(names = "--max-depth", paramLabel = "N", description = "So many references from the object at most; 0 is"
        + " the object alone (default: no limit).")
    private Integer maxDepth;

    /** Makes the command for one run. */
    public SubgraphOfCommand(Session session) {
        super(session);
    }

    @Override
    void check() {
        if (maxDepth != null && maxDepth < 0) {
            throw misused("--max-depth " + maxDepth + " is less than 0: give a number of references.");
        }
    }

    @Override
    HeapSubset operate(HeapSubset whole, int object) {
        return SubgraphOf.of(whole, object, maxDepth == null ? Integer.MAX_VALUE : maxDepth, task());
    }
}
