package io.github.memdump.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Grouping;
import io.github.memdump.analysis.Histogram;
import io.github.memdump.analysis.Unreachable;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.render.TextTable;
import io.github.memdump.array.Saturating;
import io.github.memdump.file.Target;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.text.Printable;
import io.github.memdump.view.ObjectNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What no root reaches. */
@Command(name = "unreachable", header = {"Shows objects that no root reaches.", ""}, description = {
    "Objects in the dump to which no path of references leads from any ROOT record. They are one of these:", "",
    "  garbage        dead and not yet collected; many, if no GC ran before the dump (call GC.start first)",
    "  hidden roots   alive by something the dump does not list, such as a C extension that marks on its own; those"
        + " count as garbage here, and are still there in a later dump", "",
    "An object keeps its class alive, though a dump does not list that reference. What is alive only so, classes and"
        + " what they hold, is counted as held by class; it is unreachable with --plain-references alone.", "",
    "The heads of the garbage are the objects that no other garbage refers to, and cycles that nothing refers to: what"
        + " each holds is what goes with it.", ""},
    footer = {"", "Examples:", "  memdump unreachable after.json.gz",
        "  memdump unreachable --by site --top 20 -o garbage.csv before.json.gz", "",
        "Next: garbage that comes back in each dump is churn; where it is made: memdump unreachable --by site DUMP"})
final class UnreachableCommand extends AnalysingCommand {
    private static final int SHOWN = 20;
    private static final List<Column> COLUMNS = List.of(Column.OBJECT, Column.ADDRESS, Column.TYPE, Column.CLASS,
        Column.NAME, Column.MEMSIZE, Column.GENERATION, Column.FILE, Column.LINE, Column.METHOD);

    @Parameters(paramLabel = "DUMP", description = "The dump, plain or gzip; - for standard input.")
    private String dump;

    @Option(names = "--by", paramLabel = "WHAT", defaultValue = "class",
        description = "Group by class, site (file:line), file, generation or type (default: ${DEFAULT-VALUE}).")
    private Grouping by;

    @Mixin
    private Top top;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE",
        description = "Write the unreachable objects to this file: JSON if its name ends in .json, else CSV.")
    private Path output;

    UnreachableCommand(Session session) {
        super(session);
    }

    @Override
    protected void run() throws IOException {
        Optional<Target> to = target(output);
        Heap heap = load(dump);
        Unreachable unreachable = Unreachable.of(heap, task());
        if (output != null) {
            new ObjectRows(Findings.of(heap).build(), COLUMNS, unreachable.objects().toArray())
                .writeTo(to.get(), json -> writeFigures(json, heap, unreachable));
        }
        if (json()) {
            try (JsonGenerator json = jsonOut()) {
                json.writeStartObject();
                writeFigures(json, heap, unreachable);
                json.writeStringField("by", by.name().toLowerCase(Locale.ROOT));
                HistogramRows.writeTo(json, first(Histogram.of(heap, by, unreachable.objects()).rows(), true));
                writeHeads(json, heap, first(unreachable.heads(), true));
                warnings().writeTo(json);
                json.writeEndObject();
            }
        } else {
            session().print(text(heap, unreachable));
        }
    }

    private <T> List<T> first(List<T> rows, boolean all) {
        return rows.subList(0, Math.min(rows.size(), top.orElse(all ? Integer.MAX_VALUE : SHOWN)));
    }

    private static void writeFigures(JsonGenerator json, Heap heap, Unreachable unreachable) throws IOException {
        json.writeNumberField("unreachable", unreachable.objects().size());
        json.writeNumberField("unreachable_memsize", memsize(heap, unreachable.objects()));
        json.writeNumberField("held_by_class", unreachable.heldByClass().size());
        json.writeNumberField("held_by_class_memsize", memsize(heap, unreachable.heldByClass()));
        json.writeNumberField("garbage", unreachable.garbage().size());
        json.writeNumberField("garbage_memsize", memsize(heap, unreachable.garbage()));
        json.writeNumberField("garbage_heads", unreachable.heads().size());
    }

    private static void writeHeads(JsonGenerator json, Heap heap, List<Unreachable.Head> heads) throws IOException {
        json.writeArrayFieldStart("heads");
        for (Unreachable.Head head : heads) {
            json.writeStartObject();
            json.writeStringField("object", heap.identity(head.object()));
            json.writeStringField("type", heap.typeName(head.object()));
            json.writeStringField("class", heap.className(head.object()));
            json.writeStringField("name", heap.name(head.object()));
            json.writeStringField("site", heap.sites().place(heap.site(head.object())));
            json.writeNumberField("cycle", head.cycle());
            json.writeNumberField("held_count", head.heldCount());
            json.writeNumberField("held_size", head.heldSize());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private String text(Heap heap, Unreachable unreachable) {
        NodeSet objects = unreachable.objects();
        StringBuilder text = new StringBuilder(Printable.of(heap.facts().dumpName())).append(": ")
            .append(amount(heap, objects)).append(" reachable from no root, of ")
            .append(Figures.count(heap.objectCount())).append('\n')
            .append("  garbage:       ").append(amount(heap, unreachable.garbage()))
            .append(", dead and not yet collected, or alive by a root that the dump does not list\n")
            .append(heap.isOverPlainReferences() ? "  held by class: " : "Reachable through held classes alone: ")
            .append(amount(heap, unreachable.heldByClass())).append(", alive through their instances\n");
        if (objects.isEmpty()) {
            return text.append("\nNothing waits for the collector.\n").toString();
        }
        List<Histogram.Row> rows = Histogram.of(heap, by, objects).rows();
        text.append('\n').append(HistogramRows.text(rows, by, top.orElse(SHOWN)));
        List<Unreachable.Head> heads = first(unreachable.heads(), false);
        if (!heads.isEmpty()) {
            ObjectNames names = new ObjectNames(heap);
            text.append("\nHeads of the garbage: nothing else refers to them\n");
            TextTable table = new TextTable().numbers("held_size").numbers("objects").numbers("cycle of").text("what")
                .text("object").text("allocated at");
            for (Unreachable.Head head : heads) {
                table.row(Figures.bytes(head.heldSize()), Figures.count(head.heldCount()),
                    head.cycle() == 1 ? "" : Figures.count(head.cycle()), names.of(head.object()),
                    heap.identity(head.object()), heap.sites().place(heap.site(head.object())));
            }
            text.append(table).append(HistogramRows.omitted(unreachable.heads().size(), heads.size()));
        }
        if (output != null) {
            text.append('\n').append(Printable.of(output.toString())).append(": ")
                .append(Figures.count(objects.size(), "row")).append('\n');
        }
        return text.append("\nNext: what stays although it should go is reachable: memdump suspects DUMP\n").toString();
    }

    private static String amount(Heap heap, NodeSet objects) {
        return Figures.count(objects.size(), "object") + " (" + Figures.bytes(memsize(heap, objects)) + ")";
    }

    private static long memsize(Heap heap, NodeSet objects) {
        long size = 0;
        for (int object = objects.nextMember(0); object >= 0; object = objects.nextMember(object + 1)) {
            size = Saturating.sum(size, heap.memsize(object));
        }
        return size;
    }
}
