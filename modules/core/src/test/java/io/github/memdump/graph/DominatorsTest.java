package io.github.memdump.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.task.Task;
import org.junit.jupiter.api.Test;

class DominatorsTest {
    @Test
    void dominatesWhatCannotBeReachedWithoutIt() {
        Trial.forEach(trial -> {
            Dominators dominators = of(trial.graph, trial.starts);
            boolean[] all = RemovedNode.reached(trial.graph, trial.starts, -1);
            for (int upper = 0; upper < all.length; upper++) {
                boolean[] rest = RemovedNode.reached(trial.graph, trial.starts, upper);
                for (int lower = 0; lower < all.length; lower++) {
                    boolean expected = all[lower] && !rest[lower];
                    assertEquals(expected, dominators.dominates(upper, lower), trial.name);
                }
                assertEquals(all[upper], dominators.isReachable(upper), trial.name);
            }
        });
    }

    @Test
    void countsAndWeighsWhatWouldGo() {
        Trial.forEach(trial -> {
            Dominators dominators = of(trial.graph, trial.starts);
            int[] counts = dominators.retainedCounts(Task.UNWATCHED);
            long[] sums = dominators.retainedSums(v -> 10_000_000_000L + v, Task.UNWATCHED);
            boolean[] all = RemovedNode.reached(trial.graph, trial.starts, -1);
            int reachable = 0;
            for (int upper = 0; upper < all.length; upper++) {
                boolean[] rest = RemovedNode.reached(trial.graph, trial.starts, upper);
                int count = 0;
                long sum = 0;
                for (int lower = 0; lower < all.length; lower++) {
                    count += all[lower] && !rest[lower] ? 1 : 0;
                    sum += all[lower] && !rest[lower] ? 10_000_000_000L + lower : 0;
                }
                assertEquals(count, counts[upper], trial.name);
                assertEquals(sum, sums[upper], trial.name);
                reachable += all[upper] ? 1 : 0;
            }
            assertEquals(reachable, dominators.reachableCount(), trial.name);
        });
    }

    @Test
    void ordersDominatorsBeforeWhatTheyDominate() {
        Trial.forEach(trial -> {
            Dominators dominators = of(trial.graph, trial.starts);
            int[] order = dominators.topDown(Task.UNWATCHED);
            boolean[] met = new boolean[trial.graph.nodeCount()];
            for (int v : order) {
                int upper = dominators.dominator(v);
                assertTrue(upper == Dominators.VIRTUAL_ROOT || met[upper], trial.name);
                assertFalse(met[v], trial.name);
                met[v] = true;
            }
            assertEquals(dominators.reachableCount(), order.length, trial.name);
        });
    }

    @Test
    void givesTheChildrenOfEachNode() {
        Trial.forEach(trial -> {
            Dominators dominators = of(trial.graph, trial.starts);
            Graph tree = dominators.tree(Task.UNWATCHED);
            int root = trial.graph.nodeCount();
            for (int v = 0; v < root; v++) {
                int upper = dominators.dominator(v) == Dominators.VIRTUAL_ROOT ? root : dominators.dominator(v);
                assertTrue(upper == Dominators.UNREACHABLE || tree.hasEdge(upper, v), trial.name);
            }
            assertEquals(dominators.reachableCount(), tree.edgeCount(), trial.name);
            assertEquals(root + 1, tree.nodeCount(), trial.name);
        });
    }

    @Test
    void putsStartsAndMeetingPointsUnderTheVirtualRoot() {
        // Starts 0 and 1 meet in 3; 1 holds 2; 4 holds 0 and is not reached.
        Dominators dominators = of(EdgeList.graph(5, 0, 3, 1, 3, 1, 2, 0, 1, 4, 0), 0, 1);

        assertEquals(Dominators.VIRTUAL_ROOT, dominators.dominator(0));
        assertEquals(Dominators.VIRTUAL_ROOT, dominators.dominator(1));
        assertEquals(1, dominators.dominator(2));
        assertEquals(Dominators.VIRTUAL_ROOT, dominators.dominator(3));
        assertEquals(Dominators.UNREACHABLE, dominators.dominator(4));
        assertArrayEquals(new int[] {1, 2, 1, 1, 0}, dominators.retainedCounts(Task.UNWATCHED));
        assertTrue(dominators.dominates(Dominators.VIRTUAL_ROOT, 2));
        assertFalse(dominators.dominates(Dominators.VIRTUAL_ROOT, 4));
    }

