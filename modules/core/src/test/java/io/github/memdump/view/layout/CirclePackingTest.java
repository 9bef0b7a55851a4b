package io.github.memdump.view.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CirclePackingTest {
    @Test
    void circlesOfAnySizesNeitherOverlapNorStickOut() {
        for (long seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            double[] radii = new double[1 + random.nextInt(120)];
            double spread = 1 + random.nextInt(5);
            for (int i = 0; i < radii.length; i++) {
                radii[i] = Math.pow(10, random.nextDouble() * spread);
            }
            requireApart(CirclePacking.of(radii), radii, "seed " + seed);
        }
    }

    @Test
    void equalCirclesFillMostOfTheDisc() {
        double[] radii = new double[1000];
        Arrays.fill(radii, 2);
        CirclePacking packing = CirclePacking.of(radii);
        requireApart(packing, radii, "equal");
        double filled = radii.length * 4 / (packing.radius() * packing.radius());
        assertTrue(filled > 0.7, "filled " + filled);
    }

    @Test
    void tenThousandCirclesArePacked() {
        Random random = new Random(7);
        double[] radii = random.doubles(10_000, 1, 9).toArray();
        CirclePacking packing = CirclePacking.of(radii);
        double area = Arrays.stream(radii).map(radius -> radius * radius).sum();
        assertTrue(packing.radius() * packing.radius() < 2 * area, "radius " + packing.radius());
    }

    @Test
    void oneAndTwoCirclesFitExactly() {
        CirclePacking one = CirclePacking.of(new double[] {5});
        assertEquals(5, one.radius(), 1e-9);
        CirclePacking two = CirclePacking.of(new double[] {5, 5});
        assertEquals(10, two.radius(), 0.3);
    }

    private static void requireApart(CirclePacking packing, double[] radii, String which) {
        for (int i = 0; i < radii.length; i++) {
            double out = Math.hypot(packing.x(i), packing.y(i)) + radii[i];
            assertTrue(out <= packing.radius() * (1 + 1e-9), () -> which + ": a circle sticks out");
            for (int k = 0; k < i; k++) {
                double apart = Math.hypot(packing.x(i) - packing.x(k), packing.y(i) - packing.y(k));
                double touching = radii[i] + radii[k];
                int other = k;
                int circle = i;
                assertTrue(apart >= touching * (1 - 1e-5), () -> which + ": " + circle + " and " + other + " overlap");
            }
        }
    }
}
