package io.github.memdump.testing;

import java.util.HashMap;
import java.util.Map;

/** Gives every symbolic name an address as Ruby would: pages of 64 KiB, slots of 40 bytes, first come first served. */
final class SlotAddresses {
    private static final long FIRST_PAGE = 0x7f0000010000L;
    private static final int PAGE = 0x10000;
    private static final int SLOT = 40;
    private static final int SLOTS_PER_PAGE = PAGE / SLOT - 2;

    private final Map<String, Long> known = new HashMap<>();
    private int slotsGiven;

    SlotAddresses copy() {
        SlotAddresses copy = new SlotAddresses();
        copy.known.putAll(known);
        copy.slotsGiven = slotsGiven;
        return copy;
    }

    long of(String symbol) {
        return known.computeIfAbsent(symbol, s -> nextSlot());
    }

    void put(String symbol, long address) {
        known.put(symbol, address);
    }

    static String hex(long address) {
        return "0x" + Long.toHexString(address);
    }

    private long nextSlot() {
        long page = FIRST_PAGE + (long) (slotsGiven / SLOTS_PER_PAGE) * PAGE;
        long firstSlot = (page / SLOT + 1) * SLOT;
        return firstSlot + (long) (slotsGiven++ % SLOTS_PER_PAGE) * SLOT;
    }
}
