package io.github.memdump.cli.compare;

import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.content.DiffAnswer;
import io.github.memdump.cli.command.AnalysingCommand;
import io.github.memdump.cli.command.OutputFile;
import io.github.memdump.cli.command.Session;
import io.github.memdump.cli.command.Top;
import io.github.memdump.cli.command.Where;
import io.github.memdump.cli.option.By;
import io.github.memdump.export.DumpWriter;
import io.github.memdump.file.Target;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.investigation.Investigation;
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

/** What is new between two dumps. */
@Command(name = "diff", header = {"Shows what is new between two dumps.", ""}, description = {
    "New objects are those of AFTER that are not, by identity, in BEFORE.", "",
    "The identity of an object is its address and, if allocation tracing was on, the generation in which it was"
        + " allocated. Without a generation a new object at a reused address looks like the old one; the output says"
        + " how far that may matter.", "",
    "With -o the new objects, and on a shortest path from a root whatever holds each of them, are written as a dump:"
        + " their records as they stand in AFTER, with the references among them, without the values of strings unless"
        + " --values asks for them. With --where only these new objects count, and are written.", ""},
    footer = {"", "Examples:", "  memdump diff before.json.gz after.json.gz",
        "  memdump diff before.json.gz after.json.gz --by gem",
        "  memdump diff before.json.gz after.json.gz -o new.json.gz",
        "  memdump diff before.json.gz after.json.gz --where 'class =~ /Session/'", "",
        "Next: what holds the new objects: memdump border BEFORE AFTER"})
public final class DiffCommand extends AnalysingCommand {
    @Parameters(index = "0", paramLabel = "BEFORE", description = "The earlier dump, plain or gzip; - for standard"
        + " input (at most one of the two).")
    private String before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "The later dump of the same process.")
    private String after;

    @Parameters(index = "2", arity = "0..1", paramLabel = "OUT", description = "The same as -o.")
    private Path target;

    @Option(names = {"-o", "--output"}, paramLabel = "OUT", description = "Write the new objects and their shortest"
        + " paths from the roots to this dump; packed if the name ends in .gz.")
    private Path output;

    @Mixin
    private Where where;

    @Option(names = "--values", description = "Copy the values of strings into OUT as well; they are often secrets.")
    private boolean values;

    @Mixin
    private By by;

    @Mixin
    private Top top;

    public DiffCommand(Session session) {
        super(session);
    }

    @Override
    protected Answer answer() throws IOException {
        where.check(true);
        output = OutputFile.of(output, target, this::misused);
        Optional<Target> to = target(output);
        keepStreams();
        Investigation<Given> dumps = investigate(List.of(before, after));
        HeapDiff diff = compared(dumps);
        NodeSet chosen = diff.newObjects().and(where.in(diff.after(), Optional.of(diff), warnings(), task()));
        Answer.Builder answer = DiffAnswer.begin(diff, where.isGiven() ? Optional.of(chosen) : Optional.empty(),
            by.grouping(), held(diff.after(), dumps.latest().name(), DiffAnswer.grown(diff)));
        if (to.isPresent()) {
            long written = write(diff.after(), dumps.latest().name(), chosen, to.get());
            answer.fact("output", output.toString()).fact("output_lines", written).say(output + ": "
                + Figures.count(written, "line") + ", the new objects and their shortest paths from the roots");
        }
        return diff.isSame() ? answer.build()
            : answer.next("memdump border BEFORE AFTER", "shows what holds the new objects").build();
    }

    /** Returns the number of lines written. */
    private long write(Heap heap, String dump, NodeSet chosen, Target to) throws IOException {
        HeapSubset whole = HeapSubset.of(heap);
        NodeSet paths = RootsOf.of(whole, chosen, task()).objects();
        // Standard input was read for whichever of the two it is; only the later one is read again.
        DumpWriter writer = DumpWriter.of(whole.keep(paths.or(chosen))).copying(input(dump), limits());
        return (values ? writer.withValues() : writer).write(to, task());
    }
}
