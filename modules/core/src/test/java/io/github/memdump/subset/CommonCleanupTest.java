package io.github.memdump.subset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommonCleanupTest {
    @Test
    void isNotDoneWhereEachOfManyWouldReferToEachOfMany() {
        Heap hub = hub(1_100);
        assertTrue(CommonCleanup.inProportion(hub, Task.UNWATCHED).isEmpty());
        assertEquals(1_100 * 1_100 + 1, CommonCleanup.of(hub, Task.UNWATCHED).references().edgeCount(),
            "whoever insists gets it");
    }

    @Test
    void isDoneWhereWhatIsSharedIsInProportion() {
        Heap hub = hub(300);
        CommonCleanup insisted = CommonCleanup.of(hub, Task.UNWATCHED);
        CommonCleanup done = CommonCleanup.inProportion(hub, Task.UNWATCHED).orElseThrow();
        assertEquals(300 * 300 + 1, done.references().edgeCount());
        assertEquals(insisted.remaining(), done.remaining());
        assertEquals(done.remaining(), CommonCleanup.remaining(hub));
    }

    /** An Array of objects, and as many objects that share it. */
    private static Heap hub(int size) {
        String[] holders = IntStream.range(0, size).mapToObj(i -> "holder" + i).toArray(String[]::new);
        String[] held = IntStream.range(0, size).mapToObj(i -> "held" + i).toArray(String[]::new);
        HeapDsl dsl = HeapDsl.heap().root("vm", holders[0]).array("hub").refers(held);
        for (int i = 0; i < size; i++) {
            dsl.object(holders[i]).refers("hub").object(held[i]);
        }
        return Loading.load(dsl);
    }
}
