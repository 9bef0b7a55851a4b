package io.github.memdump.heap;

import io.github.memdump.array.LongList;

/**
 * Numbers the distinct class addresses of a dump in order of first sight; objects without a class get the negative
 * number of their type. Not thread-safe.
 */
final class ClassNumbers {
    private final LongList addresses = new LongList();
    private int[] slots = new int[1024];
    private long lastAddress;
    private int lastNumber = -1;

    /** Returns what stands for the class of an object that has none: a negative number made of its type. */
    static int ofType(int type) {
        return -1 - type;
    }

    /** Returns the number of a class. */
    int number(long address) {
        if (lastNumber < 0 || lastAddress != address) {
            lastNumber = lookUp(address);
            lastAddress = address;
        }
        return lastNumber;
    }

    /** Returns the number of a class seen before, or -1. */
    int find(long address) {
        return slots[slot(address)] - 1;
    }

    int size() {
        return addresses.size();
    }

    long address(int number) {
        return addresses.get(number);
    }

    private int lookUp(long address) {
        int slot = slot(address);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        addresses.add(address);
        slots[slot] = addresses.size();
        if (addresses.size() * 2 > slots.length) {
            rehash();
        }
        return addresses.size() - 1;
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        for (int number = 0; number < addresses.size(); number++) {
            slots[slot(addresses.get(number))] = number + 1;
        }
    }

    /** Returns the slot in which the address is, or the free one in which it belongs. */
    private int slot(long address) {
        int mask = slots.length - 1;
        int slot = (int) ((address * 0x9E37_79B9_7F4A_7C15L) >>> Integer.SIZE) & mask;
        while (slots[slot] != 0 && addresses.get(slots[slot] - 1) != address) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
