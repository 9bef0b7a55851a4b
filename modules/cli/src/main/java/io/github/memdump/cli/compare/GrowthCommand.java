package io.github.memdump.cli.compare;

import io.github.memdump.analysis.DumpSummary;
import io.github.memdump.analysis.Growth;
import io.github.memdump.analysis.SurvivorHolders;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.content.GrowthAnswer;
import io.github.memdump.cli.command.AnalysingCommand;
import io.github.memdump.cli.command.Session;
import io.github.memdump.cli.command.Top;
import io.github.memdump.cli.option.By;
import io.github.memdump.export.DumpWriter;
import io.github.memdump.file.Target;
import io.github.memdump.investigation.EarlierDump;
import io.github.memdump.investigation.Investigation;
import io.github.memdump.names.HeldObjects;
import io.github.memdump.subset.HeapSubset;
import io.github.memdump.subset.RootsOf;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What came and stayed over several dumps. */
@Command(name = "growth", header = {"Shows what came and stayed over three or more dumps.", ""}, description = {
    "What is new between two dumps may be the work of the moment. What was allocated between the first dumps and is"
        + " still there in the last has survived: these are the survivors, by class and by the line that allocated"
        + " them. Classes that grow from every dump to the next come first, and last come the objects that hold the"
        + " survivors without being survivors.", "",
    "Give the dumps of one process in the order in which they were made. They are read one after the other; of all but"
        + " the last only about five bytes per object are kept. Objects are told apart by address and generation, or"
        + " if they have none, because allocation tracing was off, by address, type and class, which is approximate:"
        + " the output says how many objects that concerns.", "",
    "With -o the survivors, and on a shortest path from a root whatever holds each of them, are written as a dump,"
        + " without the values of strings unless --values asks for them.", ""},
    footer = {"", "Examples:", "  memdump growth 1.json.gz 2.json.gz 3.json.gz",
        "  memdump growth --by gem 1.json.gz 2.json.gz 3.json.gz",
        "  memdump growth 1.json.gz 2.json.gz 3.json.gz 4.json.gz -o survivors.json.gz", "",
        "Next: what keeps one of the holders alive: memdump paths LAST ADDRESS"})
public final class GrowthCommand extends AnalysingCommand {
    @Parameters(arity = "1..*", paramLabel = "DUMP", description = "Three dumps or more, the earliest first; plain or"
        + " gzip; - for standard input (at most one of them).")
    private List<String> names;

    @Option(names = {"-o", "--output"}, paramLabel = "OUT", description = "Write the survivors and their shortest paths"
        + " from the roots to this dump; packed if the name ends in .gz.")
    private Path output;

    @Option(names = "--values", description = "Copy the values of strings into OUT as well; they are often secrets.")
    private boolean values;

    @Mixin
    private By by;

    @Mixin
    private Top top;

    public GrowthCommand(Session session) {
        super(session);
    }

    @Override
    protected Answer answer() throws IOException {
        if (names.size() < 3 || names.size() > Growth.MOST_DUMPS) {
            throw misused("Growth is seen over 3 to " + Growth.MOST_DUMPS + " dumps, not " + names.size()
                + (names.size() == 2 ? ": to compare two, use memdump diff BEFORE AFTER." : "."));
        }
        requireEachOnce(names);
        if (!DumpSummary.GROUPINGS.contains(by.grouping())) {
            throw misused("Growth is told by class, kind, type, gem or file, not by " + by.id()
                + "; the lines at which survivors were allocated are listed in any case.");
        }
        Optional<Target> to = target(output);
        keepStreams();
        Investigation<Given> dumps = investigate(names, EarlierDump.Detail.SUMMARY);
        Growth growth = dumps.growth(task());
        doubt(dumps);
        SurvivorHolders holders = growth.holders(task());
        HeldObjects held = held(growth.heap(), dumps.latest().name(), holders.objects());
        Answer.Builder answer = new GrowthAnswer(growth, holders, held, by.grouping()).begin().fact("by", by.id());
        if (to.isPresent()) {
            long written = write(growth, dumps.latest().name(), to.get());
            answer.fact("output", output.toString()).fact("output_lines", written).say(output + ": "
                + Figures.count(written, "line") + ", the survivors and their shortest paths from the roots");
        }
        return growth.survivors().isEmpty() ? answer.build() : answer.next("memdump paths "
            + dumps.heap().facts().dumpName() + " ADDRESS", "shows what keeps a holder alive").build();
    }

    /** Returns the number of lines written. */
    private long write(Growth growth, String dump, Target to) throws IOException {
        HeapSubset whole = HeapSubset.of(growth.heap());
        HeapSubset paths = RootsOf.of(whole, growth.survivors(), task());
        DumpWriter writer = DumpWriter.of(whole.keep(paths.objects().or(growth.survivors())))
            .copying(input(dump), limits());
        return (values ? writer.withValues() : writer).write(to, task());
    }
}
