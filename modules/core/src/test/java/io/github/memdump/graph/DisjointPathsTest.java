package io.github.memdump.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.graph.path.DisjointPaths;
import io.github.memdump.task.Task;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class DisjointPathsTest {
    @Test
    void findsTwoPathsWhereTheShortestBarsBoth() {
        // The shortest path 0 1 2 7 takes a node of either of the two that do without each other.
        Graph graph = EdgeList.graph(8, 0, 1, 1, 2, 2, 7, 0, 3, 3, 4, 4, 2, 1, 5, 5, 6, 6, 7);

        DisjointPaths paths = find(graph, 7, 5, 0);

        assertEquals(2, paths.size());
        assertArrayEquals(new int[] {0, 1, 2, 7}, paths.shortest());
        assertArrayEquals(new int[] {0, 1, 5, 6, 7}, paths.path(0));
        assertArrayEquals(new int[] {0, 3, 4, 2, 7}, paths.path(1));
        assertTrue(paths.isComplete());
        assertArrayEquals(new int[] {2, 6}, paths.cut());
        assertArrayEquals(new int[] {1, 3}, paths.cutNearStarts());
    }

    @Test
    void namesTheOneNodeThatEverythingPasses() {
        Graph graph = EdgeList.graph(8, 0, 1, 0, 2, 1, 3, 2, 3, 3, 4, 3, 5, 4, 6, 5, 6, 6, 7);

        DisjointPaths paths = find(graph, 7, 5, 0);

        assertEquals(1, paths.size());
        assertEquals(6, paths.path(0).length);
        assertArrayEquals(new int[] {6}, paths.cut());
        assertArrayEquals(new int[] {3}, paths.cutNearStarts());
        assertArrayEquals(new int[0], paths.cutStarts());
    }

    @Test
    void aStartThatRefersToTheTargetItselfIsPartOfTheCut() {
        DisjointPaths paths = find(EdgeList.graph(4, 0, 3, 1, 3, 0, 2, 2, 3), 3, 5, 0, 1);

        assertEquals(3, paths.size());
        assertArrayEquals(new int[] {0, 3}, paths.path(0));
        assertArrayEquals(new int[] {1, 3}, paths.path(1));
        assertArrayEquals(new int[] {2}, paths.cut());
        assertArrayEquals(new int[] {0, 1}, paths.cutStarts());
    }

    @Test
    void stopsAtTheNumberThatIsWantedAndSaysSo() {
        Graph graph = EdgeList.graph(5, 0, 1, 0, 2, 0, 3, 1, 4, 2, 4, 3, 4);

        DisjointPaths two = find(graph, 4, 2, 0);

        assertEquals(2, two.size());
        assertFalse(two.isComplete());
        assertEquals(0, two.cut().length);
        assertTrue(find(graph, 4, 3, 0).isComplete());
    }

    @Test
    void aStartIsReachedByItselfAlone() {
        DisjointPaths paths = find(EdgeList.graph(3, 0, 1, 1, 2), 1, 5, 0, 1);

        assertEquals(1, paths.size());
        assertArrayEquals(new int[] {1}, paths.path(0));
        assertTrue(paths.isComplete());
    }

    @Test
    void whatNoStartReachesHasNoPath() {
        DisjointPaths paths = find(EdgeList.graph(3, 1, 2, 2, 1), 2, 5, 0);

        assertEquals(0, paths.size());
        assertEquals(0, paths.shortest().length);
        assertTrue(paths.isComplete());
        assertEquals(0, paths.cut().length);
    }

    @Test
    void goesAroundNodesThatTheWalkDoesNotEnterOrLeave() {
        Graph graph = EdgeList.graph(6, 0, 1, 0, 2, 0, 3, 1, 5, 2, 5, 3, 4, 4, 5);
        Walk walk = Walk.over(graph).within(NodeSet.of(6, 0, 2, 3, 4, 5)).stoppingAt(NodeSet.of(6, 2));

        DisjointPaths paths = DisjointPaths.of(walk, graph.reversed(), NodeSet.of(6, 0), 5, 5, Task.UNWATCHED);

        assertEquals(1, paths.size());
        assertArrayEquals(new int[] {0, 3, 4, 5}, paths.path(0));
    }

    @Test
    void refusesToFindNoPath() {
        assertThrows(IllegalArgumentException.class, () -> find(EdgeList.graph(1), 0, 0, 0));
    }

    @Test
    void walksALongPath() {
        DisjointPaths paths = find(LargeGraphs.path(), LargeGraphs.LONG - 1, 3, 0);

        assertEquals(LargeGraphs.LONG, paths.path(0).length);
        assertArrayEquals(new int[] {LargeGraphs.LONG - 2}, paths.cut());
    }

    @Test
    void canBeCancelled() {
        Graph graph = LargeGraphs.random();
        Walk walk = Walk.over(graph.reversed());
        NodeSet starts = NodeSet.of(graph.nodeCount(), LargeGraphs.LONG - 1);
        CancellingTask.check(10, task -> DisjointPaths.of(walk, graph, starts, 0, 5, task));
    }

    @Test
    void beginsAtALastResortOnlyWhereNothingElseIsLeft() {
        Graph graph = EdgeList.graph(7, 0, 6, 1, 2, 2, 3, 3, 6, 0, 4, 4, 6, 1, 5, 5, 3);
        NodeSet starts = NodeSet.of(7, 0, 1);

        DisjointPaths one = DisjointPaths.of(Walk.over(graph), graph.reversed(), starts, NodeSet.of(7, 0), 6, 1,
            Task.UNWATCHED);
        DisjointPaths all = DisjointPaths.of(Walk.over(graph), graph.reversed(), starts, NodeSet.of(7, 0), 6, 9,
            Task.UNWATCHED);

        assertEquals(1, one.path(0)[0]);
        assertArrayEquals(new int[] {0, 6}, one.shortest());
        assertEquals(3, all.size());
        assertEquals(1, all.path(0)[0]);
        assertArrayEquals(new int[] {0, 6}, all.path(1));
        assertArrayEquals(new int[] {0, 4, 6}, all.path(2));
    }

    /** Every family of paths that share nothing is tried. */
    @RepeatedTest(300)
    void agreesWithTryingEveryFamilyOfPaths() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int nodes = 2 + random.nextInt(8);
        EdgeList edges = Shape.scatter(random, new EdgeList(), nodes, random.nextInt(3 * nodes));
        Graph graph = edges.over(nodes);
        NodeSet starts = NodeSet.where(nodes, v -> random.nextInt(4) == 0);
        int target = random.nextInt(nodes);
        if (starts.contains(target)) {
            return;
        }
        PathFamilies families = new PathFamilies(graph, starts, target);
        int most = 1 + random.nextInt(5);
        NodeSet last = NodeSet.where(nodes, v -> starts.contains(v) && random.nextInt(3) == 0);
        DisjointPaths found = DisjointPaths.of(Walk.over(graph), graph.reversed(), starts, last, target, most,
            Task.UNWATCHED);
        String name = "seed " + seed;

        int expected = Math.min(most, families.largest());
        assertEquals(expected, found.size(), name);
        assertEquals(families.largest() <= most, found.isComplete(), name);
        if (expected > 0) {
            assertEquals(families.fewestEdges(1), found.shortest().length - 1, name);
            int dear = (int) IntStream.range(0, found.size()).filter(p -> last.contains(found.path(p)[0])).count();
            assertEquals(families.cheapest(expected, last),
                check(found, graph, starts, last, target, name) + 1_000 * dear, name);
        }
        if (found.isComplete()) {
            assertEquals(found.size(), found.cut().length + found.cutStarts().length, name);
            assertTrue(families.isBarredBy(found.cut(), found.cutStarts()), name);
            assertEquals(found.cut().length, found.cutNearStarts().length, name);
            assertTrue(families.isBarredBy(found.cutNearStarts(), found.cutStarts()), name);
        }
    }

    @Test
    void agreesWithMengerOnLargerGraphs() {
        Trial.forEach(trial -> {
            int nodes = trial.graph.nodeCount();
            for (int target = 0; target < nodes; target += 7) {
                NodeSet starts = NodeSet.of(nodes, trial.starts);
                if (!starts.contains(target)) {
                    DisjointPaths found = DisjointPaths.of(trial.walk, trial.graph.reversed(), starts, target,
                        nodes + 1,
                        Task.UNWATCHED);
                    check(found, trial, starts, target);
                    assertTrue(found.isComplete(), trial.name);
                    // As many paths as there are nodes and edges without which there is none: neither can be improved.
                    assertEquals(found.size(), found.cut().length + found.cutStarts().length, trial.name);
                    assertFalse(reaches(trial, starts, target, found, found.cut()), trial.name);
                    assertEquals(found.cut().length, found.cutNearStarts().length, trial.name);
                    assertFalse(reaches(trial, starts, target, found, found.cutNearStarts()), trial.name);
                }
            }
        });
    }

    private static boolean reaches(Trial trial, NodeSet starts, int target, DisjointPaths found, int[] cut) {
        Graph graph = trial.graph;
        boolean[] reached = new boolean[graph.nodeCount()];
        starts.forEach(start -> reached[start] = true);
        for (boolean changed = true; changed; ) {
            changed = false;
            for (int v = 0; v < reached.length; v++) {
                for (int i = graph.from(v); reached[v] && i < graph.to(v); i++) {
                    int to = graph.target(i);
                    boolean isCut = !trial.isOpen(v, i) || Arrays.binarySearch(cut, to) >= 0
                        || to == target && Arrays.binarySearch(found.cutStarts(), v) >= 0;
                    changed |= !isCut && !reached[to];
                    reached[to] |= !isCut;
                }
            }
        }
        return reached[target];
    }

    private static void check(DisjointPaths found, Trial trial, NodeSet starts, int target) {
        check(found, trial.graph, starts, NodeSet.none(trial.graph.nodeCount()), target, trial.name);
        for (int p = 0; p < found.size(); p++) {
            int[] path = found.path(p);
            for (int i = 0; i + 1 < path.length; i++) {
                assertTrue(trial.walk.enters(path[i]) && trial.walk.leaves(path[i]), trial.name);
            }
        }
    }

    /** Checks that these are paths and that they share nothing; returns the number of their edges. */
    private static int check(DisjointPaths found, Graph graph, NodeSet starts, NodeSet last, int target, String name) {
        Set<Integer> inner = new HashSet<>();
        Set<Integer> direct = new HashSet<>();
        int edges = 0;
        for (int p = 0; p < found.size(); p++) {
            int[] path = found.path(p);
            assertTrue(starts.contains(path[0]), name);
            assertEquals(target, path[path.length - 1], name);
            assertTrue(path.length > 2 || direct.add(path[0]), name);
            for (int i = 0; i + 1 < path.length; i++) {
                assertTrue(graph.hasEdge(path[i], path[i + 1]), name);
                assertTrue(i == 0 || inner.add(path[i]) && !starts.contains(path[i]), name);
            }
            edges += path.length - 1;
            boolean isBefore = p > 0 && last.contains(found.path(p - 1)[0]) == last.contains(path[0]);
            assertTrue(!isBefore || found.path(p - 1).length <= path.length, name);
            assertTrue(p == 0 || !last.contains(found.path(p - 1)[0]) || last.contains(path[0]), name);
        }
        return edges;
    }

    private static DisjointPaths find(Graph graph, int target, int most, int... starts) {
        return DisjointPaths.of(Walk.over(graph), graph.reversed(), NodeSet.of(graph.nodeCount(), starts), target,
            most, Task.UNWATCHED);
    }
}
