package io.github.memdump.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Grouping;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.Stops;
import io.github.memdump.analysis.Histogram;
import io.github.memdump.cli.DumpCommand;
import io.github.memdump.cli.Plain;
import io.github.memdump.cli.RowLimit;
import io.github.memdump.cli.Session;
import io.github.memdump.heap.Heap;
import io.github.memdump.view.ViewBudget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The main job in one go: what is new, on what it hangs, as a page, a picture, a Gephi project and a table. */
@Command(name = "report", description = {
    "Writes what came between two dumps, and what holds it, as a page with a picture.", "",
    "In the directory there is then:", "",
    "  report.html            all of it on one page, with the picture; opens anywhere, needs nothing else",
    "  leak.png, leak.pdf     the picture: paths from the roots, old holders, new objects",
    "  leak.gephi, leak.gexf  the same graph for Gephi and other programs",
    "  border.csv             every new object that an old one holds", "",
    "With one dump: what it consists of and what retains most (no border.csv).", ""},
    footer = {"", "Files of an earlier report in the directory are replaced, others are left alone.", "", "Examples:",
        "  memdump report before.json.gz after.json.gz -o out",
        "  memdump report before.json.gz after.json.gz -o out --nodes 5000",
        "  memdump report after.json.gz -o out", "",
        "Next: open report.html, or look around in the graph: memdump gephi BEFORE AFTER"},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {DumpCommand.OK, DumpCommand.FAILED, DumpCommand.MISUSED})
public final class ReportCommand extends DumpCommand {
    @Parameters(index = "0", paramLabel = "BEFORE", description = "The earlier dump, or the only one; plain or gzip;"
        + " - for standard input (at most one of the two).")
    private String first;

    @Parameters(index = "1", arity = "0..1", paramLabel = "AFTER", description = "The later dump of the same process.")
    private String second;

    @Option(names = {"-o", "--output"}, paramLabel = "DIR", required = true,
        description = "The directory to write into; it is made if it does not exist.")
    private Path directory;

    @Option(names = "--nodes", paramLabel = "N", defaultValue = "" + ReportOptions.NODES,
        description = "At most N objects in the picture and the graph (default: ${DEFAULT-VALUE}).")
    private int nodes;

    @Option(names = "--edges", paramLabel = "N", defaultValue = "" + ReportOptions.EDGES,
        description = "At most N references between them (default: ${DEFAULT-VALUE}).")
    private int edges;

    @Option(names = "--top", paramLabel = "N", converter = RowLimit.Converter.class,
        description = "At most N rows in each table of the page, or all (default: " + ReportOptions.TOP + ").")
    private RowLimit top;

    /** Makes the command for one run. */
    public ReportCommand(Session session) {
        super(session);
    }

    @Override
    protected void run() throws IOException {
        if (nodes < 1 || edges < 1) {
            throw misused("--nodes and --edges must be 1 or more.");
        }
        // Pictures are drawn in memory; a display that happens to be there is of no use.
        System.setProperty("java.awt.headless", "true");
        // Whether a report can be written there is worth knowing before minutes of work.
        try (ReportFolder folder = ReportFolder.at(directory)) {
            ReportOptions options = new ReportOptions(second == null ? List.of(first) : List.of(first, second),
                ViewBudget.of(nodes, edges), RowLimit.orElse(top, ReportOptions.TOP),
                strict() ? List.of("--strict") : List.of());
            Report report = report(options);
            report.write(folder, task());
            folder.commit();
            tell(report);
        }
    }

    private Report report(ReportOptions options) throws IOException {
        if (second == null) {
            Heap heap = load(first);
            return HeapReport.of(Findings.of(heap).distances(task()).retained(task()).build(), options, task());
        }
        AtomicReference<Histogram> classesBefore = new AtomicReference<>();
        HeapDiff diff = load(first, second, heap -> classesBefore.set(Histogram.of(heap, Grouping.CLASS)))
            .compare(warnings(), task());
        return LeakReport.of(Findings.ofLeak(diff, Stops.NONE, task()), classesBefore.get(), options, task());
    }

    private void tell(Report report) throws IOException {
        if (json()) {
            try (JsonGenerator json = jsonOut()) {
                json.writeStartObject();
                report.writeTo(json);
                json.writeStringField("directory", directory.toString());
                warnings().writeTo(json);
                json.writeEndObject();
            }
        } else {
            session().print(plain(report.summary(directory)));
        }
    }

    private static String plain(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(Plain.text(line)).append('\n');
        }
        return text.toString();
    }
}
