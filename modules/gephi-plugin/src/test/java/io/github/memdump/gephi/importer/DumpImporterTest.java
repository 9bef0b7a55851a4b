package io.github.memdump.gephi.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.OwnObjects;
import io.github.memdump.gephi.Gephi;
import io.github.memdump.gephi.heap.HeapTies;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.swing.RoleColour;
import io.github.memdump.task.Task;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.View;
import io.github.memdump.view.ViewBudget;
import io.github.memdump.view.ViewNode;
import io.github.memdump.view.assembly.Views;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.spi.Processor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openide.util.Lookup;

final class DumpImporterTest {
    private final ImportController controller = Lookup.getDefault().lookup(ImportController.class);

    @TempDir
    private Path folder;

    @AfterEach
    void closeProject() {
        Gephi.projects().closeCurrentProject();
    }

    private Container imported(DumpImporter importer, Path dump) throws IOException {
        return controller.importFile(dump.toFile(), importer);
    }

    private void processed(Container container) {
        container.setSource("after.json");
        assertTrue(container.verify());
        controller.process(container, Lookup.getDefault().lookup(Processor.class), null);
    }

    /** By the figure made for rankings the old holders of most new objects come first. */
    private static void requireCulpritFirst(GraphModel model) {
        Node first = null;
        for (Node node : model.getGraph().getNodes().toArray()) {
            Double rank = (Double) node.getAttribute("rank");
            first = first == null || rank != null && rank > (Double) first.getAttribute("rank") ? node : first;
        }
        assertEquals("old", first.getAttribute("border"));
        int held = (Integer) first.getAttribute("held_new_count");
        assertTrue(held > 100, held + " held");
        assertTrue((Integer) first.getAttribute("keepalive_new_count") > held);
    }

    private static void requireRestsAreLight(GraphModel model) {
        for (Edge edge : model.getGraph().getEdges().toArray()) {
            boolean rest = String.valueOf(edge.getTarget().getId()).endsWith(View.REST);
            assertTrue(!rest || edge.getWeight() == 1, edge.getTarget().getId() + " weighs " + edge.getWeight());
        }
    }

    private static WorkspaceHeap awaited() throws InterruptedException {
        for (int i = 0; i < 200 && HeapTies.current().isEmpty(); i++) {
            Thread.sleep(50);
        }
        return HeapTies.current().orElseThrow();
    }

    private static DumpImporter bordering(GoldenDumps dumps) {
        DumpImporter importer = new DumpImporter();
        importer.choose(ImportChoices.usual(List.of(dumps.before(), dumps.after())));
        return importer;
    }

    @Test
    void dumpsInTheWrongOrderAreTakenInTheRightOneAndThatIsSaid() throws Exception {
        GoldenDumps dumps = GoldenDumps.RUBY_3_4;
        DumpImporter importer = new DumpImporter();
        importer.choose(ImportChoices.usual(List.of(dumps.after(), dumps.before())));
        processed(imported(importer, dumps.before()));
        assertEquals(List.of(dumps.before(), dumps.after()),
            awaited().dumps().stream().map(dump -> dump.path()).collect(Collectors.toList()));
        assertEquals(1, issues(importer).stream()
            .filter(issue -> issue.startsWith("Taken in the order")).count(), issues(importer).toString());
        DumpImporter right = bordering(dumps);
        imported(right, dumps.after());
        assertTrue(issues(right).stream().noneMatch(issue -> issue.startsWith("Taken")), issues(right).toString());
    }

    private static List<String> issues(DumpImporter importer) {
        List<String> issues = new ArrayList<>();
        importer.getReport().getIssues(Integer.MAX_VALUE).forEachRemaining(issue -> issues.add(issue.getMessage()));
        return issues;
    }

