package io.github.memdump.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.memdump.task.Task;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReachabilityTest {
    @Test
    void reachesWhatPlainRepetitionReaches() {
        Trial.forEach(trial -> {
            boolean[] expected = trial.reachedFrom(trial.starts);
            NodeSet reached = Reachability.from(trial.walk, trial.starts, Task.UNWATCHED);
            assertEquals(NodeSet.where(expected.length, v -> expected[v]), reached, trial.name);
            assertEquals(reached, Reachability.ofMost(trial.walk, trial.starts, Task.UNWATCHED), trial.name);
        });
    }

    @Test
    void aChainThatLeadsDownIsWalkedToItsEnd() {
        int nodes = 200_000;
        int[] sources = IntStream.range(1, nodes).toArray();
        int[] targets = IntStream.range(0, nodes - 1).toArray();
        Walk walk = Walk.over(Graph.ofEdges(nodes, sources, targets));

        assertEquals(NodeSet.all(nodes), Reachability.ofMost(walk, new int[] {nodes - 1}, Task.UNWATCHED));
        assertEquals(NodeSet.of(nodes, 0, 1), Reachability.ofMost(walk, new int[] {1}, Task.UNWATCHED));
    }

    @Test
    void reachesAStopAndGoesNoFurther() {
        Walk walk = Walk.over(EdgeList.graph(4, 0, 1, 1, 2, 2, 3)).stoppingAt(NodeSet.of(4, 1));

        assertEquals(NodeSet.of(4, 0, 1), Reachability.from(walk, new int[] {0}, Task.UNWATCHED));
        assertEquals(NodeSet.of(4, 1), Reachability.from(walk, new int[] {1}, Task.UNWATCHED));
    }

    @Test
    void staysWithinItsSet() {
        Walk walk = Walk.over(EdgeList.graph(4, 0, 1, 1, 2, 0, 3)).within(NodeSet.of(4, 0, 2, 3));

        assertEquals(NodeSet.of(4, 0, 3), Reachability.from(walk, new int[] {0, 1}, Task.UNWATCHED));
        assertThrows(IllegalArgumentException.class, () -> walk.within(NodeSet.none(5)));
    }

    @Test
    void canBeCancelled() {
        Walk walk = Walk.over(LargeGraphs.random());
        CancellingTask.check(10, task -> Reachability.from(walk, new int[] {0}, task));
        CancellingTask.check(10, task -> Reachability.ofMost(walk, new int[] {0}, task));
    }
}
