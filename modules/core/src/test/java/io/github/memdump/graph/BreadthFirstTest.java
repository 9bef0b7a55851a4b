package io.github.memdump.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.task.Task;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BreadthFirstTest {
    @Test
    void measuresTheDistancesThatRepeatedRelaxationFinds() {
        Trial.forEach(trial -> {
            int[] expected = distances(trial, 3);
            BreadthFirst search = BreadthFirst.from(trial.walk, trial.starts, 3, Task.UNWATCHED);
            int reached = 0;
            for (int v = 0; v < expected.length; v++) {
                assertEquals(expected[v], search.distance(v), trial.name);
                reached += expected[v] < 0 ? 0 : 1;
            }
            assertEquals(reached, search.reachedCount(), trial.name);
            assertEquals(Arrays.stream(expected).max().orElse(-1), search.depth(), trial.name);
            assertEquals(Reachability.from(trial.walk, trial.starts, Task.UNWATCHED), search.reached(), trial.name);
        });
    }

    @Test
    void leadsEveryPathFromAStartOverOpenEdges() {
        Trial.forEach(trial -> {
            BreadthFirst search = BreadthFirst.from(trial.walk, trial.starts, 0, Task.UNWATCHED);
            for (int v = 0; v < trial.graph.nodeCount(); v++) {
                checkPath(trial, search, v);
            }
        });
    }

    private static void checkPath(Trial trial, BreadthFirst search, int node) {
        int[] path = search.path(node);
        assertEquals(search.distance(node) + 1, path.length, trial.name);
        if (path.length == 0) {
            return;
        }
        assertTrue(Arrays.stream(trial.starts).anyMatch(start -> start == path[0]), trial.name);
        assertEquals(node, path[path.length - 1], trial.name);
        for (int i = 0; i + 1 < path.length; i++) {
            assertTrue(trial.graph.hasEdge(path[i], path[i + 1]), trial.name);
            assertTrue(trial.walk.leaves(path[i]) && trial.walk.enters(path[i + 1]), trial.name);
        }
    }

    @Test
    void takesTheSmallestParentWhateverTheOrderOfTheStarts() {
        Graph graph = EdgeList.graph(5, 0, 3, 1, 2, 2, 4, 3, 4);

        assertArrayEquals(new int[] {1, 2, 4}, search(graph, 1, 0).path(4));
        assertArrayEquals(new int[] {1, 2, 4}, search(graph, 0, 1).path(4));
        assertEquals(BreadthFirst.NO_PARENT, search(graph, 0, 1).parent(1));
    }

    private static BreadthFirst search(Graph graph, int... starts) {
        return BreadthFirst.from(Walk.over(graph), starts, 1, Task.UNWATCHED);
    }

    @Test
    void walksALongPath() {
        BreadthFirst search = search(LargeGraphs.path(), 0);

        assertEquals(LargeGraphs.LONG, search.distance(LargeGraphs.LONG - 1));
        assertEquals(LargeGraphs.LONG, search.path(LargeGraphs.LONG - 1).length);
    }

    @Test
    void findsNothingWithoutStarts() {
        BreadthFirst search = search(EdgeList.graph(2, 0, 1));

        assertEquals(0, search.reachedCount());
        assertEquals(BreadthFirst.UNREACHED, search.depth());
        assertEquals(0, search.path(1).length);
    }

    @Test
    void refusesANegativeStartDistance() {
        Walk walk = Walk.over(EdgeList.graph(1));
        assertThrows(IllegalArgumentException.class, () -> BreadthFirst.from(walk, new int[1], -1, Task.UNWATCHED));
    }

    @Test
    void canBeCancelled() {
        Walk walk = Walk.over(LargeGraphs.random());
        CancellingTask.check(10, task -> BreadthFirst.from(walk, new int[] {0}, 0, task));
    }

    /** Bellman and Ford: relax every edge until nothing changes. */
    private static int[] distances(Trial trial, int startDistance) {
        Graph graph = trial.graph;
        int[] distance = new int[graph.nodeCount()];
        Arrays.fill(distance, -1);
        for (int start : trial.starts) {
            distance[start] = trial.walk.enters(start) ? startDistance : -1;
        }
        for (boolean changed = true; changed; ) {
            changed = false;
            for (int v = 0; v < distance.length; v++) {
                for (int i = graph.from(v); i < graph.to(v); i++) {
                    int target = graph.target(i);
                    if (distance[v] >= 0 && trial.isOpen(v, i)
                        && (distance[target] < 0 || distance[target] > distance[v] + 1)) {
                        distance[target] = distance[v] + 1;
                        changed = true;
                    }
                }
            }
        }
        return distance;
    }
}
