package io.github.memdump.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.analysis.Grouping;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.Histogram;
import io.github.memdump.answer.Figures;
import io.github.memdump.export.DumpWriter;
import io.github.memdump.file.Target;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.subset.HeapSubset;
import io.github.memdump.subset.RootsOf;
import io.github.memdump.text.Printable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is new between two dumps. */
@Command(name = "diff", header = {"Shows what is new between two dumps, by class.", ""}, description = {
    "New objects are those of AFTER that are not, by identity, in BEFORE.", "",
    "The identity of an object is its address and, if allocation tracing was on, the generation in which it was"
        + " allocated. Without a generation a new object at a reused address looks like the old one; the output says"
        + " how far that may matter.", "",
    "With -o the new objects, and on a shortest path from a root whatever holds each of them, are written as a dump:"
        + " their records as they stand in AFTER, with the references among them, without the values of strings unless"
        + " --values asks for them. With --where only these new objects count, and are written.", ""},
    footer = {"", "Examples:", "  memdump diff before.json.gz after.json.gz",
        "  memdump diff before.json.gz after.json.gz -o new.json.gz",
        "  memdump diff before.json.gz after.json.gz --where 'class =~ /Session/'", "",
        "Next: what holds the new objects: memdump border BEFORE AFTER"},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {DumpCommand.OK, DumpCommand.FAILED, DumpCommand.MISUSED})
final class DiffCommand extends AnalysingCommand {
    private static final int SHOWN = 30;

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

    @Option(names = "--top", paramLabel = "N", converter = RowLimit.Converter.class,
        description = "Show the N classes with most new objects, or all (default: " + SHOWN + "; all in JSON).")
    private RowLimit top;

    DiffCommand(Session session) {
        super(session);
    }

    @Override
    protected void run() throws IOException {
        where.check(true);
        output = OutputFile.of(output, target, this::misused);
        Optional<Target> to = target(output);
        if (output != null) {
            keepStreams();
        }
        DumpPair dumps = load(before, after);
        HeapDiff diff = dumps.compare(warnings(), task());
        NodeSet chosen = diff.newObjects().and(where.in(diff.after(), Optional.of(diff), warnings(), task()));
        List<Histogram.Row> rows = Histogram.of(diff.after(), Grouping.CLASS, chosen).rows();
        long written = to.isEmpty() ? 0 : write(dumps, chosen, to.get());
        if (json()) {
            writeJson(diff, chosen.size(), rows, written);
        } else {
            List<Histogram.Row> shown = where.isGiven() ? rows
                : Histogram.of(diff.after(), Grouping.CLASS, diff.newOfProgram()).rows();
            session().print(text(diff, chosen.size(), shown, written));
        }
    }

    /** Returns the number of lines written. */
    private long write(DumpPair dumps, NodeSet chosen, Target to) throws IOException {
        HeapSubset whole = HeapSubset.of(dumps.after());
        NodeSet paths = RootsOf.of(whole, chosen, task()).objects();
        // Standard input was read for whichever of the two it is; only the later one is read again.
        DumpWriter writer = DumpWriter.of(whole.keep(paths.or(chosen))).copying(input(dumps.laterName()), limits());
        return (values ? writer.withValues() : writer).write(to, task());
    }

    private void writeJson(HeapDiff diff, int selected, List<Histogram.Row> rows, long written) throws IOException {
        try (JsonGenerator json = jsonOut()) {
            json.writeStartObject();
            json.writeNumberField("before_objects", diff.before().objectCount());
            json.writeNumberField("after_objects", diff.after().objectCount());
            json.writeNumberField("new_objects", diff.newObjects().size());
            if (diff.isPartial()) {
                json.writeNullField("gone_objects");
            } else {
                json.writeNumberField("gone_objects", diff.goneObjects());
            }
            json.writeNumberField("reused_addresses", diff.reusedAddresses());
            json.writeNumberField("new_without_generation", diff.newWithoutGeneration());
            json.writeNumberField("compared_by_address", diff.comparedByAddress());
            json.writeStringField("identity", diff.byGeneration() ? "generation" : "address");
            json.writeNumberField("new_memsize", diff.newMemsize());
            OwnText.writeTo(json, diff);
            if (where.isGiven()) {
                json.writeNumberField("selected", selected);
            }
            json.writeBooleanField("same", DumpPair.same(diff));
            if (output != null) {
                json.writeStringField("output", output.toString());
                json.writeNumberField("output_lines", written);
            }
            HistogramRows.writeTo(json,
                rows.subList(0, Math.min(rows.size(), RowLimit.orElse(top, Integer.MAX_VALUE))));
            warnings().writeTo(json);
            json.writeEndObject();
        }
    }

    private String text(HeapDiff diff, int selected, List<Histogram.Row> rows, long written) {
        StringBuilder text = new StringBuilder(PairText.headline(diff));
        if (DumpPair.same(diff)) {
            return text.append("The two dumps are the same: nothing came and nothing went.\n").toString();
        }
        text.append("  ").append(Figures.count(diff.reusedAddresses())).append(" of the new objects are at an address"
            + " that held another object before\n");
        text.append(PairText.identity(diff));
        if (where.isGiven()) {
            text.append("  selected: ").append(Figures.count(selected, "new object")).append('\n');
        }
        text.append('\n');
        text.append(HistogramRows.text(rows, Grouping.CLASS, RowLimit.orElse(top, SHOWN)));
        if (output != null) {
            text.append('\n').append(Printable.of(output.toString())).append(": ")
                .append(Figures.count(written, "line")).append(", the new objects and their shortest paths from the"
                    + " roots\n");
        }
        return text.append("\nNext: memdump border BEFORE AFTER shows what holds the new objects.\n").toString();
    }
}
