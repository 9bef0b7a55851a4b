package io.github.memdump.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GraphTest {
    @Test
    void keepsEachEdgeOnceAndInOrder() {
        Graph graph = EdgeList.graph(4, 2, 3, 0, 2, 2, 0, 2, 3, 0, 1, 3, 3);

        assertEquals("[1, 2] [] [0, 3] [3]", rows(graph));
        assertEquals(5, graph.edgeCount());
        assertTrue(graph.hasEdge(2, 3) && !graph.hasEdge(3, 2));
    }

    @Test
    void turnsEveryEdgeRound() {
        assertEquals("[2] [0] [0] [2, 3]", rows(EdgeList.graph(4, 2, 3, 0, 2, 2, 0, 0, 1, 3, 3).reversed()));
        Trial.forEach(trial ->
            assertEquals(rows(trial.graph), rows(trial.graph.reversed().reversed()), trial.name));
    }

    @Test
    void edgesThatAreAddedComeInOrderAndGoAgain() {
        Graph graph = EdgeList.graph(4, 0, 1, 0, 3, 1, 0, 3, 0);
        NodeSet sources = NodeSet.of(4, 0, 2, 3);
        Graph more = graph.withEdges(sources, v -> 2);

        assertEquals("[1, 2, 3] [0] [2] [0, 2]", rows(more));
        assertEquals(rows(graph), rows(more.withoutEdges(sources, v -> 2)));
        assertEquals(rows(graph), rows(graph.withEdges(NodeSet.none(4), v -> 2)));
        Trial.forEach(trial -> {
            NodeSet free = NodeSet.where(trial.graph.nodeCount(), v -> !trial.graph.hasEdge(v, v));
            Graph looped = trial.graph.withEdges(free, v -> v);
            assertEquals(trial.graph.edgeCount() + free.size(), looped.edgeCount(), trial.name);
            free.forEach(v -> assertTrue(looped.hasEdge(v, v), trial.name));
            assertEquals(rows(trial.graph), rows(looped.withoutEdges(free, v -> v)), trial.name);
        });
    }

    @Test
    void refusesEdgesToNodesThatAreNotThere() {
        assertThrows(IndexOutOfBoundsException.class, () -> EdgeList.graph(2, 0, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> EdgeList.graph(2, -1, 0));
        assertThrows(IllegalArgumentException.class, () -> Graph.ofEdges(2, new int[1], new int[2]));
    }

    @Test
    void canBeCancelledWhileItIsTurnedRound() {
        Graph graph = LargeGraphs.random();
        CancellingTask.check(10, graph::reversed);
    }

    static String rows(Graph graph) {
        StringBuilder text = new StringBuilder();
        for (int v = 0; v < graph.nodeCount(); v++) {
            int[] row = new int[graph.outDegree(v)];
            for (int i = 0; i < row.length; i++) {
                row[i] = graph.target(graph.from(v) + i);
            }
            text.append(v == 0 ? "" : " ").append(Arrays.toString(row));
        }
        return text.toString();
    }
}
