package io.github.memdump.dump.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Numbers the distinct strings in order of first sight, looked up by characters so that a string seen
 * before costs no allocation. Not thread-safe.
 */
public final class StringTable {
    private final List<String> strings = new ArrayList<>();
    private int[] slots = new int[256];

    /** Returns the number of a string; amortised constant time. */
    public int number(String string) {
        return number(string.toCharArray(), 0, string.length(), Integer.MAX_VALUE);
    }

    /** Returns the number of the string with these characters, cut to {@code most} of them. */
    public int number(char[] characters, int offset, int length, int most) {
        int kept = Math.min(length, most);
        int hash = 0;
        for (int i = 0; i < kept; i++) {
            hash = 31 * hash + characters[offset + i];
        }
        int mask = slots.length - 1;
        int slot = spread(hash) & mask;
        while (slots[slot] != 0) {
            int number = slots[slot] - 1;
            if (same(strings.get(number), characters, offset, kept)) {
                return number;
            }
            slot = (slot + 1) & mask;
        }
        return add(new String(characters, offset, kept), slot);
    }

    /** Returns the strings by number, as a view. */
    public List<String> strings() {
        return Collections.unmodifiableList(strings);
    }

    private int add(String string, int slot) {
        strings.add(string);
        slots[slot] = strings.size();
        if (strings.size() * 2 > slots.length) {
            rehash();
        }
        return strings.size() - 1;
    }

    private void rehash() {
        int[] larger = new int[slots.length * 2];
        int mask = larger.length - 1;
        for (int number = 0; number < strings.size(); number++) {
            int slot = spread(strings.get(number).hashCode()) & mask;
            while (larger[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            larger[slot] = number + 1;
        }
        Arrays.fill(slots, 0);
        slots = larger;
    }

    private static int spread(int hash) {
        return hash ^ (hash >>> 15);
    }

    private static boolean same(String string, char[] characters, int offset, int length) {
        if (string.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (string.charAt(i) != characters[offset + i]) {
                return false;
            }
        }
        return true;
    }
}
