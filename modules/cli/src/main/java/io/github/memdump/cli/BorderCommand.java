package io.github.memdump.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.analysis.Border;
import io.github.memdump.analysis.BorderRows;
import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.render.TextTable;
import io.github.memdump.file.Target;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.text.Printable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where the old part of the heap holds on to the new one. */
@Command(name = "border", header = {"Shows which new objects the old ones hold on to.", ""}, description = {
    "The border between old and new: the new objects that an old object holds, and how much each of them keeps alive."
        + " What leaks hangs on this border.", "",
    "  keepalive_new_count  new objects reachable from it without leaving the new ones; the order of the rows",
    "  retained_size        bytes that would be freed with it",
    "  keepalive_count      all objects reachable from it; nearly always large, because it soon comes to classes",
    "  root_distance        references on a shortest path from the roots; empty if there is none", "",
    "With --where only these objects are listed; border counts and figures are of all. memdump calls this interface.",
    ""},
    footer = {"", "Examples:", "  memdump border before.json.gz after.json.gz",
        "  memdump border --min-keepalive 10 -o border.csv before.json.gz after.json.gz",
        "  memdump border --where 'class = Array or retained_size > 10k' before.json.gz after.json.gz",
        "  memdump border --stop-at class,module,iclass,imemo before.json.gz after.json.gz", "",
        "Next: see the paths that hold them: memdump gephi BEFORE AFTER"},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {DumpCommand.OK, DumpCommand.FAILED, DumpCommand.MISUSED})
final class BorderCommand extends AnalysingCommand {
    private static final int SHOWN = 40;
    private static final List<Column> COLUMNS = List.of(Column.OBJECT, Column.ADDRESS, Column.TYPE, Column.CLASS,
        Column.MEMSIZE, Column.ROOT_DISTANCE, Column.KEEPALIVE_COUNT, Column.KEEPALIVE_NEW_COUNT,
        Column.RETAINED_COUNT, Column.RETAINED_SIZE, Column.GENERATION, Column.FILE, Column.LINE, Column.METHOD);

    @Parameters(index = "0", paramLabel = "BEFORE", description = "The earlier dump, plain or gzip; - for standard"
        + " input (at most one of the two).")
    private String before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "The later dump of the same process.")
    private String after;

    @Option(names = "--min-keepalive", paramLabel = "N", defaultValue = "0",
        description = "Leave out objects whose keepalive_new_count is below N.")
    private long minKeepalive;

    @Mixin
    private Where where;

    @Option(names = "--top", paramLabel = "N", converter = RowLimit.Converter.class,
        description = "Only the first N rows, or all (default: " + SHOWN + "; all in JSON and in files).")
    private RowLimit top;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE",
        description = "Write the rows to this file: JSON if its name ends in .json, else CSV.")
    private Path output;

    @Mixin
    private StopAt stopAt;

    BorderCommand(Session session) {
        super(session);
    }

    @Override
    protected void run() throws IOException {
        where.check(true);
        Optional<Target> to = target(output);
        HeapDiff diff = load(before, after).compare(warnings(), task());
        Findings findings = Findings.ofLeak(diff, stopAt.stops(), task());
        NodeSet chosen = where.in(findings, warnings(), task());
        boolean withOwn = json() || output != null || where.isGiven();
        int[] rows = Arrays.stream(BorderRows.ranked(findings))
            .filter(chosen::contains)
            .filter(object -> findings.number(Column.KEEPALIVE_NEW_COUNT, object) >= minKeepalive)
            .filter(object -> withOwn || !diff.own().contains(object))
            .limit(RowLimit.orElse(top, Integer.MAX_VALUE)).toArray();
        ObjectRows table = new ObjectRows(findings, COLUMNS, rows);
        if (to.isPresent()) {
            table.writeTo(to.get(), json -> writeFigures(json, diff, findings));
        }
        if (json()) {
            try (JsonGenerator json = jsonOut()) {
                json.writeStartObject();
                writeFigures(json, diff, findings);
                table.writeTo(json);
                json.writeEndObject();
            }
        } else {
            session().print(text(diff, findings, rows));
        }
    }

    private void writeFigures(JsonGenerator json, HeapDiff diff, Findings findings) throws IOException {
        Border border = findings.border().orElseThrow();
        json.writeNumberField("new_objects", diff.newObjects().size());
        json.writeNumberField("old_border", border.oldBorder().size());
        json.writeNumberField("new_border", border.newBorder().size());
        json.writeNumberField("edges_across", border.edgesAcross());
        StopAt.write(json, findings.stops());
        warnings().writeTo(json);
    }

    private String text(HeapDiff diff, Findings findings, int[] rows) {
        StringBuilder text = new StringBuilder(PairText.headline(diff));
        if (DumpPair.same(diff)) {
            return text.append("The two dumps are the same: nothing is new, so there is no border.\n").toString();
        }
        Border border = findings.border().orElseThrow();
        text.append("  border: ").append(Figures.count(border.oldBorder().size(), "old object")).append(" hold ")
            .append(Figures.count(border.newBorder().size(), "new object")).append(" by ")
            .append(Figures.count(border.edgesAcross(), "reference")).append('\n');
        text.append(StopAt.line(findings.stops())).append(PairText.identity(diff)).append('\n');
        int shown = Math.min(rows.length, RowLimit.orElse(top, SHOWN));
        TextTable table = new TextTable().numbers("keepalive_new").numbers("retained").numbers("retained_size")
            .numbers("keepalive").numbers("distance").text("class").text("object").text("allocated at");
        for (int i = 0; i < shown; i++) {
            int object = rows[i];
            table.row(number(findings, Column.KEEPALIVE_NEW_COUNT, object),
                number(findings, Column.RETAINED_COUNT, object),
                bytes(findings, object), number(findings, Column.KEEPALIVE_COUNT, object),
                number(findings, Column.ROOT_DISTANCE, object), className(findings, object),
                findings.text(Column.OBJECT, object), Site.of(findings, object));
        }
        text.append(table).append(HistogramRows.omitted(rows.length, shown));
        if (output != null) {
            text.append('\n').append(Printable.of(output.toString())).append(": ")
                .append(Figures.count(rows.length, "row")).append('\n');
        }
        return text.append("\nNext: memdump gephi BEFORE AFTER shows the paths that hold them.\n").toString();
    }

    private static String className(Findings findings, int object) {
        return findings.text(Column.CLASS, object) + findings.diff().orElseThrow().own().kind(object)
            .map(kind -> " (the dump's own " + kind.word() + ")").orElse("");
    }

    private static String number(Findings findings, Column column, int object) {
        long number = findings.number(column, object);
        return number == Findings.ABSENT ? "" : Figures.count(number);
    }

    private static String bytes(Findings findings, int object) {
        long bytes = findings.number(Column.RETAINED_SIZE, object);
        return bytes == Findings.ABSENT ? "" : Figures.bytes(bytes);
    }
}
