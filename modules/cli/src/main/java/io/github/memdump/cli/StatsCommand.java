package io.github.memdump.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.analysis.Grouping;
import io.github.memdump.analysis.Histogram;
import io.github.memdump.array.Saturating;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.LoadFacts;
import io.github.memdump.heap.Slots;
import io.github.memdump.text.Printable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Counts and bytes of one dump. */
@Command(name = "stats", header = {"Counts the objects of a dump and their bytes.", ""}, description = {
    "By class, type, allocating file, allocation site (file:line) or generation.", "",
    "Use it first: it shows what the heap consists of, whether the dump is whole, and whether allocation tracing was"
        + " on (objects then carry file, line and generation).", "",
    "With --where only these objects are counted in the rows; what is said of the dump is of all of it.", ""},
    footer = {"", "Examples:", "  memdump stats --by file --top 10 after.json.gz",
        "  memdump stats --where 'class =~ /Session/ and memsize > 1k' after.json.gz", "",
        "Next: take a second dump later and see what is new: memdump diff BEFORE AFTER"},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {DumpCommand.OK, DumpCommand.FAILED, DumpCommand.MISUSED})
final class StatsCommand extends SelectingCommand {
    private static final int SHOWN = 30;

    @Parameters(paramLabel = "DUMP", description = "The dump, plain or gzip; - for standard input.")
    private String dump;

    @Option(names = "--by", paramLabel = "WHAT", defaultValue = "class",
        description = "Group by class, type, file, site or generation (default: ${DEFAULT-VALUE}).")
    private Grouping by;

    @Option(names = "--top", paramLabel = "N", converter = RowLimit.Converter.class,
        description = "Show the N groups with most objects, or all (default: " + SHOWN + "; all in JSON).")
    private RowLimit top;

    StatsCommand(Session session) {
        super(session);
    }

    @Override
    protected void run() throws IOException {
        Heap heap = loadSelecting(dump);
        NodeSet objects = selected(heap);
        List<Histogram.Row> rows = Histogram.of(heap, by, objects).rows();
        if (json()) {
            writeJson(heap, objects, rows.subList(0, Math.min(rows.size(), RowLimit.orElse(top, Integer.MAX_VALUE))));
        } else {
            session().print(text(heap, objects, rows));
        }
    }

    private void writeJson(Heap heap, NodeSet objects, List<Histogram.Row> rows) throws IOException {
        try (JsonGenerator json = jsonOut()) {
            json.writeStartObject();
            LoadFactsJson.writeTo(json, heap.facts(), heap.objectCount(), heap.roots().length);
            if (isSelecting()) {
                json.writeNumberField("selected", objects.size());
            }
            json.writeStringField("by", by.name().toLowerCase(Locale.ROOT));
            HistogramRows.writeTo(json, rows);
            warnings().writeTo(json);
            json.writeEndObject();
        }
    }

    private String text(Heap heap, NodeSet objects, List<Histogram.Row> rows) {
        LoadFacts facts = heap.facts();
        StringBuilder text = new StringBuilder();
        text.append(Printable.of(facts.dumpName())).append(": ")
            .append(Figures.count(heap.objectCount(), "object")).append(", ")
            .append(Figures.count(facts.references(), "reference")).append(", ")
            .append(Figures.bytes(facts.memsize())).append('\n');
        text.append("  ").append(Figures.count(heap.roots().length, "root")).append("; ")
            .append(Figures.count(facts.danglingReferences(), "dangling reference")).append("; ")
            .append(Figures.count(facts.duplicateReferences(), "repeated reference")).append("; ")
            .append(facts.issues().total() == 0 ? "no damaged line"
                : Figures.count(facts.issues().total(), "damaged place")).append('\n');
        text.append("  ").append(facts.withGeneration() == 0
            ? "no object carries a generation: allocation tracing was off, file and line are not known"
            : Figures.share(facts.withGeneration(), heap.objectCount())
                + " of the objects carry a generation: they were allocated under tracing").append("\n");
        if (facts.slots().total() > 0) {
            text.append("  beside them ").append(slots(facts.slots())).append('\n');
        }
        if (facts.withoutMemsize() > 0) {
            text.append("  ").append(Figures.count(facts.withoutMemsize(), "record"))
                .append(facts.withoutMemsize() == 1 ? " carries" : " carry").append(" no memsize, as with Ruby 2.1: at "
                    + LoadFacts.SLOT_BYTES + " B a slot the objects take ").append(Figures.bytes(facts.leastMemsize()))
                .append(" at least\n");
        }
        if (isSelecting()) {
            text.append("  selected: ").append(Figures.count(objects.size(), "object")).append(", ")
                .append(Figures.bytes(rows.stream().mapToLong(Histogram.Row::memsize).reduce(0, Saturating::sum)))
                .append('\n');
        }
        text.append('\n');
        text.append(HistogramRows.text(rows, by, RowLimit.orElse(top, SHOWN)));
        text.append("\nNext: memdump diff BEFORE AFTER shows what is new between two dumps of this process.\n");
        return text.toString();
    }

    private static String slots(Slots slots) {
        List<String> counts = new ArrayList<>();
        for (String type : Slots.TYPES) {
            if (slots.count(type) > 0) {
                counts.add(String.format(Locale.ROOT, "%,d %s", slots.count(type), type));
            }
        }
        return Figures.count(slots.total(), "free slot") + ", which are no objects: " + String.join(", ", counts);
    }
}
