package io.github.memdump.gephi.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.analysis.StopType;
import io.github.memdump.gephi.Gephi;
import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.Recipes;
import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.gephi.workspace.ViewWorkspace;
import io.github.memdump.testing.DiffOracle;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.Oracle;
import io.github.memdump.testing.RandomHeap;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.ViewBudget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.swing.JPanel;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.statistics.api.StatisticsController;
import org.gephi.statistics.spi.StatisticsUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openide.util.Lookup;

final class KeepAliveCountTest {
    @TempDir
    private Path folder;

    @AfterEach
    void closeProject() {
        Gephi.projects().closeCurrentProject();
    }

    private static GraphModel opened(Path before, Path after) throws Exception {
        List<DumpFile> dumps = List.of(DumpFile.of(before), DumpFile.of(after));
        ViewWorkspace.open(Recipes.of(Recipe.Subject.BORDER, dumps, "", ViewBudget.DEFAULT), dumps, new TicketTask());
        return Gephi.graph();
    }

    @Test
    void countsOnTheHeapWhatBruteForceFinds() throws Exception {
        for (long seed = 1; seed <= 12; seed++) {
            RandomHeap heap = RandomHeap.ofSeed(seed);
            Path before = heap.before().writeTo(folder.resolve("before" + seed + ".json"));
            Path after = heap.after().writeTo(folder.resolve("after" + seed + ".json"));
            GraphModel model = opened(before, after);
            new KeepAliveCount().execute(model);
            Oracle oracle = Oracle.of(after);
            DiffOracle diff = oracle.since(Oracle.of(before));
            for (Node node : model.getGraph().getNodes().toArray()) {
                String object = node.getId().toString();
                String where = "seed " + seed + ", " + object;
                assertEquals(oracle.reachableFrom(object).size(), node.getAttribute("keepalive_count"), where);
                if (diff.newObjects().contains(object)) {
                    assertEquals((int) diff.keepaliveNewCount(object), node.getAttribute("keepalive_new_count"), where);
                } else {
                    long through = diff.keptNewThrough(object);
                    Object expected = through == 0 ? null : (Object) (int) through;
                    assertEquals(expected, node.getAttribute("keepalive_new_count"), where);
                }
            }
            Gephi.projects().closeCurrentProject();
        }
    }

    @Test
    void agreesWithTheGoldenSumsOverTheBorder() throws Exception {
        GoldenDumps dumps = GoldenDumps.RUBY_3_4;
        GraphModel model = opened(dumps.before(), dumps.after());
        for (Node node : model.getGraph().getNodes().toArray()) {
            node.removeAttribute("keepalive_count");
            node.removeAttribute("keepalive_new_count");
        }
        KeepAliveCount statistic = new KeepAliveCount();
        statistic.execute(model);
        long all = 0;
        long inNew = 0;
        for (Node node : model.getGraph().getNodes().toArray()) {
            if ("new".equals(node.getAttribute("border"))) {
                all += (Integer) node.getAttribute("keepalive_count");
                inNew += (Integer) node.getAttribute("keepalive_new_count");
            }
        }
        // Rows of an object, what it keeps alive, and what of that is new.
        List<?> rows = (List<?>) dumps.answer().at("references_and_held_classes", "keepalive_rows");
        assertEquals(rows.stream().mapToLong(row -> number((List<?>) row, 1)).sum(), all);
        assertEquals(rows.stream().mapToLong(row -> number((List<?>) row, 2)).sum(), inNew);
        assertTrue(statistic.isOnHeap());
    }

    private static long number(List<?> row, int column) {
        return ((Number) row.get(column)).longValue();
    }

