package io.github.memdump.gephi.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.analysis.Grouping;
import io.github.memdump.gephi.Gephi;
import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.Recipes;
import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.gephi.workspace.ViewWorkspace;
import io.github.memdump.testing.DominatorOracle;
import io.github.memdump.testing.Oracle;
import io.github.memdump.testing.RandomHeap;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.ViewBudget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.statistics.api.StatisticsController;
import org.gephi.statistics.spi.StatisticsUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openide.util.Lookup;

/** Retained size, root distance and growth; the rest of what statistics do is told by {@link KeepAliveCountTest}. */
final class HeapStatisticsTest {
    @TempDir
    private Path folder;

    @AfterEach
    void closeProject() {
        Gephi.projects().closeCurrentProject();
    }

    private GraphModel opened(RandomHeap heap) throws Exception {
        List<DumpFile> dumps = List.of(DumpFile.of(heap.before().writeTo(folder.resolve(heap + "b.json"))),
            DumpFile.of(heap.after().writeTo(folder.resolve(heap + "a.json"))));
        ViewWorkspace.open(Recipes.of(Recipe.Subject.BORDER, dumps, "", ViewBudget.of(120, 400)), dumps,
            new TicketTask());
        return Gephi.graph();
    }

    private static void forget(GraphModel model, String... columns) {
        for (String column : columns) {
            model.getNodeTable().removeColumn(column);
        }
    }

    @Test
    void theHeapGivesEachShownObjectWhatBruteForceFinds() throws Exception {
        for (long seed = 41; seed <= 48; seed++) {
            RandomHeap heap = RandomHeap.ofSeed(seed);
            GraphModel model = opened(heap);
            forget(model, "retained_size", "retained_count", "dominator", "root_distance", "in_after");
            new RetainedSize().execute(model);
            new RootDistance().execute(model);
            new HeapGrowth().execute(model);
            Oracle oracle = Oracle.of(heap.after());
            DominatorOracle dominators = oracle.dominators();
            Map<String, Integer> distances = oracle.rootDistances();
            Set<String> added = oracle.since(Oracle.of(heap.before())).newObjects();
            for (Node node : model.getGraph().getNodes().toArray()) {
                String object = node.getId().toString();
                String where = heap + ", " + object;
                if (!oracle.objects().contains(object)) {
                    assertTrue(object.endsWith("+"), where);
                    assertNull(node.getAttribute("retained_size"), where);
                    assertNull(node.getAttribute("in_after"), where);
                    continue;
                }
                assertEquals(distances.get(object), node.getAttribute("root_distance"), where);
                assertEquals(added.contains(object) ? 1 : 0, node.getAttribute("in_after"), where);
                if (distances.containsKey(object)) {
                    assertEquals(dominators.retainedSizes().get(object), node.getAttribute("retained_size"), where);
                    assertEquals(dominators.retainedCounts().get(object).intValue(),
                        node.getAttribute("retained_count"), where);
                    assertEquals(dominators.dominators().get(object), node.getAttribute("dominator"), where);
                } else {
                    assertNull(node.getAttribute("retained_size"), where);
                }
            }
            Gephi.projects().closeCurrentProject();
        }
    }

    @Test
    void theVisibleGraphGivesEachNodeWhatBruteForceFinds() {
        for (long seed = 51; seed <= 70; seed++) {
            Gephi.projects().newProject();
            GraphModel model = Gephi.graph();
            model.getNodeTable().addColumn("memsize", Long.class);
            Random random = new Random(seed);
            Node[] nodes = new Node[25];
            for (int i = 0; i < nodes.length; i++) {
                nodes[i] = model.factory().newNode("n" + i);
                nodes[i].setAttribute("memsize", (long) random.nextInt(100));
                model.getGraph().addNode(nodes[i]);
            }
            Map<Node, Set<Node>> targets = new HashMap<>();
            for (int i = 0; i < 34; i++) {
                // Nothing refers to the first three.
                Node source = nodes[random.nextInt(nodes.length)];
                Node target = nodes[3 + random.nextInt(nodes.length - 3)];
                if (targets.computeIfAbsent(source, any -> new HashSet<>()).add(target)) {
                    Edge edge = model.factory().newEdge(source, target, true);
                    model.getGraph().addEdge(edge);
                }
            }
            new RetainedSize().execute(model);
            RootDistance distance = new RootDistance();
            distance.execute(model);
            assertFalse(distance.isOnHeap());
            compare(nodes, targets, "seed " + seed);
            Gephi.projects().closeCurrentProject();
        }
    }

