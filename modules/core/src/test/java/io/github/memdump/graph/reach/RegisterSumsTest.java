package io.github.memdump.graph.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RegisterSumsTest {
    @Test
    void takesTheLargerRegisterInEachByte() {
        Random random = new Random(1);
        for (int trial = 0; trial < 10_000; trial++) {
            long one = random.nextLong() & 0x7F7F7F7F7F7F7F7FL;
            long other = trial % 7 == 0 ? one ^ random.nextInt(2) : random.nextLong() & 0x7F7F7F7F7F7F7F7FL;
            long larger = RegisterSums.larger(one, other);
            for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
                assertEquals(Math.max(one >>> shift & 0xFF, other >>> shift & 0xFF), larger >>> shift & 0xFF,
                    Long.toHexString(one) + " and " + Long.toHexString(other));
            }
        }
    }

    @Test
    void readsAnEmptySketchAsNothingWhateverTheOrder() {
        RegisterSums sums = new RegisterSums(2, 16);
        RegisterSums rest = new RegisterSums(2, 16);
        sums.add(0, 0);
        rest.add(0, 0);
        sums.add(1, 0x0102030405060708L);
        rest.add(1, 0x2800000000000001L);
        RegisterSums turned = new RegisterSums(2, 16);
        turned.add(1, 0x2800000000000001L);
        turned.add(1, 0x0102030405060708L);
        sums.add(rest);

        assertEquals(0, sums.estimate(0));
        assertEquals(turned.estimate(1), sums.estimate(1));
    }
}