    @Test
    void aBorderBecomesAWorkspaceWithEveryColumnOfTheHeap() throws Exception {
        GoldenDumps dumps = GoldenDumps.RUBY_3_4;
        processed(imported(bordering(dumps), dumps.after()));
        WorkspaceHeap heap = awaited();
        assertEquals(Recipe.Subject.BORDER, heap.recipe().subject());
        assertTrue(Gephi.workspace().getName().startsWith("Border: "), Gephi.workspace().getName());
        Findings findings = heap.loaded().orElseThrow();
        View view = Views.of(heap.recipe(), findings, Task.UNWATCHED);
        GraphModel model = Gephi.graph();
        assertEquals(view.nodes().size(), model.getGraph().getNodeCount());
        assertTrue(model.getGraph().getNodeCount() > 100, "the shop leaks more than a hundred objects");
        for (Column column : Column.ofFindings()) {
            assertTrue(model.getNodeTable().hasColumn(column.id()), column.id());
            assertEquals(column.id(), model.getNodeTable().getColumn(column.id()).getTitle());
            boolean number = Number.class.isAssignableFrom(model.getNodeTable().getColumn(column.id()).getTypeClass());
            assertEquals(column.kind() == Column.Kind.NUMBER, number, column.id());
        }
        int labelled = 0;
        for (ViewNode expected : view.nodes()) {
            Node node = model.getGraph().getNode(view.id(expected));
            assertNotNull(node);
            assertEquals(expected.name(), node.getLabel());
            assertEquals(expected.isRest() ? null : (Double) view.rank(expected), node.getAttribute("rank"));
            labelled += node.getTextProperties().isVisible() ? 1 : 0;
            assertTrue(node.size() >= expected.size() / 2 - 0.001f, "a radius in Gephi, a diameter in a view");
            assertTrue("old".equals(node.getAttribute("border")) || node.size() <= expected.size() / 2 + 0.001f);
            assertEquals(RoleColour.of(expected.rgb()).getRGB() & 0xFFFFFF, node.getRGBA() & 0xFFFFFF);
            assertTrue(node.y() <= expected.y() + 0.01f, "rows only move apart");
            assertTrue(node.x() >= expected.x() - 0.01f, "columns only move apart");
            for (Column column : Column.ofFindings()) {
                String text = view.text(column, expected);
                Object value = node.getAttribute(column.id());
                assertEquals(text.isEmpty() ? null : text, value == null ? null : value.toString(), column.id());
            }
        }
        assertTrue(labelled > 2 && labelled <= 80, labelled + " labels");
        requireCulpritFirst(model);
        requireRestsAreLight(model);
    }

    @Test
    void everyBorderObjectOfTheGoldenAnswerIsShown() throws Exception {
        GoldenDumps dumps = GoldenDumps.RUBY_3_1;
        processed(imported(bordering(dumps), dumps.after()));
        awaited();
        Set<String> border = new HashSet<>();
        for (Node node : Gephi.graph().getGraph().getNodes().toArray()) {
            if ("new".equals(node.getAttribute("border"))) {
                border.add(node.getId().toString());
            }
        }
        Findings findings = HeapTies.current().orElseThrow().loaded().orElseThrow();
        OwnObjects own = OwnObjects.of(findings.heap());
        Set<String> expected = Arrays.stream(findings.border().orElseThrow().newBorder().toArray())
            .filter(object -> !own.contains(object)).mapToObj(findings.heap()::identity).collect(Collectors.toSet());
        assertTrue(border.containsAll(expected), "all but what the dump itself made");
    }

    @Test
    void edgesAreDirectedOfOneTypeAndNeverParallel() throws Exception {
        GoldenDumps dumps = GoldenDumps.RUBY_3_4;
        processed(imported(bordering(dumps), dumps.after()));
        Set<String> pairs = new HashSet<>();
        Edge[] edges = Gephi.graph().getGraph().getEdges().toArray();
        for (Edge edge : edges) {
            assertTrue(edge.isDirected());
            assertTrue(pairs.add(edge.getSource().getId() + " " + edge.getTarget().getId()));
            assertNotNull(edge.getAttribute("kind"));
            assertTrue(edge.getWeight() >= 1);
        }
        assertTrue(edges.length > 100);
        assertEquals(1, Gephi.graph().getEdgeTypeCount());
    }

    @Test
    void twoEdgesBetweenTheSameNodesBecomeOneThatWeighsBoth() throws Exception {
        HeapDsl heap = HeapDsl.heap().root("vm", "A", "a").klass("A").object("a").ofClass("A").refers("b")
            .object("b").ofClass("A");
        Path dump = heap.writeTo(folder.resolve("one.json"));
        Findings findings = io.github.memdump.gephi.heap.Heaps.shared().findings(
            List.of(io.github.memdump.gephi.heap.DumpFile.of(dump)), Task.UNWATCHED);
        int a = io.github.memdump.gephi.heap.ObjectsByIdentity.of(findings.heap(), heap.identity("a"));
        int b = io.github.memdump.gephi.heap.ObjectsByIdentity.of(findings.heap(), heap.identity("b"));
        View view = new View(Recipe.of(Recipe.Subject.HEAP, List.of(dump.toString()), ViewBudget.DEFAULT), findings,
            List.of(new ViewNode(a, "a", 0xFF0000, 5, 1, 2), new ViewNode(b, "", 0x00FF00, 5, 3, 4)),
            List.of(new io.github.memdump.view.ViewEdge(0, 1, io.github.memdump.view.EdgeKind.REFERENCE, 2),
                new io.github.memdump.view.ViewEdge(0, 1, io.github.memdump.view.EdgeKind.COLLAPSED, 3)), List.of());
        Container container = Lookup.getDefault().lookup(Container.Factory.class).newContainer();
        io.github.memdump.gephi.workspace.ViewContainer.fill(container.getLoader(), view, Task.UNWATCHED);
        processed(container);
        Edge[] edges = Gephi.graph().getGraph().getEdges().toArray();
        assertEquals(1, edges.length);
        assertEquals(5, edges[0].getWeight());
        assertEquals("reference", edges[0].getAttribute("kind"));
    }