    @Test
    void countsOnTheVisibleGraphWhereThereIsNoHeapAndSaysSo() {
        Gephi.projects().newProject();
        GraphModel model = Gephi.graph();
        Node[] nodes = new Node[4];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = model.factory().newNode("n" + i);
            model.getGraph().addNode(nodes[i]);
        }
        for (int[] pair : new int[][] {{0, 1}, {1, 2}, {2, 1}}) {
            Edge edge = model.factory().newEdge(nodes[pair[0]], nodes[pair[1]], true);
            model.getGraph().addEdge(edge);
        }
        KeepAliveCount statistic = new KeepAliveCount();
        statistic.execute(model);
        assertFalse(statistic.isOnHeap());
        int[] expected = {3, 2, 2, 1};
        for (int i = 0; i < nodes.length; i++) {
            assertEquals(expected[i], nodes[i].getAttribute("keepalive_count"));
        }
        assertEquals("3", statistic.getResult());
        assertTrue(statistic.getReport().contains("No heap stands behind this workspace"), statistic.getReport());
        assertFalse(model.getNodeTable().hasColumn("keepalive_new_count"));
    }

    @Test
    void anUndirectedEdgeCountsBothWays() {
        Gephi.projects().newProject();
        GraphModel model = Gephi.graph();
        Random random = new Random(7);
        Node[] nodes = new Node[50];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = model.factory().newNode("n" + i);
            model.getGraph().addNode(nodes[i]);
        }
        for (int i = 1; i < nodes.length; i++) {
            model.getGraph().addEdge(model.factory().newEdge(nodes[random.nextInt(i)], nodes[i], false));
        }
        new KeepAliveCount().execute(model);
        for (Node node : nodes) {
            assertEquals(50, node.getAttribute("keepalive_count"));
        }
    }

    @Test
    void keepsTheColumnsWhenTheDumpIsGone() throws Exception {
        RandomHeap heap = RandomHeap.ofSeed(3);
        Path before = heap.before().writeTo(folder.resolve("before.json"));
        Path after = heap.after().writeTo(folder.resolve("after.json"));
        GraphModel model = opened(before, after);
        Node node = model.getGraph().getNodes().toArray()[0];
        node.setAttribute("keepalive_count", 4711);
        io.github.memdump.gephi.heap.HeapTies.of(model).orElseThrow().release();
        Files.delete(after);
        KeepAliveCount statistic = new KeepAliveCount();
        statistic.execute(model);
        assertFalse(statistic.isOnHeap());
        assertTrue(statistic.getReport().contains("Locate dumps"), statistic.getReport());
        assertTrue(statistic.getReport().contains("were left as they are: keepalive_new_count, keepalive_count"),
            statistic.getReport());
        assertEquals(4711, node.getAttribute("keepalive_count"));
    }

    @Test
    void theReportHoldsDefinitionChartTopRowsAndCommand() throws Exception {
        GoldenDumps dumps = GoldenDumps.RUBY_3_1;
        KeepAliveCount statistic = new KeepAliveCount();
        statistic.execute(opened(dumps.before(), dumps.after()));
        String report = statistic.getReport();
        assertTrue(report.contains("keepalive_count is the number of objects"), report);
        assertTrue(report.contains("./memdump keepalive --before"), report);
        assertTrue(report.contains("Leak::Session"), report);
        Matcher image = Pattern.compile("<IMG SRC=\"(file:[^\"]+)\"").matcher(report);
        assertTrue(image.find(), report);
        assertTrue(Files.size(Path.of(java.net.URI.create(image.group(1)))) > 1_000);
    }

    @Test
    void aCancelledCountChangesNothing() throws Exception {
        RandomHeap heap = RandomHeap.ofSeed(5);
        GraphModel model = opened(heap.before().writeTo(folder.resolve("before.json")),
            heap.after().writeTo(folder.resolve("after.json")));
        Node node = model.getGraph().getNodes().toArray()[0];
        node.setAttribute("keepalive_count", 4711);
        KeepAliveCount statistic = new KeepAliveCount();
        statistic.cancel();
        statistic.execute(model);
        assertEquals(4711, node.getAttribute("keepalive_count"));
        assertTrue(statistic.getReport().contains("Cancelled"), statistic.getReport());
    }

    @Test
    void aColumnOfAnotherTypeIsLeftAlone() {
        Gephi.projects().newProject();
        GraphModel model = Gephi.graph();
        model.getNodeTable().addColumn("keepalive_count", String.class);
        Node node = model.factory().newNode("n");
        model.getGraph().addNode(node);
        node.setAttribute("keepalive_count", "mine");
        KeepAliveCount statistic = new KeepAliveCount();
        statistic.execute(model);
        assertEquals("mine", node.getAttribute("keepalive_count"));
        assertTrue(statistic.getReport().contains("were left as they are: keepalive_count"), statistic.getReport());
    }

    @Test
    void standsInTheStatisticsPanel() {
        StatisticsController controller = Lookup.getDefault().lookup(StatisticsController.class);
        assertNotNull(controller.getBuilder(KeepAliveCount.class));
        StatisticsUI ui = Lookup.getDefault().lookupAll(StatisticsUI.class).stream()
            .filter(known -> known.getStatisticsClass() == KeepAliveCount.class).findFirst().orElseThrow();
        assertEquals(StatisticsUI.CATEGORY_NODE_OVERVIEW, ui.getCategory());
        assertEquals("Keep-alive count", ui.getDisplayName());
        JPanel panel = ui.getSettingsPanel();
        KeepAliveCount statistic = new KeepAliveCount();
        statistic.setSelection("class = Foo");
        statistic.setObjects(KeepAliveSubjects.SELECTION);
        statistic.setStops(EnumSet.of(StopType.IMEMO));
        ui.setup(statistic);
        assertNotNull(panel);
        statistic.setSelection("");
        statistic.setObjects(KeepAliveSubjects.ALL);
        statistic.setStops(Set.of());
        ui.unsetup();
        assertEquals("class = Foo", statistic.getSelection());
        assertEquals(KeepAliveSubjects.SELECTION, statistic.getObjects());
        assertEquals(EnumSet.of(StopType.IMEMO), statistic.getStops());
    }

    @Test
    void countsOnlyWhatIsAskedFor() throws Exception {
        for (long seed = 30; seed <= 34; seed++) {
            RandomHeap heap = RandomHeap.ofSeed(seed);
            Path before = heap.before().writeTo(folder.resolve("b" + seed + ".json"));
            Path after = heap.after().writeTo(folder.resolve("a" + seed + ".json"));
            GraphModel model = opened(before, after);
            model.getNodeTable().removeColumn("keepalive_count");
            KeepAliveCount statistic = new KeepAliveCount();
            statistic.setObjects(KeepAliveSubjects.SELECTION);
            statistic.setSelection("type = STRING");
            statistic.setStops(EnumSet.allOf(StopType.class));
            statistic.execute(model);
            Oracle oracle = Oracle.of(after);
            for (Node node : model.getGraph().getNodes().toArray()) {
                String object = node.getId().toString();
                boolean counted = oracle.objects().contains(object) && "STRING".equals(oracle.type(object));
                assertEquals(counted ? stopped(oracle, object) : null, node.getAttribute("keepalive_count"),
                    heap + ", " + object);
            }
            assertTrue(statistic.getReport().contains("--where 'type = STRING'"), statistic.getReport());
            Gephi.projects().closeCurrentProject();
        }
    }

    private static int stopped(Oracle oracle, String start) {
        Set<String> stops = Set.of("CLASS", "MODULE", "ICLASS", "IMEMO");
        Set<String> reached = new HashSet<>(Set.of(start));
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            String object = open.remove();
            if (!stops.contains(oracle.type(object))) {
                oracle.graph().get(object).stream().filter(reached::add).forEach(open::add);
            }
        }
        return reached.size();
    }

    @Test
    void ranksAllObjectsOfTheHeapWhenAsked() throws Exception {
        RandomHeap heap = RandomHeap.ofSeed(8);
        Path after = heap.after().writeTo(folder.resolve("after.json"));
        GraphModel model = opened(heap.before().writeTo(folder.resolve("before.json")), after);
        KeepAliveCount statistic = new KeepAliveCount();
        statistic.setObjects(KeepAliveSubjects.ALL);
        statistic.setExact(true);
        statistic.execute(model);
        Oracle oracle = Oracle.of(after);
        assertTrue(statistic.getReport().contains(
            String.format("for all of its %,d objects", oracle.objects().size())), statistic.getReport());
        DiffOracle diff = oracle.since(Oracle.of(folder.resolve("before.json")));
        long most = diff.newObjects().stream().mapToLong(diff::keepaliveNewCount).max().orElseThrow();
        assertEquals(String.format("%,d", most), statistic.getResult());
    }

    @Test
    void saysWhatIsWrongWithASelection() throws Exception {
        RandomHeap heap = RandomHeap.ofSeed(9);
        GraphModel model = opened(heap.before().writeTo(folder.resolve("before.json")),
            heap.after().writeTo(folder.resolve("after.json")));
        KeepAliveCount statistic = new KeepAliveCount();
        statistic.setObjects(KeepAliveSubjects.SELECTION);
        statistic.setSelection("memsiz > 3");
        statistic.execute(model);
        assertTrue(statistic.getReport().contains("Did you mean memsize?"), statistic.getReport());
    }

    @Test
    void saysWhatToDoWhereTheNodesAreGroups() throws Exception {
        GoldenDumps golden = GoldenDumps.RUBY_3_4;
        List<DumpFile> dumps = List.of(DumpFile.of(golden.after()));
        ViewWorkspace.open(Recipes.of(Recipe.Subject.CLASSES, dumps, "", ViewBudget.DEFAULT), dumps, new TicketTask());
        KeepAliveCount statistic = new KeepAliveCount();
        statistic.execute(Gephi.graph());
        String report = statistic.getReport();
        assertTrue(report.contains("groups of objects") && report.contains("Count for a selection"), report);
        assertFalse(report.contains("for 0 objects"), report);
        assertEquals("", statistic.getResult());
    }
}
