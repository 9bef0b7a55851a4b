package io.github.memdump.cli.inspect;

import io.github.memdump.analysis.ClassGraph;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.TableColumn;
import io.github.memdump.cli.command.SelectingCommand;
import io.github.memdump.cli.command.Session;
import io.github.memdump.cli.command.Top;
import io.github.memdump.cli.option.By;
import io.github.memdump.export.ClassGraphWriter;
import io.github.memdump.file.Target;
import io.github.memdump.heap.Heap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
public final class ClassGraphCommand extends SelectingCommand {
    private static final int SHOWN = 40;

    @Parameters(paramLabel = "DUMP", description = "The dump, plain or gzip; - for standard input.")
    private String dump;

    @Mixin
    private By by;

    @Option(names = "--nodes", paramLabel = "N", converter = Top.RowCount.class,
        description = "Only the N nodes with most bytes and the edges between them, or all (default: all).")
    private Integer nodes;

    @Option(names = "--min-weight", paramLabel = "N", defaultValue = "1",
        description = "Leave out edges of less than N references.")
    private long minWeight;

    @Mixin
    private Top top;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Write the graph to this file: GML, CSV or"
        + " JSON by its ending .gml, .csv or .json.")
    private Path output;

    public ClassGraphCommand(Session session) {
        super(session);
    }

    @Override
    protected Answer answer() throws IOException {
        String ending = output == null ? "" : ending(output);
        Optional<Target> to = target(output);
        Heap heap = loadSelecting(dump);
        ClassGraph graph = ClassGraph.of(heap, by.grouping(), selected(heap), task());
        int kept = Math.min(graph.size(), nodes == null ? Integer.MAX_VALUE : nodes);
        int[] all = graph.edges(kept, minWeight);
        int[] edges = Arrays.copyOf(all, Math.min(all.length, top.orElse(Integer.MAX_VALUE)));
        Answer.Builder answer = Answer.builder()
            .say(heap.facts().dumpName() + ": " + Figures.count(kept) + (kept < graph.size() ? " of "
                + Figures.count(graph.size()) : "") + " nodes, " + Figures.count(all.length, "edge"))
            .table(nodes(graph, kept));
        if (ending.equals("gml")) {
            new ClassGraphWriter(graph, kept, edges).writeGml(to.orElseThrow());
        } else if (ending.equals("csv")) {
            output().save(Answer.builder().table(edges(graph, edges, all.length, "weight")).build(),
                to.orElseThrow());
        } else if (ending.equals("json")) {
            output().save(Answer.builder().table(nodes(graph, kept))
                .table(edges(graph, edges, all.length, "references")).build(), to.orElseThrow());
        }
        answer.fact("by", by.id())
            .table(edges(graph, edges, all.length, "references"));
        if (output != null) {
            answer.say(output + ": " + Figures.count(kept, "node") + ", " + Figures.count(edges.length, "edge"));
        }
        return answer.next("memdump referrers DUMP --where 'class = NAME'",
            "shows who refers to the objects of a class").build();
    }

    private static AnswerTable<Integer> nodes(ClassGraph graph, int count) {
        return AnswerTable.<Integer>of("nodes", count, node -> node).whole()
            .column(TableColumn.text("key", graph::key)).column(TableColumn.count("count", graph::objects))
            .column(TableColumn.bytes("memsize", graph::memsize)).build();
    }

    /** Edges in a file of their own have names for what is not known, so that no end of one is empty. */
    private static AnswerTable<Integer> edges(ClassGraph graph, int[] edges, int all, String weight) {
        boolean isNamed = weight.equals("weight");
        return AnswerTable.ofObjects("rows", edges).firstOf(all).showing(SHOWN)
            .column(TableColumn.text("source", edge -> isNamed ? name(graph, graph.source(edge))
                : graph.key(graph.source(edge))))
            .column(TableColumn.text("target", edge -> isNamed ? name(graph, graph.target(edge))
                : graph.key(graph.target(edge))))
            .column(TableColumn.<Integer>count(weight, graph::references).titled("references"))
            .column(TableColumn.<Integer>count("count", graph::held).titled("objects"))
            .column(TableColumn.<Integer>bytes("memsize", graph::heldMemsize).titled("bytes"))
            .column(TableColumn.<Integer>text(null, edge -> name(graph, graph.source(edge))).titled("from"))
            .column(TableColumn.<Integer>text(null, edge -> name(graph, graph.target(edge))).titled("to"))
            .note("objects, bytes: number and size of the objects of the second that these references lead to.")
            .build();
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

    private static String name(ClassGraph graph, int node) {
        return graph.key(node).isEmpty() ? "(not known)" : graph.key(node);
    }
}
