package io.github.memdump.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.dump.LimitExceededException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses to ids and back, against a map. */
class AddressIndexTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void findsEveryAddressAndNoOther(long seed) throws LimitExceededException {
        Random random = new Random(seed);
        AddressPages pages = new AddressPages();
        Map<Long, Integer> codes = new HashMap<>();
        List<Long> others = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            long address = address(random, (int) seed);
            int code = pages.code(address);
            if (random.nextInt(4) == 0) {
                others.add(address);
            } else {
                assertEquals(!codes.containsKey(address), pages.occupy(code), "seed " + seed);
                codes.put(address, code);
            }
        }
        AddressIndex index = pages.index();
        assertEquals(codes.size(), index.size());
        boolean[] taken = new boolean[index.size()];
        codes.forEach((address, code) -> {
            int id = index.idOfCode(code);
            assertEquals(id, index.id(address), "seed " + seed);
            assertEquals(address, index.address(id), "seed " + seed);
            assertFalse(taken[id]);
            taken[id] = true;
        });
        for (long address : others) {
            assertEquals(codes.containsKey(address), index.id(address) >= 0, "seed " + seed);
        }
        assertTrue(index.id(0x1234_5678_9ABC_DEF8L) < 0);
    }

    /** Returns addresses as Ruby's heap has them, far apart, unaligned, or at the edges, by kind. */
    private static long address(Random random, int kind) {
        switch (kind) {
            case 1:
                return 0x7f00_0000_0000L + random.nextInt(20_000) * 40L;
            case 2:
                return random.nextLong() & 0x7FFF_FFFF_FFFFL;
            case 3:
                return random.nextInt(6000);
            case 4:
                return random.nextLong();
            case 5:
                return 0xFFFF_FFFF_FFFF_0000L + random.nextInt(0xFFFF);
            default:
                return random.nextInt(300) * 65_536L + random.nextInt(3) * 8;
        }
    }
}
