package io.github.memdump.graph.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.graph.EdgeList;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.Trial;
import io.github.memdump.graph.Walk;
import io.github.memdump.task.Task;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is not counted exactly is near enough, and says that it is not exact. */
class ReachEstimatesTest {
    private static final ReachBudget NOTHING = new ReachBudget(0, 0, 0, 0);
    private static final ReachBudget NO_PASSES = new ReachBudget(2, 0, 0, 0);

    @Test
    void estimatesStrayAsFarAsTheyShould() {
        double squares = 0;
        double sum = 0;
        int estimates = 0;
        for (long seed = 1; seed <= 60; seed++) {
            int nodes = 3000;
            Graph graph = shuffled(acyclic(new Random(seed), nodes), new Random(seed));
            int[] sources = new Random(-seed).ints(40, 0, nodes).toArray();
            Walk walk = Walk.over(graph);
            ReachCounts counts = ReachCounts.within(NOTHING, walk, sources, Task.UNWATCHED);
            int[] exact = ReachCounts.of(walk, sources, Task.UNWATCHED);
            for (int i = 0; i < sources.length; i++) {
                assertTrue(!counts.isExact(i) || counts.count(i) == exact[i], "seed " + seed);
                if (!counts.isExact(i)) {
                    double error = counts.count(i) / (double) exact[i] - 1;
                    assertTrue(Math.abs(error) < 6 * counts.relativeError(), "seed " + seed + ": " + error);
                    squares += error * error;
                    sum += error;
                    estimates++;
                }
            }
        }
        assertTrue(estimates > 1000, estimates + " estimates");
        double stated = 1.04 / Math.sqrt(ReachSketches.REGISTERS);
        assertTrue(Math.sqrt(squares / estimates) < 1.25 * stated, "strays by " + Math.sqrt(squares / estimates));
        assertTrue(Math.abs(sum / estimates) < 0.5 * stated, "off by " + sum / estimates);
    }

    @Test
    void whatIsNotSaidToBeAnEstimateIsExact() {
        Trial.forEach(trial -> {
            int[] all = IntStream.range(0, trial.graph.nodeCount()).toArray();
            int[] exact = ReachCounts.of(trial.walk, all, Task.UNWATCHED);
            for (ReachBudget budget : new ReachBudget[] {NOTHING, NO_PASSES, ReachBudget.LINEAR, ReachBudget.USUAL}) {
                ReachCounts counts = ReachCounts.within(budget, trial.walk, all, Task.UNWATCHED);
                int estimated = 0;
                for (int v : all) {
                    estimated += counts.isExact(v) ? 0 : 1;
                    assertTrue(!counts.isExact(v) || counts.count(v) == exact[v], trial.name + ", node " + v);
                    assertTrue(counts.isExact(v) || counts.count(v) > 0, trial.name + ", node " + v);
                }
                assertEquals(estimated, counts.estimated(), trial.name);
                assertEquals(estimated > 0, counts.relativeError() > 0, trial.name);
            }
        });
    }

    @Test
    void aNodeWithOneWayOnIsExactWithoutAnyPass() {
        // Classes, each under the one before, with an instance each, and an array of these in any order.
        int classes = 3000;
        int array = 2 * classes;
        EdgeList edges = new EdgeList();
        for (int v = 0; v < classes; v++) {
            if (v > 0) {
                edges.add(v, v - 1);
            }
            edges.add(classes + v, v);
        }
        IntStream.range(0, classes).boxed().sorted(Comparator.comparingInt(v -> v * 7919 % classes))
            .forEach(v -> edges.add(array, classes + v));
        Walk walk = Walk.over(edges.over(array + 1));
        int[] all = IntStream.rangeClosed(0, array).toArray();
        ReachCounts counts = ReachCounts.within(NO_PASSES, walk, all, Task.UNWATCHED);
        for (int v = 0; v < array; v++) {
            assertTrue(counts.isExact(v), "node " + v);
            assertEquals(v < classes ? v + 1 : v - classes + 2, counts.count(v), "node " + v);
        }
    }

