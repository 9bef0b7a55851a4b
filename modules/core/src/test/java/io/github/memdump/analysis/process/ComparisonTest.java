package io.github.memdump.analysis.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.Oracle;
import io.github.memdump.testing.RandomHeap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {
    private static Population worker(int carts, int line) {
        HeapDsl heap = HeapDsl.heap().root("vm", "Cart").klass("Cart").memsize(100);
        for (int i = 0; i < carts; i++) {
            heap.object("cart" + i).ofClass("Cart").memsize(40).generation(i).allocatedAt("cart.rb", line, "new");
        }
        return Population.of(Loading.load(heap));
    }

    @Test
    void whatOneWorkerHasMoreOfComesFirst() {
        Comparison comparison = Comparison.of(List.of(worker(3, 7), worker(20, 7), worker(4, 7)));
        assertEquals(1, comparison.rows().size());
        Comparison.Row row = comparison.rows().get(0);
        assertEquals("Cart cart.rb:7", row.kind().className() + " " + row.kind().site());
        assertArrayEquals(new long[] {3, 20, 4}, row.counts());
        assertEquals("17 680 640 1", row.countDifference() + " " + row.difference() + " " + row.aboveMedian() + " "
            + row.most());
    }

    @Test
    void likeProcessesHaveNoRows() {
        assertTrue(Comparison.of(List.of(worker(5, 7), worker(5, 7))).rows().isEmpty());
        assertEquals(2, Comparison.of(List.of(worker(5, 7), worker(5, 8))).rows().size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void agreesWithBruteForce(long seed) {
        List<HeapDsl> dumps = List.of(RandomHeap.ofSeed(seed).objects(150).newObjects(0).after(),
            RandomHeap.ofSeed(seed + 50).objects(180).newObjects(0).after());
        Map<String, long[]> expected = new TreeMap<>();
        for (int process = 0; process < 2; process++) {
            Oracle oracle = Oracle.of(dumps.get(process));
            for (String object : oracle.objects()) {
                if (!oracle.roots().contains(object)) {
                    String site = oracle.file(object).isEmpty() ? "" : oracle.file(object) + ":" + oracle.line(object);
                    expected.computeIfAbsent(oracle.className(object).replaceAll("0x[0-9a-f]+", "0x…") + " " + site,
                        any -> new long[2])[process]++;
                }
            }
        }
        expected.values().removeIf(counts -> counts[0] == counts[1]);
        List<Population> processes = new ArrayList<>();
        dumps.forEach(dump -> processes.add(Population.of(Loading.load(dump))));
        Map<String, String> found = Comparison.of(processes).rows().stream().filter(row -> row.countDifference() > 0)
            .collect(Collectors.toMap(row -> row.kind().className() + " " + row.kind().site(),
                row -> row.counts()[0] + " " + row.counts()[1]));
        Map<String, String> wanted = expected.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
            row -> row.getValue()[0] + " " + row.getValue()[1]));
        assertEquals(new TreeMap<>(wanted), new TreeMap<>(found), "seeds " + seed + " and " + (seed + 50));
    }
}
