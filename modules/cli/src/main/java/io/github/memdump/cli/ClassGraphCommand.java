package io.github.memdump.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.analysis.ClassGraph;
import io.github.memdump.analysis.Grouping;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.render.TextTable;
import io.github.memdump.export.ClassGraphWriter;
import io.github.memdump.file.Target;
import io.github.memdump.heap.Heap;
import io.github.memdump.text.Printable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which class refers to which. */
@Command(name = "class-graph", header = {"Shows which class refers to which, and how often.", ""}, description = {
    "All objects of a class, or all allocated at one line, become one. An edge stands for all references from objects"
        + " of one class to objects of another, or of the same, and tells how many objects these references go to and"
        + " how many bytes such objects have.", "",
    "With -o the graph is written: .gml for Gephi with counts and bytes of the classes, .csv for edges alone, .json for"
        + " both. --nodes and --min-weight keep it small enough to look at.", "",
    "With --where the graph is that of the selected objects and of the references between them.", ""},
    footer = {"", "Examples:", "  memdump class-graph after.json.gz --by site --top 20",
        "  memdump class-graph after.json.gz --nodes 200 --min-weight 10 -o classes.gml",
        "  memdump class-graph after.json.gz --before before.json.gz --where new", "",
        "Next: who refers to the objects of a class: memdump referrers DUMP --where 'class = NAME'"})
final class ClassGraphCommand extends SelectingCommand {
    private static final int SHOWN = 40;

    @Parameters(paramLabel = "DUMP", description = "The dump, plain or gzip; - for standard input.")
    private String dump;

    @Option(names = "--by", paramLabel = "WHAT", defaultValue = "class",
        description = "Join objects by class, site (file and line), file, type or generation (default:"
            + " ${DEFAULT-VALUE}).")
    private Grouping by;

    @Option(names = "--nodes", paramLabel = "N", converter = Top.RowCount.class,
        description = "Only the N nodes with most bytes and the edges between them, or all (default: all).")
    private Integer nodes;

    @Option(names = "--min-weight", paramLabel = "N", defaultValue = "1",
        description = "Leave out edges of less than N references.")
    private long minWeight;

    @Option(names = "--top", paramLabel = "N", converter = Top.RowCount.class, description = "Only the N edges of"
        + " most references, or all (default: " + SHOWN + "; all in JSON and in files).")
    private Integer top;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Write the graph to this file: GML, CSV or"
        + " JSON by its ending .gml, .csv or .json.")
    private Path output;

    ClassGraphCommand(Session session) {
        super(session);
    }

    @Override
    protected void run() throws IOException {
        String ending = output == null ? "" : ending(output);
        Optional<Target> to = target(output);
        Heap heap = loadSelecting(dump);
        ClassGraph graph = ClassGraph.of(heap, by, selected(heap), task());
        int kept = Math.min(graph.size(), (nodes == null ? Integer.MAX_VALUE : nodes));
        int[] all = graph.edges(kept, minWeight);
        int[] edges = Arrays.copyOf(all, Math.min(all.length, (top == null ? Integer.MAX_VALUE : top)));
        ClassGraphWriter writer = new ClassGraphWriter(graph, kept, edges);
        switch (ending) {
            case "gml":
                writer.writeGml(to.orElseThrow());
                break;
            case "csv":
                writer.writeCsv(to.orElseThrow());
                break;
            case "json":
                writer.writeJson(to.orElseThrow());
                break;
            default:
        }
        if (json()) {
            try (JsonGenerator json = jsonOut()) {
                json.writeStartObject();
                json.writeStringField("by", by.name().toLowerCase(Locale.ROOT));
                writer.writeTo(json);
                warnings().writeTo(json);
                json.writeEndObject();
            }
        } else {
            session().print(text(heap, graph, kept, edges, all.length));
        }
    }

    private String ending(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        if (!Arrays.asList("gml", "csv", "json").contains(ending)) {
            throw misused("'" + file + "' does not say in which form the graph is wanted: let it end in .gml, .csv or"
                + " .json.");
        }
        return ending;
    }

    private String text(Heap heap, ClassGraph graph, int kept, int[] edges,
        int edgesOfAll) {
        StringBuilder text = new StringBuilder();
        text.append(Printable.of(heap.facts().dumpName())).append(": ")
            .append(Figures.count(kept)).append(kept < graph.size() ? " of " + Figures.count(graph.size()) : "")
            .append(" nodes, ").append(Figures.count(edgesOfAll, "edge")).append("\n\n");
        TextTable table = new TextTable().numbers("references").numbers("objects").numbers("bytes").text("from")
            .text("to");
        int shown = Math.min(edges.length, (top == null ? SHOWN : top));
        for (int i = 0; i < shown; i++) {
            int edge = edges[i];
            table.row(Figures.count(graph.references(edge)), Figures.count(graph.held(edge)),
                Figures.bytes(graph.heldMemsize(edge)), name(graph, graph.source(edge)),
                name(graph, graph.target(edge)));
        }
        text.append(table).append(HistogramRows.omitted(edgesOfAll, shown));
        if (output != null) {
            text.append('\n').append(Printable.of(output.toString())).append(": ").append(Figures.count(kept, "node"))
                .append(", ").append(Figures.count(edges.length, "edge")).append('\n');
        }
        return text.append("\nobjects, bytes: of how many objects of the second these are references to.\n\nNext:"
            + " memdump referrers DUMP --where 'class = NAME' shows who refers to the objects of a class.\n")
            .toString();
    }

    private static String name(ClassGraph graph, int node) {
        return graph.key(node).isEmpty() ? "(not known)" : graph.key(node);
    }
}
