package io.github.memdump.gephi.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.gephi.Gephi;
import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.Recipes;
import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.gephi.workspace.ViewWorkspace;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.ViewBudget;
import java.util.Arrays;
import java.util.List;
import org.gephi.graph.api.Node;
import org.gephi.layout.spi.Layout;
import org.gephi.layout.spi.LayoutBuilder;
import org.gephi.layout.spi.LayoutProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openide.util.Lookup;

final class HeapTreeLayoutTest {
    @AfterEach
    void closeProject() {
        Gephi.projects().closeCurrentProject();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nodesOfAViewStandApartAndTheSameAgain(boolean radial) throws Exception {
        openABorder();
        Node[] nodes = run(radial, true);
        float[] before = places(nodes);
        for (int i = 0; i < nodes.length; i++) {
            for (int j = 0; j < i; j++) {
                assertTrue(Math.hypot(nodes[i].x() - nodes[j].x(), nodes[i].y() - nodes[j].y())
                    > (nodes[i].size() + nodes[j].size()) / 2, nodes[i].getId() + " on " + nodes[j].getId());
            }
        }
        for (Node node : nodes) {
            node.setPosition(1, 1);
        }
        assertTrue(Arrays.equals(before, places(run(radial, true))));
    }

    @Test
    void dominatedNodesStandBelowTheirDominatorAndRestsBelowTheirObject() throws Exception {
        openABorder();
        Node[] nodes = run(false, true);
        int dominated = 0;
        int rests = 0;
        for (Node node : nodes) {
            String id = String.valueOf(node.getId());
            Object holder = id.endsWith("+") ? id.substring(0, id.length() - 1) : node.getAttribute("dominator");
            Node above = holder == null ? null : Gephi.graph().getGraph().getNode(holder);
            if (above != null) {
                assertTrue(above.y() > node.y(), id + " under " + holder);
                dominated += id.endsWith("+") ? 0 : 1;
                rests += id.endsWith("+") ? 1 : 0;
            }
        }
        assertTrue(dominated > 50 && rests > 0, dominated + " and " + rests);
    }

    @Test
    void aGraphWithoutAHeapIsLaidOutByItsOwnDominators() {
        Gephi.projects().newProject();
        Node[] nodes = graph(6, new int[][] {{0, 1}, {0, 2}, {1, 3}, {2, 3}, {3, 4}, {5, 5}});
        run(false, true);
        assertTrue(nodes[0].y() > nodes[1].y() && nodes[1].y() == nodes[2].y());
        assertEquals(nodes[1].y(), nodes[3].y(), "held by two, so it hangs on what holds both");
        assertTrue(nodes[3].y() > nodes[4].y());
    }

    @Test
    void circlesAndEmptyGraphsAreLaidOut() {
        Gephi.projects().newProject();
        assertEquals(0, run(false, true).length);
        Node[] nodes = graph(3, new int[][] {{0, 1}, {1, 2}, {2, 0}});
        run(true, false);
        assertFalse(Float.isNaN(nodes[0].x()));
        assertEquals(3, Arrays.stream(nodes).map(node -> node.x() + "/" + node.y()).distinct().count());
    }

    @Test
    void aChainOfTenThousandIsLaidOut() {
        Gephi.projects().newProject();
        int[][] edges = new int[9_999][];
        Arrays.setAll(edges, i -> new int[] {i, i + 1});
        Node[] nodes = graph(10_000, edges);
        run(false, true);
        assertTrue(nodes[0].y() > nodes[9_999].y());
    }

    @Test
    void aNodeThatComesLaterMovesNoSiblingPastAnother() {
        Gephi.projects().newProject();
        Node[] nodes = graph(5, new int[][] {{0, 1}, {0, 2}, {0, 3}, {0, 4}});
        run(false, true);
        assertTrue(nodes[1].x() < nodes[2].x() && nodes[2].x() < nodes[3].x());
        Node later = Gephi.graph().factory().newNode("n25");
        Gephi.graph().getGraph().addNode(later);
        Gephi.graph().getGraph().addEdge(Gephi.graph().factory().newEdge(nodes[0], later, true));
        run(false, true);
        assertTrue(nodes[1].x() < nodes[2].x() && nodes[2].x() < nodes[3].x());
    }

    @Test
    void itsPropertiesAreSettableAndReset() throws Exception {
        Layout layout = builder().buildLayout();
        for (LayoutProperty property : layout.getProperties()) {
            assertFalse(property.getProperty().getDisplayName().isEmpty());
        }
        HeapTreeLayout tree = (HeapTreeLayout) layout;
        layout.getProperties()[1].getProperty().setValue(20.0);
        tree.setOrder(TreeOrder.CLASS);
        tree.setFromHeap(false);
        assertEquals(20.0, tree.getSpacing());
        assertEquals(TreeOrder.CLASS, tree.getOrder());
        layout.resetPropertiesValues();
        assertEquals(TreeOptions.DEFAULT.spacing(), tree.getSpacing());
        assertTrue(tree.isFromHeap());
    }

    private static Node[] graph(int size, int[][] edges) {
        Node[] nodes = new Node[size];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = Gephi.graph().factory().newNode("n" + i);
            nodes[i].setSize(5);
            Gephi.graph().getGraph().addNode(nodes[i]);
        }
        for (int[] edge : edges) {
            Gephi.graph().getGraph().addEdge(
                Gephi.graph().factory().newEdge(nodes[edge[0]], nodes[edge[1]], true));
        }
        return nodes;
    }

    private static LayoutBuilder builder() {
        return Lookup.getDefault().lookupAll(LayoutBuilder.class).stream()
            .filter(HeapTreeBuilder.class::isInstance).findFirst().orElseThrow();
    }

    private static Node[] run(boolean radial, boolean fromHeap) {
        HeapTreeLayout layout = (HeapTreeLayout) builder().buildLayout();
        layout.setRadial(radial);
        layout.setFromHeap(fromHeap);
        layout.setGraphModel(Gephi.graph());
        layout.initAlgo();
        while (layout.canAlgo()) {
            layout.goAlgo();
        }
        layout.endAlgo();
        return Gephi.graph().getGraph().getNodes().toArray();
    }

    private static float[] places(Node[] nodes) {
        float[] places = new float[2 * nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            places[2 * i] = nodes[i].x();
            places[2 * i + 1] = nodes[i].y();
        }
        return places;
    }

    private static void openABorder() throws Exception {
        GoldenDumps golden = GoldenDumps.RUBY_3_4;
        List<DumpFile> dumps = List.of(DumpFile.of(golden.before()), DumpFile.of(golden.after()));
        ViewWorkspace.open(Recipes.of(Recipe.Subject.BORDER, dumps, "", ViewBudget.of(400, 4_000)), dumps,
            new TicketTask());
    }
}
