package io.github.memdump.answer.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class TreeRowsTest {
    private static final int[] PARENTS = {-1, 0, 1, 1, 3, -1};
    private static final int[] WEIGHTS = {9, 9, 3, 6, 6, 4};

    @Test
    void onlySeveralChildrenMoveToTheRight() {
        assertEquals(List.of("0", "  → 1", "  • 3", "    → 4", "  • 2", "5"), lines(PARENTS, WEIGHTS, 9));
    }

    @Test
    void theLightestAreLeftOut() {
        assertEquals(List.of("0", "  → 1", "  → 3", "  → 4"), lines(PARENTS, WEIGHTS, 4));
    }

    @Test
    void aDeepTreeTakesNoMoreThanALineForEachRow() {
        int size = 20_001;
        int[] parents = new int[size];
        int[] weights = new int[size];
        for (int node = 0; node < size; node++) {
            parents[node] = node == 0 ? -1 : node % 2 == 1 ? node - 1 : node - 2;
            weights[node] = size - node;
        }
        List<String> lines = lines(parents, weights, size);
        assertEquals("  • 1", lines.get(1));
        assertEquals(" ".repeat(80) + "+9960 • 20000", lines.get(size - 1));
        assertTrue(lines.stream().allMatch(line -> line.length() <= 100), "two spaces a level would be 100 MB");
    }

    @Test
    void noNodesAreNoRows() {
        assertEquals(List.of(), lines(new int[0], new int[0], 5));
    }

    @RepeatedTest(30)
    void everyShownNodeStandsBelowItsParentAndNoHeavierOneIsMissing() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int[] parents = new int[1 + random.nextInt(60)];
        int[] weights = new int[parents.length];
        int[] effective = new int[parents.length];
        for (int node = 0; node < parents.length; node++) {
            parents[node] = random.nextInt(5) == 0 ? -1 : random.nextInt(node + 1) - 1;
            weights[node] = random.nextInt(20);
            effective[node] = parents[node] < 0 ? weights[node] : Math.min(weights[node], effective[parents[node]]);
        }
        int most = 1 + random.nextInt(70);
        TreeRows rows = TreeRows.of(parents.length, node -> parents[node], node -> weights[node], most);
        assertEquals(Math.min(most, parents.length), rows.size(), () -> "seed " + seed);
        Set<Integer> shown = new HashSet<>();
        List<Integer> above = new ArrayList<>();
        int lightest = Integer.MAX_VALUE;
        for (int row = 0; row < rows.size(); row++) {
            int node = rows.node(row);
            assertTrue(shown.add(node), () -> "seed " + seed);
            while (!above.isEmpty() && above.get(above.size() - 1) != parents[node]) {
                above.remove(above.size() - 1);
            }
            assertEquals(parents[node] < 0, above.isEmpty(), () -> "seed " + seed);
            above.add(node);
            lightest = Math.min(lightest, effective[node]);
        }
        for (int node = 0; node < parents.length; node++) {
            assertTrue(shown.contains(node) || effective[node] <= lightest, "seed " + seed);
        }
    }

    private static List<String> lines(int[] parents, int[] weights, int most) {
        TreeRows rows = TreeRows.of(parents.length, node -> parents[node], node -> weights[node], most);
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            lines.add(rows.indent(row) + rows.node(row));
        }
        return lines;
    }
}
