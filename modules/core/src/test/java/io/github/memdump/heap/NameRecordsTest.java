package io.github.memdump.heap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.array.NamedArrays;
import io.github.memdump.dump.FileState;
import io.github.memdump.testing.HeapDsl;
import org.junit.jupiter.api.Test;

/** Records in which the process told of names. */
class NameRecordsTest {
    private static final String NAMES =
        "{\"type\":\"NAMES\", \"kind\":\"constant\", \"rows\":[[\"0x1\",\"A\",\"0x2\"]]}\n";

    @Test
    void areNoObjectsAndNoDamageAndAreFoundAgain() {
        String plain = HeapDsl.heap().root("vm", "a").object("a").refers("b").object("b").text();
        Heap heap = Loading.load(plain + NAMES + NAMES);
        assertEquals(Loading.load(plain).objectCount(), heap.objectCount());
        assertTrue(heap.facts().issues().total() == 0);
        long[] offsets = {plain.length(), plain.length() + NAMES.length()};
        assertArrayEquals(offsets, heap.facts().nameRecordOffsets());
        NamedArrays arrays = NamedArrays.empty();
        heap.putInto(arrays);
        assertArrayEquals(offsets, Heap.from(arrays, "x", FileState.NONE).facts().nameRecordOffsets());
    }
}