    private static void compare(Node[] nodes, Map<Node, Set<Node>> targets, String seed) {
        Set<Node> roots = new HashSet<>(List.of(nodes));
        targets.forEach((source, reached) -> reached.stream().filter(target -> target != source)
            .forEach(roots::remove));
        Map<Node, Integer> all = distances(roots, targets, null);
        for (Node node : nodes) {
            String where = seed + ", " + node.getId();
            assertEquals(all.get(node), node.getAttribute("root_distance"), where);
            if (!all.containsKey(node)) {
                assertNull(node.getAttribute("retained_size"), where);
                continue;
            }
            Set<Node> freed = new HashSet<>(all.keySet());
            freed.removeAll(distances(roots, targets, node).keySet());
            assertEquals(freed.size(), node.getAttribute("retained_count"), where);
            assertEquals(freed.stream().mapToLong(one -> (Long) one.getAttribute("memsize")).sum(),
                node.getAttribute("retained_size"), where);
        }
    }

    private static Map<Node, Integer> distances(Set<Node> roots, Map<Node, Set<Node>> targets, Node without) {
        Map<Node, Integer> distances = new HashMap<>();
        Deque<Node> open = new ArrayDeque<>();
        for (Node root : roots) {
            if (root != without) {
                distances.put(root, 1);
                open.add(root);
            }
        }
        while (!open.isEmpty()) {
            Node node = open.remove();
            for (Node target : targets.getOrDefault(node, Set.of())) {
                if (target != without && distances.putIfAbsent(target, distances.get(node) + 1) == null) {
                    open.add(target);
                }
            }
        }
        return distances;
    }

    @Test
    void growthCountsNewObjectsByClassInTheWholeHeap() throws Exception {
        RandomHeap heap = RandomHeap.ofSeed(4);
        GraphModel model = opened(heap);
        HeapGrowth growth = new HeapGrowth();
        growth.execute(model);
        String report = growth.getReport();
        Oracle after = Oracle.of(heap.after());
        assertEquals(Integer.toString(after.since(Oracle.of(heap.before())).newObjects().size()), growth.getResult());
        after.since(Oracle.of(heap.before())).rowsByClass().stream().limit(3).forEach(row -> assertTrue(
            report.contains("<td>" + row.key().replace("<", "&lt;").replace(">", "&gt;")
                + "</td><td align=\"right\">" + row.count() + "</td>"), row.key() + " in " + report));
    }

    @Test
    void growthOfOneDumpSaysWhatIsMissing() throws Exception {
        List<DumpFile> dumps = List.of(DumpFile.of(RandomHeap.ofSeed(5).after().writeTo(folder.resolve("one.json"))));
        ViewWorkspace.open(Recipes.of(Recipe.Subject.HEAP, dumps, "", ViewBudget.of(50, 100)), dumps,
            new TicketTask());
        HeapGrowth growth = new HeapGrowth();
        growth.execute(Gephi.graph());
        assertTrue(growth.getReport().contains("growth needs two"), growth.getReport());
        assertEquals("", growth.getResult());
    }

    @Test
    void allStandInTheStatisticsPanelInOrder() {
        List<String> names = List.of("Keep-alive count", "Retained size", "Root distance", "Growth");
        int last = 0;
        for (String name : names) {
            StatisticsUI ui = Lookup.getDefault().lookupAll(StatisticsUI.class).stream()
                .filter(known -> name.equals(known.getDisplayName())).findFirst().orElseThrow();
            assertTrue(ui.getPosition() > last, name);
            assertFalse(ui.getShortDescription().isEmpty(), name);
            last = ui.getPosition();
        }
    }

    @Test
    void aSavedReportKeepsItsChartAndItsWords() throws Exception {
        opened(RandomHeap.ofSeed(7));
        StatisticsController controller = Lookup.getDefault().lookup(StatisticsController.class);
        HeapGrowth growth = new HeapGrowth();
        growth.setGrouping(Grouping.SITE);
        controller.execute(growth);
        Path file = Files.createFile(folder.resolve("project.gephi"));
        Gephi.projects().saveProject(Gephi.projects().getCurrentProject(), file.toFile());
        Gephi.projects().closeCurrentProject();
        Gephi.projects().openProject(file.toFile());
        String report = controller.getModel().getReport(HeapGrowth.class);
        Matcher image = Pattern.compile("<IMG SRC=\"file:([^\"]+)\"").matcher(report);
        assertTrue(image.find(), report);
        assertTrue(Files.size(Path.of(image.group(1))) > 1_000);
        assertEquals(words(growth.getReport()), words(report));
    }

    private static String words(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}
