package io.github.memdump.view.layout;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every layout of every shape of forest: finite places, none of them twice, an extent in proportion to the nodes. */
class AnyShapeTest {
    private static final int LARGE = 20_000;
    private static final int HUGE = 100_000;
    private static final double SPACING = 10;

    /** Forests by the parent of each node. */
    enum Shape {
        CHAIN(HUGE, node -> node - 1),
        STAR(HUGE, node -> node == 0 ? -1 : 0),
        SINGLE_NODES(LARGE, node -> -1),
        PAIRS(LARGE, node -> node % 2 == 0 ? -1 : node - 1),
        BINARY_TREE(LARGE, node -> (node + 1) / 2 - 1),
        /** A chain with something hanging on each of its nodes. */
        CATERPILLAR(LARGE, node -> node < 2 ? node - 1 : node % 2 == 0 ? node - 2 : node - 1),
        CHAIN_TO_A_STAR(HUGE, node -> node <= LARGE / 2 ? node - 1 : LARGE / 2),
        STAR_OF_CHAINS(LARGE, node -> node <= 100 ? Math.min(node, 1) - 1 : node - 100),
        TWO_LONG_CHAINS(LARGE, node -> node - 2 < 0 ? -1 : node - 2),
        /** A hub on a hub on a hub, each with hundreds of leaves. */
        NEST(LARGE, node -> node == 0 ? -1 : node % 300 == 0 ? node - 300 : node / 300 * 300),
        RANDOM_DEEP(LARGE, node -> node == 0 ? -1 : node - 1 - new Random(node).nextInt(Math.min(node, 5))),
        RANDOM_FLAT(LARGE, node -> node == 0 ? -1 : new Random(node).nextInt(node)),
        SHORT_CHAIN(1_000, node -> node - 1),
        ONE_NODE(1, node -> -1);

        private final int size;
        private final IntUnaryOperator parent;

        Shape(int size, IntUnaryOperator parent) {
            this.size = size;
            this.parent = parent;
        }

        Forest forest(boolean mixed) {
            Random random = new Random(size);
            int[] parents = IntStream.range(0, size).map(parent).toArray();
            float[] diameters = new float[size];
            for (int node = 0; node < size; node++) {
                diameters[node] = mixed ? random.nextInt(200) == 0 ? 72 : 5 + random.nextInt(4) : 10;
            }
            return new Forest(parents, diameters);
        }
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void treesOfAnyShapeFitTheirNodes(Shape shape) {
        for (boolean mixed : new boolean[] {false, true}) {
            Forest forest = shape.forest(mixed);
            double largest = IntStream.range(0, forest.size()).mapToDouble(forest::diameter).max().orElse(0) + SPACING;
            double side = Math.max(TreeLayout.LEAST_ACROSS * largest,
                side(forest, node -> forest.diameter(node) + SPACING));
            for (TreeShape way : TreeShape.values()) {
                require(forest, TreeLayout.of(forest, way, SPACING), TreeLayout.MOST_EXTENT * side, shape + " " + way);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void trunksOfAnyShapeFitTheirNodes(Shape shape) {
        for (boolean mixed : new boolean[] {false, true}) {
            Forest forest = shape.forest(mixed);
            double side = Math.max(TrunkLayout.LEAST_SIDE,
                side(forest, node -> 2 * Discs.ownRadius(forest.diameter(node))));
            boolean[] all = new boolean[forest.size()];
            Arrays.fill(all, true);
            String[] names = new String[forest.size()];
            Arrays.fill(names, "Shop::Session");
            double[] masses = new double[forest.size()];
            Arrays.setAll(masses, node -> forest.diameter(node) * forest.diameter(node));
            require(forest, TrunkLayout.of(forest, all, masses, names), TrunkLayout.MOST_EXTENT * side,
                shape + " all eligible");
            require(forest, TrunkLayout.of(forest, new boolean[all.length], masses, names),
                TrunkLayout.MOST_EXTENT * side, shape + " none eligible");
        }
    }

    private static double side(Forest forest, IntToDoubleFunction width) {
        return Math.sqrt(IntStream.range(0, forest.size()).mapToDouble(width).map(w -> w * w).sum());
    }

    private static void require(Forest forest, Positions positions, double most, String what) {
        assertTrue(positions.extent() <= most, what + " spreads over " + positions.extent() + ", allowed " + most);
        Integer[] order = IntStream.range(0, forest.size()).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble((Integer node) -> positions.x(node))
            .thenComparingDouble(node -> positions.y(node)));
        for (int i = 0; i < order.length; i++) {
            assertTrue(Float.isFinite(positions.x(i)) && Float.isFinite(positions.y(i)), what + ": node " + i);
            assertTrue(i == 0 || positions.x(order[i]) != positions.x(order[i - 1])
                || positions.y(order[i]) != positions.y(order[i - 1]), what + ": two nodes in one place");
        }
    }
}
