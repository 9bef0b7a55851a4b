package io.github.memdump.graph.reach;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.memdump.graph.CancellingTask;
import io.github.memdump.graph.EdgeList;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.LargeGraphs;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Reachability;
import io.github.memdump.graph.Trial;
import io.github.memdump.graph.Walk;
import io.github.memdump.task.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReachCountsTest {
    private static final ReachBudget NO_INTERVALS = new ReachBudget(0, 0, 0, Long.MAX_VALUE);
    private static final ReachBudget FEW_INTERVALS = new ReachBudget(3, 0, 0, Long.MAX_VALUE);
    private static final ReachBudget SOME_INTERVALS = new ReachBudget(1, 0, 3, Long.MAX_VALUE);
    private static final ReachBudget NO_ROOM = new ReachBudget(0, 0, 0, 0);
    private static final List<ReachBudget> EXACT =
        List.of(ReachBudget.UNLIMITED, NO_INTERVALS, FEW_INTERVALS, SOME_INTERVALS);
    private static final String PASS = "Counting what many reach";

    @Test
    void countsWhatTheWalkOfEachNodeReaches() {
        Trial.forEach(trial -> {
            int[] all = IntStream.range(0, trial.graph.nodeCount()).toArray();
            check(trial, all);
        });
    }

    @Test
    void countsForChosenNodesAlone() {
        Trial.forEach(trial -> check(trial, trial.starts));
    }

    private static void check(Trial trial, int[] sources) {
        int[] expected = new int[sources.length];
        for (int i = 0; i < sources.length; i++) {
            for (boolean reached : trial.reachedFrom(sources[i])) {
                expected[i] += reached ? 1 : 0;
            }
        }
        for (ReachBudget budget : EXACT) {
            ReachCounts counts = ReachCounts.within(budget, trial.walk, sources, Task.UNWATCHED);
            assertArrayEquals(expected, counts.toArray(), trial.name + ", budget " + EXACT.indexOf(budget));
            assertEquals(0, counts.estimated(), trial.name);
        }
        assertArrayEquals(expected, ReachCounts.of(trial.walk, sources, Task.UNWATCHED), trial.name);
    }

    @Test
    void passesAsOftenAsTheSourcesNeed() {
        for (long seed = 1; seed <= 6; seed++) {
            Random random = new Random(seed);
            int nodes = 1500;
            EdgeList edges = new EdgeList();
            for (int i = 0; i < 3 * nodes; i++) {
                int source = random.nextInt(nodes - 1);
                edges.add(source, source + 1 + random.nextInt(Math.min(40, nodes - 1 - source)));
            }
            // Half of the seeds have a cycle in the middle, so that there are sources on both sides of it.
            if (seed % 2 == 0) {
                edges.add(nodes / 2 + 30, nodes / 2);
            }
            Walk walk = Walk.over(edges.over(nodes));
            int[] sources = random.ints(2000, 0, nodes).toArray();
            int[] expected = new int[sources.length];
            for (int i = 0; i < sources.length; i++) {
                expected[i] = Reachability.from(walk, new int[] {sources[i]}, Task.UNWATCHED).size();
            }
            for (ReachBudget budget : EXACT) {
                Phases phases = new Phases();
                ReachCounts counts = ReachCounts.within(budget, walk, sources, phases);
                assertArrayEquals(expected, counts.toArray(), "seed " + seed + ", budget " + EXACT.indexOf(budget));
                assertEquals(budget != ReachBudget.UNLIMITED, phases.names.contains(PASS), "seed " + seed);
            }
        }
    }

    @Test
    void answersTreesAndCyclesWithoutAPass() {
        int[] all = IntStream.range(0, LargeGraphs.LONG).toArray();
        for (Graph graph : new Graph[] {LargeGraphs.path(), LargeGraphs.cycle()}) {
            Phases phases = new Phases();
            int[] counts = ReachCounts.of(Walk.over(graph), all, phases);
            boolean isCycle = graph.edgeCount() == LargeGraphs.LONG;
            for (int v = 0; v < LargeGraphs.LONG; v++) {
                assertEquals(isCycle ? LargeGraphs.LONG : LargeGraphs.LONG - v, counts[v]);
            }
            assertEquals(false, phases.names.contains(PASS));
        }
    }

    @Test
    void countsStopsAndGoesNoFurther() {
        Walk walk = Walk.over(EdgeList.graph(5, 0, 1, 1, 2, 2, 3, 3, 2, 0, 4)).stoppingAt(NodeSet.of(5, 1));

        assertArrayEquals(new int[] {3, 1, 2, 3}, ReachCounts.of(walk, new int[] {0, 1, 3, 0}, Task.UNWATCHED));
    }

    @Test
    void countsNothingOutsideItsSet() {
        Walk walk = Walk.over(EdgeList.graph(3, 0, 1, 1, 2)).within(NodeSet.of(3, 0, 2));

        assertArrayEquals(new int[] {1, 0, 1}, ReachCounts.of(walk, new int[] {0, 1, 2}, Task.UNWATCHED));
        assertArrayEquals(new int[] {0}, ReachCounts.of(walk, new int[] {1}, Task.UNWATCHED));
        assertArrayEquals(new int[0], ReachCounts.of(walk, new int[0], Task.UNWATCHED));
    }

    @Test
    void canBeCancelledInWalksAndInPasses() {
        Random random = new Random(5);
        EdgeList edges = new EdgeList();
        for (int i = 0; i < 3 * LargeGraphs.LONG; i++) {
            int source = random.nextInt(LargeGraphs.LONG - 1);
            edges.add(source, source + 1 + random.nextInt(LargeGraphs.LONG - 1 - source));
        }
        Walk walk = Walk.over(edges.over(LargeGraphs.LONG));
        int[] sources = IntStream.range(0, 300).toArray();
        for (ReachBudget budget : List.of(ReachBudget.UNLIMITED, NO_INTERVALS, NO_ROOM)) {
            CancellingTask.checkThreads(20, task -> ReachCounts.within(budget, walk, sources, task));
        }
    }

    /** Notes the names of the phases. */
    private static final class Phases implements Task {
        private final List<String> names = new ArrayList<>();

        @Override
        public void phase(String name, long total) {
            names.add(name);
        }

        @Override
        public void done(long steps) {
            assertEquals(true, steps >= 0, () -> Arrays.toString(names.toArray()));
        }
    }
}
