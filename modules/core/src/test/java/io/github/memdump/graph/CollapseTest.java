package io.github.memdump.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.task.Task;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CollapseTest {
    /** Follows every way through collapsed nodes from one node, by the definition. */
    private static TreeSet<Integer> behind(Graph graph, NodeSet removed, NodeSet collapsed, int source) {
        TreeSet<Integer> found = new TreeSet<>();
        TreeSet<Integer> through = new TreeSet<>();
        through.add(source);
        for (int before = 0; before != through.size(); ) {
            before = through.size();
            for (int node : through.toArray(new Integer[0])) {
                for (int i = graph.from(node); i < graph.to(node); i++) {
                    int target = graph.target(i);
                    if (!removed.contains(target)) {
                        (collapsed.contains(target) ? through : found).add(target);
                    }
                }
            }
        }
        return found;
    }

    private static TreeSet<Integer> row(Graph graph, int node) {
        TreeSet<Integer> row = new TreeSet<>();
        for (int i = graph.from(node); i < graph.to(node); i++) {
            assertTrue(row.isEmpty() || row.last() < graph.target(i), "rows ascend");
            row.add(graph.target(i));
        }
        return row;
    }

    private static void check(Graph graph, NodeSet removed, NodeSet collapsed, String name) {
        Graph result = Collapse.collapse(graph, removed, collapsed, Task.UNWATCHED);
        for (int node = 0; node < graph.nodeCount(); node++) {
            TreeSet<Integer> expected = removed.contains(node) || collapsed.contains(node) ? new TreeSet<>()
                : behind(graph, removed, collapsed, node);
            assertEquals(expected, row(result, node), name + ", node " + node);
        }
    }

    @Test
    void connectsWhatLedToCollapsedNodesWithWhatLiesBehind() {
        Trial.forEach(trial -> {
            Random random = new Random(trial.name.hashCode());
            int share = 2 + random.nextInt(4);
            int nodes = trial.graph.nodeCount();
            check(trial.graph, NodeSet.where(nodes, v -> random.nextInt(8) == 0),
                NodeSet.where(nodes, v -> random.nextInt(share) > 0), trial.name);
        });
    }

    @Test
    void remembersSharedCollapsedNodesWithManyAndWithFewExits() {
        for (long seed = 1; seed <= 40; seed++) {
            Random random = new Random(seed);
            int inner = 60;
            int exits = 1 + random.nextInt(60);
            int holders = 10;
            EdgeList edges = new EdgeList();
            for (int v = 1; v < inner; v++) {
                edges.add(random.nextInt(v), v).add(random.nextInt(inner), random.nextInt(inner));
            }
            for (int i = 0; i < 2 * exits; i++) {
                edges.add(random.nextInt(inner), inner + random.nextInt(exits));
            }
            for (int h = 0; h < holders; h++) {
                edges.add(inner + exits + h, random.nextInt(3)).add(inner + exits + h, random.nextInt(inner));
            }
            int nodes = inner + exits + holders;
            check(edges.over(nodes), NodeSet.none(nodes), NodeSet.where(nodes, v -> v < inner), "seed " + seed);
        }
    }

    @Test
    void takesStepsInProportionToGraphAndResultWhereManyHoldOneDeepWeb() {
        int inner = 20_000;
        int exits = 40;
        int holders = 20_000;
        EdgeList edges = new EdgeList();
        for (int v = 1; v < inner; v++) {
            edges.add(v / 3, v).add(v, v / 2);
        }
        for (int i = 0; i < exits; i++) {
            edges.add(inner - 1 - i, inner + i);
        }
        for (int h = 0; h < holders; h++) {
            edges.add(inner + exits + h, h);
        }
        int nodes = inner + exits + holders;
        Graph result = Collapse.collapse(edges.over(nodes), NodeSet.none(nodes), NodeSet.where(nodes, v -> v < inner),
            Task.UNWATCHED);
        assertEquals(holders * exits, result.edgeCount(), "each holder finds every exit; a walk for each would take"
            + " 20,000 times 60,000 steps, which is minutes");
    }

    @Test
    void refusesToMakeMoreEdgesThanFit() {
        EdgeList edges = new EdgeList();
        for (int v = 1; v <= 10; v++) {
            edges.add(v, 0).add(0, 10 + v);
        }
        Graph star = edges.over(21);
        NodeSet hub = NodeSet.of(21, 0);
        assertEquals(100, Collapse.collapse(star, NodeSet.none(21), hub, 100, Task.UNWATCHED).edgeCount());
        TooManyEdgesException refused = assertThrows(TooManyEdgesException.class,
            () -> Collapse.collapse(star, NodeSet.none(21), hub, 99, Task.UNWATCHED));
        assertTrue(refused.getMessage().startsWith("Collapsing 1 objects would make more than 99 references"));
    }

    @Test
    void stopsWhenItsTaskIsCancelled() {
        Graph graph = LargeGraphs.path();
        NodeSet collapsed = NodeSet.where(graph.nodeCount(), v -> v % 2 == 1);
        CancellingTask.check(10,
            task -> Collapse.collapse(graph, NodeSet.none(graph.nodeCount()), collapsed, task));
    }
}
