package io.github.memdump.cli.subset;

import io.github.memdump.cli.command.Session;
import io.github.memdump.subset.HeapSubset;
import io.github.memdump.subset.Sample;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A random part of a dump. */
@Command(name = "sample", header = {"Takes a random part of the objects.", ""}, description = {
    "Each object is taken with the same probability, and with the same seed always the same objects are taken.", "",
    SubsetCommand.WRITES, "", ResultCommand.WHERE, ""},
    footer = {"", "Example:", "  memdump sample after.json.gz --ratio 0.01 --seed 7 -o small.json.gz", "",
        "Next: what is in it: memdump stats small.json.gz"})
public final class SampleCommand extends ResultCommand {
    @Option(names = "--ratio", paramLabel = "R", required = true,
        description = "About which part of the objects, from 0 to 1.")
    private double ratio;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "0",
        description = "What the choice follows from (default: ${DEFAULT-VALUE}).")
    private long seed;

    /** Makes the command for one run. */
    public SampleCommand(Session session) {
        super(session);
    }

    @Override
    void check() {
        if (!(ratio >= 0 && ratio <= 1)) {
            throw misused("--ratio " + ratio + " is not a part: give a number from 0 to 1.");
        }
    }

    @Override
    HeapSubset operate(HeapSubset whole) {
        return Sample.of(whole, ratio, seed);
    }
}
