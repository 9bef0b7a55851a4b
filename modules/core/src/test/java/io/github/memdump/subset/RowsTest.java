package io.github.memdump.subset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.memdump.graph.Graph;
import io.github.memdump.task.Task;
import org.junit.jupiter.api.Test;

class RowsTest {
    @Test
    void aRowHasEachTargetOnceInAscendingOrder() {
        int nodes = 1_000;
        Rows rows = new Rows(nodes, "Testing", Task.UNWATCHED);
        // The first row is longer than what rows begin with.
        for (int i = 0; i < 900; i++) {
            rows.add(i % 2 == 0 ? 899 - i : i - 1);
        }
        rows.end();
        for (int node = 1; node < nodes; node++) {
            rows.add(5);
            rows.add(3);
            rows.add(5);
            rows.end();
        }

        Graph graph = rows.graph();

        assertEquals(900, graph.outDegree(0));
        assertEquals(2, graph.outDegree(nodes - 1));
        assertEquals(3, graph.target(graph.from(nodes - 1)));
        for (int i = 0; i < 900; i++) {
            assertEquals(i, graph.target(graph.from(0) + i));
        }
    }
}