    @Test
    void whatTheHubReachesIsCountedExactlyInEstimatesToo() {
        // A cycle of 50,000, and above it 400 groups of which each refers to the cycle and to some of the others.
        int cycle = 50_000;
        int others = 400;
        EdgeList edges = new EdgeList();
        for (int v = 0; v < cycle; v++) {
            edges.add(v, (v + 1) % cycle);
        }
        Random random = new Random(11);
        for (int v = cycle; v < cycle + others; v++) {
            edges.add(v, 0);
            for (int i = 0; i < 3 && v > cycle; i++) {
                edges.add(v, cycle + random.nextInt(v - cycle));
            }
        }
        Walk walk = Walk.over(edges.over(cycle + others));
        int[] all = IntStream.range(0, cycle + others).toArray();
        int[] exact = ReachCounts.of(walk, all, Task.UNWATCHED);
        ReachCounts counts = ReachCounts.within(NOTHING, walk, all, Task.UNWATCHED);
        assertTrue(counts.estimated() > others / 2, counts.estimated() + " estimates");
        for (int v : all) {
            assertEquals(exact[v], counts.count(v), 0.3 * others, "node " + v);
            assertTrue(counts.count(v) > cycle || v < cycle);
        }
    }

    @Test
    void theUsualBudgetRunsOutOnAGraphMadeToBeHard() {
        int nodes = 30_000;
        Random random = new Random(4);
        EdgeList edges = new EdgeList();
        for (int i = 0; i < 3 * nodes; i++) {
            int source = random.nextInt(nodes - 1);
            edges.add(source, source + 1 + random.nextInt(nodes - 1 - source));
        }
        Walk walk = Walk.over(edges.over(nodes));
        int[] all = IntStream.range(0, nodes).toArray();
        ReachCounts usual = ReachCounts.within(ReachBudget.USUAL, walk, all, Task.UNWATCHED);
        assertTrue(usual.estimated() > nodes / 2, usual.estimated() + " estimates");
        ReachCounts again = ReachCounts.within(ReachBudget.USUAL, walk, all, Task.UNWATCHED);
        for (int v : all) {
            assertEquals(usual.count(v), again.count(v), "node " + v);
            assertEquals(usual.isExact(v), again.isExact(v), "node " + v);
        }
    }

    @Test
    void throwsAwayRowsThatNothingRefersToAnyMore() {
        // Long rows, each needed for a little while: far more ints in all than there is room for at a time.
        int nodes = 6000;
        Random random = new Random(9);
        EdgeList edges = new EdgeList();
        for (int v = 0; v < nodes - 1; v++) {
            for (int i = 0; i < 3; i++) {
                edges.add(v, v + 1 + random.nextInt(Math.min(80, nodes - 1 - v)));
            }
        }
        Walk walk = Walk.over(edges.over(nodes));
        int[] all = IntStream.range(0, nodes).toArray();
        ReachBudget manyIntervals = new ReachBudget(1000, 0, 0, 0);
        ReachCounts counts = ReachCounts.within(manyIntervals, walk, all, Task.UNWATCHED);
        int[] exact = ReachCounts.within(new ReachBudget(0, 0, 0, Long.MAX_VALUE), walk, all, Task.UNWATCHED).toArray();
        assertTrue(counts.estimated() < nodes / 10, counts.estimated() + " estimates");
        for (int v : all) {
            assertTrue(!counts.isExact(v) || counts.count(v) == exact[v], "node " + v);
        }
    }

    private static EdgeList acyclic(Random random, int nodes) {
        EdgeList edges = new EdgeList();
        for (int i = 0; i < 2 * nodes; i++) {
            int source = random.nextInt(nodes - 1);
            edges.add(source, source + 1 + random.nextInt(nodes - 1 - source));
        }
        return edges.add(nodes - 2, nodes - 1);
    }

    /** Numbers the nodes anew, so that it is other nodes that are hashed for each seed. */
    private static Graph shuffled(EdgeList edges, Random random) {
        Graph graph = edges.over(3000);
        int[] names = IntStream.range(0, 3000).toArray();
        for (int i = names.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int name = names[i];
            names[i] = names[j];
            names[j] = name;
        }
        EdgeList renamed = new EdgeList();
        for (int v = 0; v < graph.nodeCount(); v++) {
            for (int i = graph.from(v); i < graph.to(v); i++) {
                renamed.add(names[v], names[graph.target(i)]);
            }
        }
        return renamed.over(3000);
    }
}
