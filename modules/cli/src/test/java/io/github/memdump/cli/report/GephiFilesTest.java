package io.github.memdump.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.dump.DumpException;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.task.Task;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.View;
import io.github.memdump.view.ViewBudget;
import io.github.memdump.view.ViewNode;
import io.github.memdump.view.assembly.Views;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gephi.graph.api.DirectedGraph;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openide.util.Lookup;

/** What Gephi finds in the files that are made for it. */
class GephiFilesTest {
    @TempDir
    private static Path folder;
    private static View view;

    private final ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);

    @BeforeAll
    static void writeFiles() throws IOException {
        GoldenDumps dumps = GoldenDumps.RUBY_3_4;
        Findings findings = Findings.ofLeak(load(dumps.before()), load(dumps.after()), Task.UNWATCHED);
        ViewBudget budget = ViewBudget.of(400, 1600).withoutRests();
        view = Views.of(Recipe.border("before", "after", budget), findings, Task.UNWATCHED);
        new GephiFiles(view).write(Files.createFile(folder.resolve("leak.gephi")), folder.resolve("leak.gexf"));
    }

    private static Heap load(Path dump) throws DumpException {
        return HeapLoader.lenient().load(DumpInput.of(dump), Task.UNWATCHED);
    }

    @AfterEach
    void close() {
        projects.closeCurrentProject();
    }

    @Test
    void theProjectOpensWithEveryNodeEdgeAndColumn() {
        projects.openProject(folder.resolve("leak.gephi").toFile());
        Workspace workspace = projects.getCurrentWorkspace();
        assertNotNull(workspace);
        requireGraph(Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace));
    }

    @Test
    void theGexfIsReadBackTheSame() throws IOException {
        projects.newProject();
        Workspace workspace = projects.getCurrentWorkspace();
        ImportController importer = Lookup.getDefault().lookup(ImportController.class);
        Container container = importer.importFile(folder.resolve("leak.gexf").toFile());
        container.getLoader().setAutoScale(false);
        importer.process(container, new DefaultProcessor(), workspace);
        requireGraph(Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace));
    }

    @Test
    void whatWasCutOffHasANameAndNoFigures() throws IOException {
        View cut = Views.of(Recipe.border("before", "after", ViewBudget.of(30, 100)), view.findings(), Task.UNWATCHED);
        Path file = Files.createFile(folder.resolve("cut.gephi"));
        new GephiFiles(cut).write(file, folder.resolve("cut.gexf"));
        projects.openProject(file.toFile());
        Node[] nodes = Lookup.getDefault().lookup(GraphController.class)
            .getGraphModel(projects.getCurrentWorkspace()).getGraph().getNodes().toArray();
        int rests = 0;
        for (Node node : nodes) {
            boolean rest = String.valueOf(node.getId()).endsWith(View.REST);
            rests += rest ? 1 : 0;
            assertEquals(rest, node.getAttribute("rank") == null, String.valueOf(node.getId()));
            assertEquals(rest, node.getAttribute("type") == null, String.valueOf(node.getId()));
            assertEquals(node.getId(), node.getAttribute("object"));
        }
        assertTrue(rests > 0 && rests < nodes.length, rests + " of " + nodes.length);
    }

    private static void requireGraph(GraphModel model) {
        DirectedGraph graph = model.getDirectedGraph();
        assertEquals(view.nodes().size(), graph.getNodeCount());
        assertEquals(view.edges().size(), graph.getEdgeCount());
        for (Column column : Column.ofFindings()) {
            assertNotNull(model.getNodeTable().getColumn(column.id()), column.id());
            assertEquals(NodeColumns.type(column), model.getNodeTable().getColumn(column.id()).getTypeClass(),
                column.id());
        }
        assertEquals(1, model.getEdgeTypeCount());
        for (ViewNode shown : view.nodes()) {
            requireNode(graph.getNode(view.findings().heap().identity(shown.object())), shown);
        }
        for (Edge edge : graph.getEdges()) {
            assertTrue(edge.getAttribute("kind").equals("reference") || edge.getAttribute("kind").equals("collapsed"));
            assertTrue(edge.isDirected());
        }
    }

    private static void requireNode(Node node, ViewNode shown) {
        Findings findings = view.findings();
        assertEquals(shown.x(), node.x(), 0.01);
        assertEquals(shown.y(), node.y(), 0.01);
        assertEquals(shown.size() / 2, node.size(), 0.01, "a radius in Gephi, a diameter in a view");
        assertEquals(shown.rgb(), node.getRGBA() & 0xFFFFFF);
        assertEquals(shown.name(), node.getLabel());
        assertEquals(view.rank(shown), node.getAttribute("rank"));
        assertEquals(findings.text(Column.CLASS, shown.object()), node.getAttribute("class"));
        assertEquals(findings.number(Column.RETAINED_SIZE, shown.object()), node.getAttribute("retained_size"));
        long alive = view.number(Column.KEEPALIVE_NEW_COUNT, shown);
        if (alive == Findings.ABSENT) {
            assertNull(node.getAttribute("keepalive_new_count"));
        } else {
            assertEquals((int) alive, node.getAttribute("keepalive_new_count"));
        }
    }
}
