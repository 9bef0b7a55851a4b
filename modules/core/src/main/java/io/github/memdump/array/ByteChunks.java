package io.github.memdump.array;

import java.util.ArrayList;

/**
 * A growable list of {@code byte} in chunks of 65,536: it grows without copying, so that filling it with tens of
 * millions of values never needs room for them twice. Not thread-safe while it is being filled.
 */
public final class ByteChunks {
    private static final int SHIFT = 16;
    private static final int MASK = (1 << SHIFT) - 1;

    private final ArrayList<byte[]> chunks = new ArrayList<>();
    private byte[] last = {};
    private int used;

    /** Appends a value; constant time. */
    public void add(byte value) {
        if (used == last.length) {
            last = new byte[1 << SHIFT];
            chunks.add(last);
            used = 0;
        }
        last[used++] = value;
    }

    /** Copies the values from {@code from} on into an array; they must all be there. */
    public void copy(int from, byte[] into, int at, int length) {
        int copied = 0;
        while (copied < length) {
            int index = from + copied;
            int step = Math.min(length - copied, MASK + 1 - (index & MASK));
            System.arraycopy(chunks.get(index >>> SHIFT), index & MASK, into, at + copied, step);
            copied += step;
        }
    }

    /** Drops all values and their memory. */
    public void clear() {
        chunks.clear();
        last = new byte[0];
        used = 0;
    }
}
