package io.github.memdump.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.render.TextTable;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.ReachBudget;
import io.github.memdump.heap.Heap;
import io.github.memdump.text.Printable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How much each object keeps alive. */
@Command(name = "keepalive", header = {"Shows how many objects each object keeps alive.", ""}, description = {
    "An object keeps alive what can be reached from it over references, itself included (keepalive_count). All objects"
        + " of the dump are counted and ranked. With --before the new objects are, by how many new ones they reach"
        + " without leaving the new ones (keepalive_new_count).", "",
    "Most objects soon come to a class and from there to most of the heap; --stop-at class,module,iclass,imemo tells"
        + " them apart.", "",
    "Counts are exact, in about the time it takes to read the dump. On a heap of an unusual structure, what would take"
        + " much longer is estimated: marked ~, keepalive_estimated 1 in JSON, and a warning says how good it is.", ""},
    footer = {"", "Examples:", "  memdump keepalive --stop-at class,module,iclass,imemo after.json.gz",
        "  memdump keepalive --before before.json.gz --top 20 after.json.gz",
        "  memdump keepalive --where 'class =~ /^Shop::/' after.json.gz",
        "  memdump keepalive --json after.json.gz > keepalive.json", "",
        "Next: what would be freed with an object, and not only be reached from it: memdump dominators DUMP"})
final class KeepAliveCommand extends AnalysingCommand {
    private static final int SHOWN = 40;

    @Parameters(paramLabel = "DUMP", description = "The dump, plain or gzip; - for standard input.")
    private String dump;

    @Option(names = "--before", paramLabel = "BEFORE",
        description = "An earlier dump of the same process: rank the new objects by keepalive_new_count.")
    private String before;

    @Mixin
    private Top top;

    @Option(names = "--estimate",
        description = "Estimate at once whatever does not follow from one pass over the heap.")
    private boolean estimate;

    @Option(names = "--exact", description = "Estimate nothing, however long it takes.")
    private boolean exact;

    @Mixin
    private StopAt stopAt;

    @Mixin
    private Where where;

    KeepAliveCommand(Session session) {
        super(session);
    }

    @Override
    protected void run() throws IOException {
        if (estimate && exact) {
            throw misused("--estimate and --exact exclude each other: give one of them.");
        }
        where.check(before != null);
        Findings findings = before == null ? findings(load(dump)) : findings(load(before, dump));
        Estimates.tell(findings, warnings());
        Column ranked = ranked();
        NodeSet objects = findings.diff().map(diff -> diff.newObjects())
            .orElseGet(() -> NodeSet.all(findings.heap().objectCount()))
            .and(where.in(findings, warnings(), task()));
        int[] all = Ranking.byNumber(findings.heap(), objects.toArray(), o -> findings.number(ranked, o), task());
        int[] rows = Arrays.copyOf(all, Math.min(all.length, top.orElse(json() ? all.length : SHOWN)));
        if (json()) {
            writeJson(findings, rows);
        } else {
            session().print(text(findings, all.length, rows));
        }
    }

    private Column ranked() {
        return before == null ? Column.KEEPALIVE_COUNT : Column.KEEPALIVE_NEW_COUNT;
    }

    private ReachBudget budget() {
        return estimate ? ReachBudget.LINEAR : exact ? ReachBudget.UNLIMITED : ReachBudget.USUAL;
    }

    private Findings findings(Heap heap) {
        return Findings.of(heap).stoppingAt(stopAt.stops()).within(budget())
            .keepAliveCounts(NodeSet.all(heap.objectCount()), task()).build();
    }

    private Findings findings(DumpPair dumps) {
        HeapDiff diff = dumps.compare(warnings(), task());
        Findings.Builder builder = Findings.of(dumps.after()).stoppingAt(stopAt.stops()).within(budget())
            .compared(diff, task());
        return builder.keepAliveOf(NodeSet.all(dumps.after().objectCount()), task()).build();
    }

    private void writeJson(Findings findings, int[] rows) throws IOException {
        List<Column> columns = new ArrayList<>(List.of(Column.OBJECT, Column.TYPE, Column.CLASS, Column.NAME,
            Column.MEMSIZE, Column.GENERATION, Column.KEEPALIVE_COUNT));
        if (before != null) {
            columns.add(Column.KEEPALIVE_NEW_COUNT);
        }
        columns.add(Column.KEEPALIVE_ESTIMATED);
        try (JsonGenerator json = jsonOut()) {
            json.writeStartObject();
            json.writeNumberField("objects", findings.heap().objectCount());
            if (findings.diff().isPresent()) {
                json.writeNumberField("new_objects", findings.diff().get().newObjects().size());
            }
            StopAt.write(json, findings.stops());
            Estimates.write(json, findings);
            new ObjectRows(findings, columns, rows).writeTo(json);
            warnings().writeTo(json);
            json.writeEndObject();
        }
    }

    private String text(Findings findings, int counted, int[] rows) {
        StringBuilder text = new StringBuilder(Printable.of(findings.heap().facts().dumpName())).append(": ")
            .append(Figures.count(counted, before == null ? "object" : "new object")).append('\n')
            .append(StopAt.line(findings.stops())).append('\n');
        TextTable table = new TextTable();
        if (before != null) {
            table.numbers("keepalive_new");
        }
        table.numbers("keepalive").numbers("memsize").text("type").text("class").text("name").text("object");
        for (int object : rows) {
            List<String> cells = new ArrayList<>();
            if (before != null) {
                cells.add(count(findings, Column.KEEPALIVE_NEW_COUNT, object));
            }
            cells.addAll(List.of(count(findings, Column.KEEPALIVE_COUNT, object),
                Figures.bytes(findings.heap().memsize(object)), findings.heap().typeName(object),
                findings.heap().className(object), findings.heap().name(object), findings.heap().identity(object)));
            table.row(cells.toArray(new String[0]));
        }
        return text.append(table).append(HistogramRows.omitted(counted, rows.length))
            .append("\nNext: memdump dominators DUMP shows what would be freed with an object.\n").toString();
    }

    private static String count(Findings findings, Column column, int object) {
        boolean isEstimate = (column == Column.KEEPALIVE_COUNT ? findings.keepAlive() : findings.keepAliveNew())
            .orElseThrow().isEstimate(object);
        return (isEstimate ? "~" : "") + Figures.count(findings.number(column, object));
    }
}