    @Test
    void aSingleDumpShowsItsHeapWithinTheBudget() throws Exception {
        DumpImporter importer = new DumpImporter();
        Path dump = GoldenDumps.RUBY_3_4.after();
        importer.choose(new ImportChoices(List.of(dump), Recipe.Subject.HEAP, "", ViewBudget.of(300, 400), Set.of()));
        processed(imported(importer, dump));
        assertTrue(Gephi.graph().getGraph().getNodeCount() <= 300);
        assertTrue(Gephi.graph().getGraph().getNodeCount() > 250);
        assertTrue(Gephi.graph().getGraph().getEdgeCount() <= 400);
        assertFalse(awaited().omissions().isEmpty());
    }

    @Test
    void importsADumpThatNobodyWasAskedAbout() throws Exception {
        Path dump = GoldenDumps.RUBY_3_4.after();
        Container container = controller.importFile(dump.toFile());
        processed(container);
        assertEquals(Recipe.Subject.HEAP, awaited().recipe().subject());
    }

    @Test
    void ofTwoDumpsOpenedTogetherOnlyOneIsImported() throws Exception {
        DumpImporter before = new DumpImporter();
        DumpImporter after = new DumpImporter();
        GoldenDumps dumps = GoldenDumps.RUBY_3_4;
        DumpImporterUI.choose(List.of(before, after),
            ImportChoices.usual(List.of(dumps.before(), dumps.after())));
        assertNull(imported(before, dumps.before()));
        assertNotNull(imported(after, dumps.after()));
        assertTrue(before.getReport().isEmpty(), "the one that is part of the other has nothing to complain of");
    }

    @Test
    void workspacesOfTheSameDumpsShareTheirHeap() throws Exception {
        GoldenDumps dumps = GoldenDumps.RUBY_3_4;
        processed(imported(bordering(dumps), dumps.after()));
        Findings first = awaited().loaded().orElseThrow();
        DumpImporter classes = new DumpImporter();
        classes.choose(new ImportChoices(List.of(dumps.before(), dumps.after()), Recipe.Subject.SELECTION, "/./",
            ViewBudget.of(50, 50), Set.of()));
        processed(imported(classes, dumps.after()));
        assertSame(first, awaited().loaded().orElseThrow());
    }

    @Test
    void aCancelledImportLeavesNothing() throws Exception {
        DumpImporter importer = bordering(GoldenDumps.RUBY_3_4);
        importer.cancel();
        assertNull(imported(importer, GoldenDumps.RUBY_3_4.after()));
        assertTrue(importer.getReport().isEmpty());
        assertFalse(Gephi.projects().hasCurrentProject());
    }

    @Test
    void aDumpThatIsGoneIsReportedInWords() throws Exception {
        Path dump = HeapDsl.heap().root("vm", "a").object("a").writeTo(folder.resolve("lost.json"));
        DumpImporter importer = new DumpImporter();
        importer.choose(ImportChoices.usual(List.of(folder.resolve("never.json"), dump)));
        assertNull(imported(importer, dump));
        Issue issue = importer.getReport().getIssuesList(1).iterator().next();
        assertEquals(Issue.Level.SEVERE, issue.getLevel());
        assertTrue(issue.getMessage().contains("never.json"), issue.getMessage());
    }

    @Test
    void damageFillsAHandfulOfReportLines() throws Exception {
        HeapDsl heap = HeapDsl.heap().root("vm", "a").object("a");
        for (int i = 0; i < 5_000; i++) {
            heap.raw("{broken");
        }
        Path dump = heap.writeTo(folder.resolve("damaged.json"));
        DumpImporter importer = new DumpImporter();
        Container container = imported(importer, dump);
        List<Issue> issues = List.copyOf(container.getReport().getIssuesList(1_000));
        assertEquals(1, issues.size());
        assertTrue(issues.get(0).getMessage().contains("5,000"), issues.get(0).getMessage());
    }

    @Test
    void aDumpCutOffInTheArchiveIsStillImported() throws Exception {
        byte[] whole = Files.readAllBytes(GoldenDumps.RUBY_3_4.after());
        Path cut = Files.write(folder.resolve("cut.json.gz"), java.util.Arrays.copyOf(whole, whole.length / 2));
        DumpImporter importer = new DumpImporter();
        importer.setFile(cut.toFile());
        Container container = Lookup.getDefault().lookup(Container.Factory.class).newContainer();
        assertTrue(importer.execute(container.getLoader()));
        assertFalse(importer.getReport().getIssuesList(10).isEmpty());
    }
}
