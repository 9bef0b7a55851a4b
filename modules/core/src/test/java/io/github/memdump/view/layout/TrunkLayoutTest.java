package io.github.memdump.view.layout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrunkLayoutTest {
    @Test
    void noTwoNodesOverlapWhateverTheForest() {
        for (long seed = 0; seed < 200; seed++) {
            RandomForest drawn = new RandomForest(seed, 1 + new Random(seed).nextInt(400));
            requireApart(drawn, drawn.positions(), "seed " + seed);
        }
    }

    @Test
    void discsHoldWhatHangsOnTheirHubAndKeepApart() {
        for (long seed = 0; seed < 60; seed++) {
            RandomForest drawn = new RandomForest(seed, 300);
            Positions positions = drawn.positions();
            for (Positions.Fan fan : positions.fans()) {
                for (Positions.Fan other : positions.fans()) {
                    double apart = Math.hypot(fan.x() - other.x(), fan.y() - other.y());
                    assertTrue(fan == other || apart >= (fan.radius() + other.radius()) * 0.999, "seed " + seed);
                }
            }
            for (int node = 0; node < drawn.parents.length; node++) {
                if (!positions.onTrunk(node)) {
                    assertEquals(1, discsAround(positions, node), "seed " + seed + ", node " + node);
                }
            }
        }
    }

    private static long discsAround(Positions positions, int node) {
        return positions.fans().stream().filter(fan -> fan.radius() > 0
            && Math.hypot(fan.x() - positions.x(node), fan.y() - positions.y(node)) <= fan.radius() * 1.001).count();
    }

    @Test
    void theSameForestIsLaidOutTheSame() {
        Positions one = new RandomForest(3, 500).positions();
        Positions other = new RandomForest(3, 500).positions();
        for (int node = 0; node < 500; node++) {
            assertEquals(one.x(node), other.x(node));
            assertEquals(one.y(node), other.y(node));
        }
    }

    @Test
    void childrenOnTheTrunkStandToTheRightOfTheirParents() {
        int steps = 0;
        for (long seed = 0; seed < 40; seed++) {
            RandomForest drawn = new RandomForest(seed, 300);
            Positions positions = drawn.positions();
            for (int node = 0; node < drawn.parents.length; node++) {
                if (positions.onTrunk(node) && drawn.parents[node] >= 0) {
                    steps++;
                    assertTrue(positions.onTrunk(drawn.parents[node]), "seed " + seed + ", parent of " + node);
                    assertTrue(positions.x(node) > positions.x(drawn.parents[node]), "seed " + seed + ", " + node);
                }
            }
        }
        assertTrue(steps > 40, "trunks have branches: " + steps);
    }

    @Test
    void aDiscGrowsWithWhatItHolds() {
        float small = fanOf(100);
        float large = fanOf(400);
        assertEquals(2, large / small, 0.2);
    }

    private static float fanOf(int leaves) {
        int[] parents = new int[leaves + 1];
        parents[0] = Forest.NO_PARENT;
        return positions(parents).fans().get(0).radius();
    }

    @Test
    void aLongChainIsWoundUp() {
        int[] parents = new int[3001];
        for (int node = 0; node < parents.length; node++) {
            parents[node] = node - 1;
        }
        Positions positions = positions(parents);
        float radius = positions.fans().get(0).radius();
        assertTrue(radius < 800, "3,000 nodes of width 10 in a disc of radius " + radius);
        requireApart(parents, widths(parents.length), positions, "chain");
    }

    @Test
    void aCrowdOfEqualSiblingsSharesADisc() {
        int[] parents = new int[1 + 40 * 3];
        boolean[] eligible = new boolean[parents.length];
        String[] names = new String[parents.length];
        parents[0] = Forest.NO_PARENT;
        for (int i = 0; i < 40; i++) {
            parents[1 + i * 3] = 0;
            parents[2 + i * 3] = 1 + i * 3;
            parents[3 + i * 3] = 1 + i * 3;
            eligible[1 + i * 3] = true;
        }
        eligible[0] = true;
        Arrays.fill(names, "Cache");
        Positions positions = TrunkLayout.of(new Forest(parents, widths(parents.length)), eligible,
            ones(parents.length), names);
        assertTrue(positions.onTrunk(0));
        assertFalse(positions.onTrunk(1));
        assertEquals(1, positions.fans().size());
    }

    @Test
    void nothingIsLaidOutAsNothing() {
        assertEquals(0, positions(new int[0]).fans().size());
    }

    @Test
    void aParentAfterItsChildIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Forest(new int[] {1, -1}, new float[] {1, 1}));
        assertArrayEquals(new int[] {1, 2}, children(new Forest(new int[] {-1, 0, 0}, new float[] {1, 1, 1})));
    }

    private static int[] children(Forest forest) {
        return new int[] {forest.child(0, 0), forest.child(0, 1)};
    }

    private static Positions positions(int[] parents) {
        boolean[] eligible = new boolean[parents.length];
        String[] names = new String[parents.length];
        Arrays.fill(names, "x");
        if (parents.length > 0) {
            eligible[0] = true;
        }
        return TrunkLayout.of(new Forest(parents, widths(parents.length)), eligible, ones(parents.length), names);
    }

    private static float[] widths(int count) {
        float[] widths = new float[count];
        Arrays.fill(widths, 10);
        return widths;
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static void requireApart(RandomForest drawn, Positions positions, String which) {
        requireApart(drawn.parents, drawn.diameters, positions, which);
    }

    private static void requireApart(int[] parents, float[] diameters, Positions positions, String which) {
        for (int node = 0; node < parents.length; node++) {
            assertTrue(Float.isFinite(positions.x(node)) && Float.isFinite(positions.y(node)), which);
            for (int other = 0; other < node; other++) {
                double apart = Math.hypot(positions.x(node) - positions.x(other),
                    positions.y(node) - positions.y(other));
                double least = (diameters[node] + diameters[other]) / 2;
                int one = node;
                int two = other;
                assertTrue(apart >= least * 0.999, () -> which + ": nodes " + one + " and " + two + " overlap");
            }
        }
    }

    /** A forest drawn from a seed: a few trees, hubs with many children, chains. */
    private static final class RandomForest {
        final int[] parents;
        final float[] diameters;
        final boolean[] eligible;
        final String[] names;

        RandomForest(long seed, int size) {
            Random random = new Random(seed);
            parents = new int[size];
            diameters = new float[size];
            eligible = new boolean[size];
            names = new String[size];
            for (int node = 0; node < size; node++) {
                boolean top = node == 0 || random.nextInt(60) == 0;
                int near = Math.max(0, node - 1 - random.nextInt(1 + random.nextInt(30)));
                parents[node] = top ? Forest.NO_PARENT : random.nextInt(3) == 0 ? random.nextInt(node) : near;
                diameters[node] = 4 + random.nextInt(1 + random.nextInt(60));
                boolean parentEligible = top || eligible[parents[node]];
                eligible[node] = parentEligible && random.nextInt(3) > 0;
                names[node] = "Name".repeat(1 + random.nextInt(8)) + random.nextInt(4);
            }
        }

        Positions positions() {
            double[] masses = new double[parents.length];
            for (int node = 0; node < masses.length; node++) {
                masses[node] = eligible[node] ? 0 : diameters[node];
            }
            return TrunkLayout.of(new Forest(parents, diameters), eligible, masses, names);
        }
    }
}
