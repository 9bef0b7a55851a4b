package io.github.memdump.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.dump.issue.Issue;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.task.Task;

/** Whatever is loaded is a heap that holds together. */
final class LoadedHeap {
    private LoadedHeap() {
    }

    /** Loads any bytes; fails unless they are refused in words or become such a heap. */
    static void check(byte[] dump) {
        Heap heap;
        try {
            heap = HeapLoader.lenient().load(Loading.input(dump), Task.UNWATCHED);
        } catch (DumpException refused) {
            DumpReaderFuzzTest.checkRefusal(refused);
            return;
        }
        long memsize = 0;
        for (int id = 0; id < heap.objectCount(); id++) {
            memsize += heap.memsize(id);
            checkObject(heap, id);
        }
        assertEquals(memsize, heap.facts().memsize());
        assertEquals(heap.facts().references(), heap.overPlainReferences().references().edgeCount()
            + heap.facts().danglingReferences());
        assertEquals(heap.references().edgeCount(), heap.referrers().edgeCount());
        long line = 1;
        for (Issue issue : heap.facts().issues().first()) {
            assertTrue(issue.line() >= line, issue::describe);
            line = issue.line();
        }
        checkStrict(dump, heap);
    }

    private static void checkObject(Heap heap, int id) {
        assertFalse(heap.typeName(id).isEmpty() && heap.className(id).isEmpty() && heap.identity(id).isEmpty());
        assertTrue(heap.recordOffset(id) >= 0 && heap.recordOffset(id) < heap.facts().bytes(), heap.identity(id));
        if (heap.isRoot(id)) {
            assertEquals(id, heap.rootNamed(heap.name(id)));
        } else {
            assertEquals(id, heap.at(heap.address(id)));
        }
        int from = heap.references().from(id);
        for (int i = 0; i < heap.references().outDegree(id); i++) {
            int target = heap.references().target(from + i);
            assertTrue(heap.referrers().hasEdge(target, id), heap.identity(id));
            assertTrue(i == 0 || heap.references().target(from + i - 1) < target, heap.identity(id));
        }
    }

    private static void checkStrict(byte[] dump, Heap lenient) {
        try {
            Heap strict = HeapLoader.strict().load(Loading.input(dump), Task.UNWATCHED);
            assertEquals(0, lenient.facts().issues().total());
            assertEquals(lenient.objectCount(), strict.objectCount());
            assertEquals(lenient.facts().references(), strict.facts().references());
        } catch (DamagedDumpException stop) {
            assertEquals(lenient.facts().issues().first().get(0).describe(), stop.issue().describe());
        } catch (DumpException other) {
            throw new AssertionError(other);
        }
    }
}
