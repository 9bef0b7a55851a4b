package io.github.memdump.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.task.Task;
import org.junit.jupiter.api.Test;

class StrongComponentsTest {
    @Test
    void joinsExactlyTheNodesThatReachEachOther() {
        Trial.forEach(trial -> {
            int nodes = trial.graph.nodeCount();
            StrongComponents components = StrongComponents.of(trial.walk, Task.UNWATCHED);
            boolean[][] reached = new boolean[nodes][];
            for (int v = 0; v < nodes; v++) {
                reached[v] = trial.reachedFrom(v);
                assertEquals(trial.walk.enters(v), components.component(v) != StrongComponents.NONE, trial.name);
            }
            for (int v = 0; v < nodes; v++) {
                for (int w = 0; w < nodes; w++) {
                    boolean together = reached[v][w] && reached[w][v];
                    boolean same = trial.walk.enters(v) && components.component(v) == components.component(w);
                    assertEquals(together, same, trial.name);
                }
            }
        });
    }

    @Test
    void numbersThemInReverseTopologicalOrder() {
        Trial.forEach(trial -> {
            StrongComponents components = StrongComponents.of(trial.walk, Task.UNWATCHED);
            for (int v = 0; v < trial.graph.nodeCount(); v++) {
                for (int i = trial.graph.from(v); i < trial.graph.to(v); i++) {
                    int source = components.component(v);
                    int target = components.component(trial.graph.target(i));
                    if (trial.isOpen(v, i)) {
                        assertTrue(target <= source, trial.name);
                    }
                }
            }
        });
    }

    @Test
    void knowsTheSizes() {
        Trial.forEach(trial -> {
            StrongComponents components = StrongComponents.of(trial.walk, Task.UNWATCHED);
            int[] expected = new int[components.count()];
            int largest = 0;
            for (int v = 0; v < trial.graph.nodeCount(); v++) {
                if (trial.walk.enters(v)) {
                    largest = Math.max(largest, ++expected[components.component(v)]);
                }
            }
            for (int c = 0; c < expected.length; c++) {
                assertEquals(expected[c], components.size(c), trial.name);
            }
            assertEquals(largest, expected.length == 0 ? 0 : components.size(components.largest()), trial.name);
        });
    }

    @Test
    void walksALongPathAndALongCycle() {
        StrongComponents path = StrongComponents.of(Walk.over(LargeGraphs.path()), Task.UNWATCHED);
        assertEquals(LargeGraphs.LONG, path.count());
        assertEquals(0, path.component(LargeGraphs.LONG - 1));
        assertEquals(LargeGraphs.LONG - 1, path.component(0));

        StrongComponents cycle = StrongComponents.of(Walk.over(LargeGraphs.cycle()), Task.UNWATCHED);
        assertEquals(1, cycle.count());
        assertEquals(LargeGraphs.LONG, cycle.size(0));
    }

    @Test
    void findsNoneInAnEmptyGraph() {
        StrongComponents components = StrongComponents.of(Walk.over(EdgeList.graph(0)), Task.UNWATCHED);
        assertEquals(0, components.count());
        assertEquals(StrongComponents.NONE, components.largest());
    }

    @Test
    void canBeCancelled() {
        Walk walk = Walk.over(LargeGraphs.random());
        CancellingTask.check(10, task -> StrongComponents.of(walk, task));
    }
}
