package io.github.memdump.array;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ChunksTest {
    private static final int SIZE = 200_000;

    @Test
    void stretchesOfIntsAreCopiedAcrossChunks() {
        IntChunks chunks = new IntChunks();
        for (int i = 0; i < SIZE; i++) {
            chunks.add(i * 3);
        }
        int[] copy = new int[SIZE];
        chunks.copy(65_000, copy, 10, 130_000);
        for (int i = 0; i < SIZE; i++) {
            boolean copied = i >= 10 && i < 130_010;
            assertEquals(copied ? (i - 10 + 65_000) * 3 : 0, copy[i]);
        }
    }

    @Test
    void stretchesOfBytesAreCopiedAcrossChunks() {
        ByteChunks chunks = new ByteChunks();
        for (int i = 0; i < SIZE; i++) {
            chunks.add((byte) i);
        }
        byte[] copy = new byte[SIZE];
        chunks.copy(1, copy, 0, SIZE - 1);
        for (int i = 0; i < SIZE - 1; i++) {
            assertEquals((byte) (i + 1), copy[i]);
        }
    }

    @Test
    void whatIsClearedCanBeFilledAgain() {
        IntChunks chunks = new IntChunks();
        for (int i = 0; i < 70_000; i++) {
            chunks.add(i);
        }
        chunks.clear();
        assertEquals(0, chunks.size());
        chunks.add(5);
        assertEquals(5, chunks.get(0));
    }
}
