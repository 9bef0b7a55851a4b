package io.github.memdump.gephi.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.gephi.Gephi;
import java.util.Set;
import org.gephi.graph.api.Graph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AppendedTest {
    @AfterEach
    void closeProject() {
        Gephi.projects().closeCurrentProject();
    }

    @Test
    void aViewThatWasAddedIsNoticedAndTakenOutAgain() {
        Gephi.projects().newProject();
        Graph graph = Gephi.graph().getGraph();
        Set<String> view = Set.of("0x1:1", "0x2:1");
        graph.addNode(Gephi.graph().factory().newNode("0x9:1"));
        graph.addNode(Gephi.graph().factory().newNode("0x1:1"));
        assertFalse(Appended.isAppended(graph, view), "an object of both heaps");
        graph.addNode(Gephi.graph().factory().newNode("0x2:1"));
        assertTrue(Appended.isAppended(graph, view));
        Appended.remove(graph, Set.of("0x9:1", "0x1:1"));
        assertEquals(2, graph.getNodeCount());
        assertFalse(Appended.isAppended(graph, view));
    }
}
