package io.github.memdump.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.analysis.Consumers;
import io.github.memdump.analysis.Grouping;
import io.github.memdump.analysis.Retained;
import io.github.memdump.heap.Heap;
import io.github.memdump.text.Printable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What groups of objects retain. */
@Command(name = "consumers", header = {"Shows which classes, allocation sites or generations retain most.", ""},
    description = {
        "Per group the number of objects, their own bytes, and what they retain. Members that another member of the"
            + " group dominates do not count again, so a tree of nodes of one class counts once.", "",
        "  memsize        the objects' own bytes",
        "  retained_size  what single members hold: the bytes freed with each, added up",
        "  freed_size     with --exact: what would be freed if all members went at once, also what only several of"
            + " them hold together; one walk over the heap per group shown", ""},
    footer = {"", "Examples:", "  memdump consumers --by site --top 20 after.json.gz",
        "  memdump consumers --by class --exact --json after.json.gz", "",
        "Next: which objects of a group hold most, and why they live: memdump suspects DUMP"},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {DumpCommand.OK, DumpCommand.FAILED, DumpCommand.MISUSED})
final class ConsumersCommand extends AnalysingCommand {
    private static final int SHOWN = 30;

    @Parameters(paramLabel = "DUMP", description = "The dump, plain or gzip; - for standard input.")
    private String dump;

    @Option(names = "--by", paramLabel = "WHAT", defaultValue = "class",
        description = "Group by class, site (file:line), file, generation or type (default: ${DEFAULT-VALUE}).")
    private Grouping by;

    @Option(names = "--top", paramLabel = "N", converter = RowLimit.Converter.class,
        description = "Show the N groups that retain most, or all (default: " + SHOWN + "; all in JSON, with --exact "
            + SHOWN + ").")
    private RowLimit top;

    @Option(names = "--exact", description = "Also find what would be freed if all objects of a group went.")
    private boolean exact;

    ConsumersCommand(Session session) {
        super(session);
    }

    @Override
    protected void run() throws IOException {
        Heap heap = load(dump);
        Retained retained = Retained.of(heap, task());
        Consumers consumers = Consumers.of(heap, retained, by, task());
        int most = RowLimit.orElse(top, json() && !exact ? Integer.MAX_VALUE : SHOWN);
        List<Consumers.Row> rows = consumers.rows().subList(0, Math.min(most, consumers.rows().size()));
        List<Consumers.Freed> freed = new ArrayList<>();
        for (Consumers.Row row : exact ? rows : List.<Consumers.Row>of()) {
            freed.add(consumers.freedWithout(row, task()));
        }
        if (json()) {
            writeJson(heap, retained, rows, freed);
        } else {
            session().print(text(heap, retained, rows, freed, consumers.rows().size()));
        }
    }

    private void writeJson(Heap heap, Retained retained, List<Consumers.Row> rows, List<Consumers.Freed> freed)
            throws IOException {
        try (JsonGenerator json = jsonOut()) {
            json.writeStartObject();
            json.writeNumberField("objects", heap.objectCount());
            json.writeNumberField("reachable", retained.dominators().reachableCount());
            json.writeNumberField("memsize", heap.facts().memsize());
            json.writeStringField("by", by.name().toLowerCase(Locale.ROOT));
            json.writeArrayFieldStart("rows");
            for (int i = 0; i < rows.size(); i++) {
                json.writeStartObject();
                json.writeStringField("key", rows.get(i).key());
                json.writeNumberField("count", rows.get(i).count());
                json.writeNumberField("memsize", rows.get(i).memsize());
                json.writeNumberField("retained_count", rows.get(i).retainedCount());
                json.writeNumberField("retained_size", rows.get(i).retainedSize());
                if (exact) {
                    json.writeNumberField("freed_count", freed.get(i).count());
                    json.writeNumberField("freed_size", freed.get(i).size());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            warnings().writeTo(json);
            json.writeEndObject();
        }
    }

    private String text(Heap heap, Retained retained, List<Consumers.Row> rows, List<Consumers.Freed> freed, int all) {
        StringBuilder text = new StringBuilder(Printable.of(heap.facts().dumpName())).append(": ")
            .append(Figures.count(heap.objectCount(), "object")).append(", ")
            .append(Figures.bytes(heap.facts().memsize())).append("; ")
            .append(Figures.count(retained.dominators().reachableCount())).append(" reachable from the roots\n\n");
        TextTable table = new TextTable().numbers("retained_size").numbers("retained").numbers("bytes")
            .numbers("objects");
        if (exact) {
            table.numbers("freed_size").numbers("freed");
        }
        table.text(by.name().toLowerCase(Locale.ROOT));
        for (int i = 0; i < rows.size(); i++) {
            Consumers.Row row = rows.get(i);
            List<String> cells = new ArrayList<>(List.of(Figures.bytes(row.retainedSize()),
                Figures.count(row.retainedCount()), Figures.bytes(row.memsize()), Figures.count(row.count())));
            if (exact) {
                cells.add(Figures.bytes(freed.get(i).size()));
                cells.add(Figures.count(freed.get(i).count()));
            }
            cells.add(row.key().isEmpty() ? "(not known)" : row.key());
            table.row(cells.toArray(new String[0]));
        }
        return text.append(table).append(HistogramRows.omitted(all, rows.size()))
            .append("\nNext: memdump suspects DUMP tells where it gathers and what holds it.\n").toString();
    }
}
