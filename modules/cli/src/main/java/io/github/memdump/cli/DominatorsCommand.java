package io.github.memdump.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.OwnObjects;
import io.github.memdump.analysis.Retained;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.select.Need;
import io.github.memdump.text.Printable;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What would be freed with each object. */
@Command(name = "dominators", header = {"Shows which objects retain most.", ""}, description = {
    "An object retains itself and everything that would be freed with it, because"
        + " every path from the roots to it leads through the object. The dominator of an object is the nearest such"
        + " object above it; ALL_ROOTS stands above all ROOT objects.", "",
    "Use it on a single dump to see where the memory hangs. Objects that no root reaches are retained by nothing and"
        + " are only counted.", ""},
    footer = {"", "Examples:", "  memdump dominators --top 20 after.json.gz",
        "  memdump dominators --where 'class =~ /Shop/ and retained_size > 1m' after.json.gz",
        "  memdump dominators --json after.json.gz > dominators.json",
        "  memdump dominators --stop-at class,module after.json.gz", "",
        "Next: all figures of all objects: memdump table DUMP --columns object,class,retained_size,dominator"},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {DumpCommand.OK, DumpCommand.FAILED, DumpCommand.MISUSED})
final class DominatorsCommand extends SelectingCommand {
    private static final int SHOWN = 60;
    private static final List<Column> COLUMNS = List.of(Column.OBJECT, Column.TYPE, Column.CLASS, Column.NAME,
        Column.RETAINED_COUNT, Column.RETAINED_SIZE, Column.DOMINATOR);

    @Parameters(paramLabel = "DUMP", description = "The dump, plain or gzip; - for standard input.")
    private String dump;

    @Option(names = "--top", paramLabel = "N", converter = RowLimit.Converter.class,
        description = "Show the N objects that retain most, or all (default: " + SHOWN + "; all in JSON).")
    private RowLimit top;

    @Mixin
    private StopAt stopAt;

    DominatorsCommand(Session session) {
        super(session);
    }

    @Override
    protected void run() throws IOException {
        Heap heap = loadSelecting(dump);
        Findings findings = findings(heap, Set.of(Need.RETAINED), stopAt.stops());
        NodeSet selected = selected(findings);
        Retained retained = findings.retained().orElseThrow();
        NodeSet reachable = NodeSet.where(heap.objectCount(), retained::isReachable);
        int[] candidates = reachable.and(selected).toArray();
        int[] rows = Ranking.topByNumber(heap, candidates, retained::size,
            RowLimit.orElse(top, json() ? Integer.MAX_VALUE : SHOWN), task());
        if (json()) {
            try (JsonGenerator json = jsonOut()) {
                json.writeStartObject();
                json.writeNumberField("reachable", reachable.size());
                json.writeNumberField("unreachable", heap.objectCount() - reachable.size());
                if (isSelecting()) {
                    json.writeNumberField("selected", selected.size());
                }
                StopAt.write(json, findings.stops());
                new ObjectRows(findings, COLUMNS, rows).writeTo(json);
                warnings().writeTo(json);
                json.writeEndObject();
            }
        } else {
            session().print(text(findings, reachable.size(), candidates.length, rows));
        }
    }

    private String text(Findings findings, int reachable, int ranked, int[] rows) {
        Heap heap = findings.heap();
        StringBuilder text = new StringBuilder();
        text.append(Printable.of(heap.facts().dumpName())).append(": ")
            .append(Figures.count(reachable, "object")).append(" reachable from the roots, ")
            .append(Figures.count(heap.objectCount() - reachable)).append(" not\n");
        if (isSelecting()) {
            text.append("  selected: ").append(Figures.count(ranked, "object")).append(" of those reachable\n");
        }
        text.append(StopAt.line(findings.stops())).append('\n');
        if (reachable == 0) {
            return text.append("Nothing is retained, because no root reaches anything.\n").toString();
        }
        TextTable table = new TextTable().numbers("retained_size").numbers("objects").text("type").text("class")
            .text("name").text("object").text("dominator");
        for (int object : rows) {
            table.row(Figures.bytes(findings.number(Column.RETAINED_SIZE, object)),
                Figures.count(findings.number(Column.RETAINED_COUNT, object)), heap.typeName(object),
                heap.className(object), heap.name(object), heap.identity(object),
                findings.text(Column.DOMINATOR, object));
        }
        text.append(table).append(HistogramRows.omitted(ranked, rows.length));
        OwnObjects own = OwnObjects.of(heap);
        if (Arrays.stream(rows).anyMatch(own::contains)) {
            text.append("\nMade by tracing and dumping itself, no leak:");
            Arrays.stream(rows).filter(own::contains).forEach(object -> text.append(' ').append(heap.identity(object))
                .append(" (").append(own.kind(object).orElseThrow().word()).append(')'));
            text.append(".\n");
        }
        return text.append("\nNext: memdump border BEFORE AFTER tells what of it is new.\n").toString();
    }
}
