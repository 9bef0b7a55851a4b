package io.github.memdump.view.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TreeLayoutTest {
    private static final double SPACING = 4;

    @ParameterizedTest
    @EnumSource(TreeShape.class)
    void noNodeStandsOnAnother(TreeShape shape) {
        for (long seed = 0; seed < 60; seed++) {
            Forest forest = random(seed, 1 + (int) (seed * seed % 400));
            requireApart(forest, TreeLayout.of(forest, shape, SPACING), shape + " of seed " + seed);
        }
    }

    @Test
    void parentsStandAboveTheirChildren() {
        for (long seed = 0; seed < 40; seed++) {
            Forest forest = random(seed, 200);
            Positions positions = TreeLayout.of(forest, TreeShape.LAYERED, SPACING);
            for (int node = 0; node < forest.size(); node++) {
                int parent = forest.parent(node);
                assertTrue(parent < 0 || positions.y(parent) - positions.y(node)
                    >= (forest.diameter(node) + forest.diameter(parent)) / 2, "seed " + seed + " node " + node);
            }
        }
    }

    @Test
    void parentsStandNearerToTheMiddleThanTheirChildren() {
        for (long seed = 0; seed < 40; seed++) {
            Forest forest = random(seed, 200);
            Positions positions = TreeLayout.of(forest, TreeShape.RADIAL, SPACING);
            for (int node = 0; node < forest.size(); node++) {
                int parent = forest.parent(node);
                assertTrue(parent < 0 || radius(positions, parent) < radius(positions, node),
                    "seed " + seed + " node " + node);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TreeShape.class)
    void theSameForestHasTheSamePicture(TreeShape shape) {
        Positions once = TreeLayout.of(random(7, 300), shape, SPACING);
        Positions again = TreeLayout.of(random(7, 300), shape, SPACING);
        for (int node = 0; node < 300; node++) {
            assertEquals(once.x(node), again.x(node));
            assertEquals(once.y(node), again.y(node));
        }
    }

    @ParameterizedTest
    @EnumSource(TreeShape.class)
    void aChainOfTenThousandIsLaidOut(TreeShape shape) {
        Forest chain = new Forest(IntStream.range(0, 10_000).map(node -> node - 1).toArray(), diameters(10_000, 5));
        requireApart(chain, TreeLayout.of(chain, shape, SPACING), "chain");
    }

    @ParameterizedTest
    @EnumSource(TreeShape.class)
    void tenThousandChildrenMakeABlockAndNoLine(TreeShape shape) {
        int[] parents = new int[10_001];
        parents[0] = Forest.NO_PARENT;
        Forest star = new Forest(parents, diameters(parents.length, 5));
        Positions positions = TreeLayout.of(star, shape, SPACING);
        requireApart(star, positions, "star");
        double wide = extent(IntStream.range(0, star.size()).mapToDouble(positions::x).toArray());
        double high = extent(IntStream.range(0, star.size()).mapToDouble(positions::y).toArray());
        assertTrue(wide < 4 * high && high < 4 * wide, wide + " by " + high);
    }

    @Test
    void fewChildrenStandInOneRowInTheirOrder() {
        Forest family = new Forest(new int[] {-1, 0, 0, 0, 1, 3}, diameters(6, 5));
        Positions positions = TreeLayout.of(family, TreeShape.LAYERED, SPACING);
        assertEquals(positions.y(1), positions.y(2));
        assertEquals(positions.y(2), positions.y(3));
        assertTrue(positions.x(1) < positions.x(2) && positions.x(2) < positions.x(3));
        assertEquals(positions.x(0), positions.x(2), 1e-3);
    }

    @ParameterizedTest
    @EnumSource(TreeShape.class)
    void anEmptyForestHasNoPlaces(TreeShape shape) {
        assertTrue(TreeLayout.of(new Forest(new int[0], new float[0]), shape, SPACING).fans().isEmpty());
    }

    @Test
    void refusesASpacingThatIsNone() {
        Forest one = new Forest(new int[] {-1}, diameters(1, 5));
        assertThrows(IllegalArgumentException.class, () -> TreeLayout.of(one, TreeShape.LAYERED, 0));
        assertThrows(IllegalArgumentException.class, () -> TreeLayout.of(one, TreeShape.LAYERED, Double.NaN));
    }

    private static Forest random(long seed, int size) {
        Random random = new Random(seed);
        int[] parents = new int[size];
        float[] diameters = new float[size];
        boolean deep = random.nextBoolean();
        for (int node = 0; node < size; node++) {
            int from = deep ? Math.max(0, node - 3) : 0;
            parents[node] = node == 0 || random.nextInt(30) == 0 ? Forest.NO_PARENT
                : from + random.nextInt(node - from);
            diameters[node] = 1 + random.nextInt(1 + (int) (seed % 70));
        }
        return new Forest(parents, diameters);
    }

    private static float[] diameters(int size, float diameter) {
        float[] diameters = new float[size];
        Arrays.fill(diameters, diameter);
        return diameters;
    }

    private static double radius(Positions positions, int node) {
        return Math.hypot(positions.x(node), positions.y(node));
    }

    private static double extent(double[] values) {
        return Arrays.stream(values).max().orElseThrow() - Arrays.stream(values).min().orElseThrow();
    }

    /** Compares only nodes that are near each other along x, in its order. */
    private static void requireApart(Forest forest, Positions positions, String what) {
        Integer[] order = IntStream.range(0, forest.size()).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (a, b) -> Float.compare(positions.x(a), positions.x(b)));
        float widest = 0;
        for (int node = 0; node < forest.size(); node++) {
            widest = Math.max(widest, forest.diameter(node));
            assertFalse(Float.isNaN(positions.x(node)) || Float.isNaN(positions.y(node)), what);
        }
        for (int i = 0; i < order.length; i++) {
            for (int j = i + 1; j < order.length && positions.x(order[j]) - positions.x(order[i]) < widest; j++) {
                double distance = Math.hypot(positions.x(order[j]) - positions.x(order[i]),
                    positions.y(order[j]) - positions.y(order[i]));
                assertTrue(distance > (forest.diameter(order[i]) + forest.diameter(order[j])) / 2,
                    what + ": " + order[i] + " and " + order[j] + " are " + distance + " apart");
            }
        }
    }
}
