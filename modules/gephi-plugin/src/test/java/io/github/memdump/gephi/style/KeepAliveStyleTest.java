package io.github.memdump.gephi.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.gephi.Gephi;
import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.Recipes;
import io.github.memdump.gephi.swing.RoleColour;
import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.gephi.workspace.ViewWorkspace;
import io.github.memdump.task.Task;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.view.NodeRole;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.ViewBudget;
import java.awt.Color;
import java.util.List;
import org.gephi.graph.api.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class KeepAliveStyleTest {
    @AfterEach
    void closeProject() {
        Gephi.projects().closeCurrentProject();
    }

    @Test
    void sizesAndColoursABorderView() throws Exception {
        GoldenDumps golden = GoldenDumps.RUBY_3_4;
        List<DumpFile> dumps = List.of(DumpFile.of(golden.before()), DumpFile.of(golden.after()));
        ViewWorkspace.open(Recipes.of(Recipe.Subject.BORDER, dumps, "", ViewBudget.DEFAULT), dumps, new TicketTask());
        Node[] nodes = Attributes.visibleObjects(Gephi.graph());
        for (Node node : nodes) {
            node.setSize(1);
            node.setColor(Color.GREEN);
        }
        assertEquals(nodes.length, KeepAliveStyle.apply(Gephi.graph(), Task.UNWATCHED));
        Node largest = null;
        Node most = null;
        for (Node node : nodes) {
            Object border = node.getAttribute("border");
            int rgb = node.getRGBA() & 0xFFFFFF;
            if ("new".equals(border)) {
                assertEquals(RoleColour.of(NodeRole.NEW_BORDER).getRGB() & 0xFFFFFF, rgb);
                largest = largest == null || node.size() > largest.size() ? node : largest;
                most = most == null || count(node) > count(most) ? node : most;
            } else if ("old".equals(border) && !"ROOT".equals(node.getAttribute("type"))) {
                assertEquals(RoleColour.of(NodeRole.HOLDER).getRGB() & 0xFFFFFF, rgb);
            } else if (Integer.valueOf(1).equals(node.getAttribute("in_after"))) {
                assertEquals(RoleColour.of(NodeRole.NEW).getRGB() & 0xFFFFFF, rgb);
            }
            assertTrue(node.size() >= 2.5 && node.size() <= 36, node.getId() + ": " + node.size());
        }
        assertEquals(count(most), count(largest));
    }

    private static int count(Node node) {
        return (Integer) node.getAttribute("keepalive_new_count");
    }

    @Test
    void leavesAGraphWithoutCountsAlone() {
        Gephi.projects().newProject();
        Node node = Gephi.graph().factory().newNode("n");
        Gephi.graph().getGraph().addNode(node);
        node.setSize(3);
        assertEquals(0, KeepAliveStyle.apply(Gephi.graph(), Task.UNWATCHED));
        assertEquals(3, node.size());
    }

    @Test
    void readsCountsThatTheStatisticMadeOfAnyGraph() {
        Gephi.projects().newProject();
        Node[] nodes = new Node[3];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = Gephi.graph().factory().newNode("n" + i);
            Gephi.graph().getGraph().addNode(nodes[i]);
        }
        Gephi.graph().getGraph().addEdge(Gephi.graph().factory().newEdge(nodes[0], nodes[1], true));
        new io.github.memdump.gephi.statistics.KeepAliveCount().execute(Gephi.graph());
        assertEquals(3, KeepAliveStyle.apply(Gephi.graph(), Task.UNWATCHED));
        assertTrue(nodes[0].size() > nodes[1].size());
        assertEquals(nodes[1].size(), nodes[2].size());
    }
}
