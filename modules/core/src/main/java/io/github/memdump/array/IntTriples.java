package io.github.memdump.array;

import java.util.Arrays;

/**
 * Numbers distinct triples of ints in order of first sight. About 20 bytes a triple; amortised constant time. Not
 * thread-safe.
 */
public final class IntTriples {
    private static final int PARTS = 3;

    private int[] parts = new int[16 * PARTS];
    private int[] slots = new int[64];
    private int size;
    private int last = -1;

    /** Returns the number of a triple, given out now if it was never seen. */
    public int number(int one, int two, int three) {
        if (last >= 0 && isAt(last, one, two, three)) {
            return last;
        }
        int mask = slots.length - 1;
        int slot = hash(one, two, three) & mask;
        while (slots[slot] != 0 && !isAt(slots[slot] - 1, one, two, three)) {
            slot = (slot + 1) & mask;
        }
        last = slots[slot] != 0 ? slots[slot] - 1 : add(one, two, three, slot);
        return last;
    }

    /** Returns one of the three parts, numbered from 0, of the triple with a number. */
    public int part(int number, int part) {
        return parts[number * PARTS + part];
    }

    /** Returns how many triples there are. */
    public int size() {
        return size;
    }

    /** Drops all triples; keeps the memory. */
    public void clear() {
        if (size > 0) {
            Arrays.fill(slots, 0);
        }
        size = 0;
        last = -1;
    }

    /** Returns the parts of all triples, three each, as an array of their own. */
    public int[] toArray() {
        return Arrays.copyOf(parts, size * PARTS);
    }

    private int add(int one, int two, int three, int slot) {
        if ((size + 1) * PARTS > parts.length) {
            parts = Arrays.copyOf(parts, parts.length * 2);
        }
        parts[size * PARTS] = one;
        parts[size * PARTS + 1] = two;
        parts[size * PARTS + 2] = three;
        size++;
        slots[slot] = size;
        if (size * 2 > slots.length) {
            rehash();
        }
        return size - 1;
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int number = 0; number < size; number++) {
            int slot = hash(part(number, 0), part(number, 1), part(number, 2)) & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = number + 1;
        }
    }

    private boolean isAt(int number, int one, int two, int three) {
        int at = number * PARTS;
        return parts[at + 1] == two && parts[at] == one && parts[at + 2] == three;
    }

    private static int hash(int one, int two, int three) {
        int mixed = (one * 0x9E37_79B9 + two) * 0x85EB_CA6B + three;
        return mixed ^ mixed >>> 15;
    }
}
