package io.github.memdump.cli.report.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.Walk;
import io.github.memdump.task.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChainsTest {
    private static final int LONG = 20_000;

    @Test
    void namesTheEndsOfThePathsToAllObjectsOfALongChainInAFewStepsForEach() {
        int[] next = new int[LONG - 1];
        Arrays.setAll(next, i -> i + 1);
        int[] from = new int[LONG - 1];
        Arrays.setAll(from, i -> i);
        BreadthFirst fromRoots = fromRoots(Graph.ofEdges(LONG, from, next));
        Chains chains = new Chains(fromRoots, LONG, (holder, object) -> "o" + object);
        for (int object = LONG - 1; object >= 0; object--) {
            assertEquals("o" + object, chains.to(object).get(chains.to(object).size() - 1));
        }
        assertEquals(naive(fromRoots, LONG - 1), chains.to(LONG - 1));
        assertTrue(chains.steps() <= 20L * LONG, chains.steps() + " steps");
    }

    @Test
    void namesWhatTheWholePathsWouldNameShortened() {
        for (long seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            int nodes = 120;
            int[] from = new int[nodes];
            int[] to = new int[nodes];
            for (int i = 1; i < nodes; i++) {
                from[i] = Math.max(0, i - 1 - random.nextInt(3));
                to[i] = i;
            }
            BreadthFirst fromRoots = fromRoots(Graph.ofEdges(nodes + 1, from, to));
            Chains chains = new Chains(fromRoots, nodes + 1, (holder, object) -> "o" + object);
            for (int i = 0; i < 200; i++) {
                int object = random.nextInt(nodes);
                assertEquals(naive(fromRoots, object), chains.to(object), "seed " + seed + ", " + object);
            }
            assertEquals(List.of("unreachable from the roots", "o" + nodes), chains.to(nodes));
        }
    }

    private static List<String> naive(BreadthFirst fromRoots, int object) {
        List<String> names = new ArrayList<>();
        for (int on : fromRoots.path(object)) {
            names.add("o" + on);
        }
        if (names.size() > 14) {
            String left = names.size() - 12 + " more objects";
            names.subList(6, names.size() - 6).clear();
            names.add(6, left);
        }
        return names;
    }

    private static BreadthFirst fromRoots(Graph graph) {
        return BreadthFirst.from(Walk.over(graph), new int[] {0}, 1, Task.UNWATCHED);
    }
}
