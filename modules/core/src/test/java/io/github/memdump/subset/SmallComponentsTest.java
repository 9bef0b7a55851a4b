package io.github.memdump.subset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import org.junit.jupiter.api.Test;

class SmallComponentsTest {
    @Test
    void theFirstObjectOfADumpHoldsWhatItHolds() {
        Heap heap = Loading.load(HeapDsl.heap().object("first").refers("a", "b").object("a").object("b")
            .object("lonely").refers("c").object("c"));

        HeapSubset left = SmallComponents.removedFrom(HeapSubset.of(heap), 2, Task.UNWATCHED);

        assertEquals(3, left.size());
        assertTrue(left.contains(0));
    }
}