    @Test
    void walksALongPathAndALongCycle() {
        for (Graph graph : new Graph[] {LargeGraphs.path(), LargeGraphs.cycle()}) {
            Dominators dominators = of(graph, 0);
            assertEquals(LargeGraphs.LONG - 2, dominators.dominator(LargeGraphs.LONG - 1));
            int[] counts = dominators.retainedCounts(Task.UNWATCHED);
            assertEquals(LargeGraphs.LONG, counts[0]);
            assertEquals(1, counts[LargeGraphs.LONG - 1]);
            assertEquals(LargeGraphs.LONG - 1, dominators.topDown(Task.UNWATCHED)[LargeGraphs.LONG - 1]);
        }
    }

    @Test
    void climbsALongChainOncePerSharedNode() {
        // 0 → 1 → … is a chain of dominators; each of its nodes shares one with a second start. Climbing it node by
        // node would take 80 billion steps. In the second round the shared nodes have a successor.
        int chain = 4 * LargeGraphs.LONG;
        EdgeList edges = new EdgeList();
        for (int v = 0; v < chain; v++) {
            edges.add(v, chain + v).add(2 * chain, chain + v);
            if (v + 1 < chain) {
                edges.add(v, v + 1);
            }
        }
        checkChain(chain, of(edges.over(2 * chain + 2), 0, 2 * chain));
        for (int v = 0; v < chain; v++) {
            edges.add(chain + v, 2 * chain + 1);
        }
        checkChain(chain, of(edges.over(2 * chain + 2), 0, 2 * chain));
    }

    private static void checkChain(int chain, Dominators dominators) {
        for (int v = 1; v < chain; v++) {
            assertEquals(v - 1, dominators.dominator(v));
            assertEquals(Dominators.VIRTUAL_ROOT, dominators.dominator(chain + v));
        }
    }

    @Test
    void stopsAtTheLargestSum() {
        Dominators dominators = of(EdgeList.graph(3, 0, 1, 1, 2), 0);
        long[] sums = dominators.retainedSums(v -> Long.MAX_VALUE - 1, Task.UNWATCHED);

        assertArrayEquals(new long[] {Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE - 1}, sums);
    }

    @Test
    void refusesReferrersOfAnotherGraph() {
        Graph graph = EdgeList.graph(3);
        assertThrows(IllegalArgumentException.class, () ->
            Dominators.of(graph, EdgeList.graph(4), NodeSet.none(3), Task.UNWATCHED));
        assertThrows(IllegalArgumentException.class, () ->
            Dominators.of(graph, graph, NodeSet.none(4), Task.UNWATCHED));
    }

    @Test
    void canBeCancelled() {
        Graph graph = LargeGraphs.random();
        Graph referrers = graph.reversed();
        NodeSet start = NodeSet.of(graph.nodeCount(), 0);
        CancellingTask.check(30, task -> Dominators.of(graph, referrers, start, task));
        Dominators dominators = Dominators.of(graph, referrers, start, Task.UNWATCHED);
        CancellingTask.check(10, dominators::retainedCounts);
        CancellingTask.check(10, task -> dominators.retainedSums(v -> 1, task));
        CancellingTask.check(10, dominators::topDown);
    }

    private static Dominators of(Graph graph, int... starts) {
        return Dominators.of(graph, graph.reversed(), NodeSet.of(graph.nodeCount(), starts), Task.UNWATCHED);
    }
}
