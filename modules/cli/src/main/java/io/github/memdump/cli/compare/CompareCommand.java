package io.github.memdump.cli.compare;

import io.github.memdump.analysis.process.Comparison;
import io.github.memdump.analysis.process.Population;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.process.ComparisonAnswer;
import io.github.memdump.cli.command.DumpCommand;
import io.github.memdump.cli.command.Session;
import io.github.memdump.cli.command.Top;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What different processes have more of. */
@Command(name = "compare", header = {"Compares different processes, by class and line.", ""}, description = {
    "Takes dumps of two processes or more, workers of one application for instance, or yesterday's and today's, and"
        + " tells by class and allocation site what one has more of than another, the largest difference first.", "",
    "This is no growth: no object of one process is in another, so nothing is known of what came and what went. For two"
        + " dumps of one process use memdump diff or memdump suspects.", ""},
    footer = {"", "Examples:", "  memdump compare before.json.gz after.json.gz",
        "  memdump compare 1.json.gz 2.json.gz 3.json.gz 4.json.gz --top 10", "",
        "Next: in the process that has most, see what holds it: memdump suspects DUMP"})
public final class CompareCommand extends DumpCommand {
    @Parameters(arity = "1..*", paramLabel = "DUMP", description = "Dumps of two processes or more; plain or gzip; -"
        + " for standard input (at most one of them).")
    private List<String> names;

    @Mixin
    private Top top;

    /** Makes the command for one run. */
    public CompareCommand(Session session) {
        super(session);
    }

    @Override
    protected Answer answer() throws IOException {
        if (names.size() < 2) {
            throw misused("It takes the dumps of two processes or more to compare them.");
        }
        requireEachOnce(names);
        List<Population> processes = new ArrayList<>();
        for (String name : names) {
            processes.add(Population.of(load(name)));
        }
        return new ComparisonAnswer(Comparison.of(processes)).begin()
            .next("memdump suspects DUMP", "shows what holds most in one of them").build();
    }
}
