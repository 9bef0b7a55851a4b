package io.github.memdump.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.memdump.Loading;
import io.github.memdump.dump.DamagedDumpException;
import io.github.memdump.dump.DumpException;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.RandomHeap;
import org.junit.jupiter.api.Test;

/** What is read of a dump when only its identities are wanted, beside the whole heap. */
class HeapIdentitiesTest {
    @Test
    void readsTheSameIdentitiesAsAWholeHeapHas() throws DumpException {
        for (long seed = 1; seed <= 60; seed++) {
            RandomHeap pair = RandomHeap.ofSeed(seed).objects(120).newObjects(40);
            assertSame(pair.after().text(), pair.toString());
        }
    }

    @Test
    void readsThemThroughDamageRepeatedAddressesAndRepeatedRoots() throws DumpException {
        assertSame(HeapDsl.heap().root("vm", "a").root("global_tbl", "b").root("vm", "b").object("a").generation(3)
            .object("b").object("c").atAddressOf("a").generation(4).text()
            + "{\"address\":\"0x7f0000000123\", \"type\":\"OBJECT\", \"generation\":9, \"file\":\"a\"b\"}\n{oops\n",
            "a damaged dump");
    }

    @Test
    void findsEachOfVeryManyRootsAndMergesTheLinesOfEach() throws DumpException {
        HeapDsl dsl = HeapDsl.heap();
        for (int i = 0; i < 30_000; i++) {
            dsl.root("root " + i, "a");
        }
        for (int i = 0; i < 30_000; i += 3) {
            dsl.root("root " + i, "b");
        }
        String dump = dsl.object("a").object("b").text();
        assertSame(dump, "many roots");
        Heap heap = Loading.load(dump);
        assertEquals(30_000, heap.roots().length);
        assertEquals(30_000 + 10_000, heap.references().edgeCount());
    }

    private static void assertSame(String dump, String message) throws DumpException {
        Heap heap = Loading.load(dump);
        HeapIdentities read = HeapLoader.lenient().loadIdentities(Loading.input(dump), Task.UNWATCHED);
        assertEquals(heap.objectCount(), read.objectCount(), message);
        assertEquals(heap.identities().rootNames(), read.rootNames(), message);
        assertEquals(heap.facts().withGeneration(), read.withGeneration(), message);
        assertEquals(heap.identities().lastGeneration(), read.lastGeneration(), message);
        assertEquals(heap.facts().issues().counts(), read.issues().counts(), message);
        for (int id = 0; id < heap.objectCount(); id++) {
            int found = heap.isRoot(id) ? read.rootNamed(heap.name(id)) : read.at(heap.address(id));
            assertEquals(id, found, message);
            assertEquals(heap.generation(id), read.generation(id), message);
        }
    }

    @Test
    void knowsNoAddressAndNoRootThatTheDumpHasNot() {
        HeapIdentities identities = Loading.load(HeapDsl.heap().root("vm", "a").object("a").at(0x1000)).identities();
        assertEquals(Heap.NO_OBJECT, identities.at(0x1008));
        assertEquals(Heap.NO_OBJECT, identities.at(0x9000));
        assertEquals(Heap.NO_OBJECT, identities.rootNamed("machine_context"));
    }

    @Test
    void failsAtDamageIfStrict() {
        assertThrows(DamagedDumpException.class, () -> HeapLoader.strict()
            .loadIdentities(Loading.input(HeapDsl.heap().root("vm", "a").object("a").text() + "{oops\n"),
                Task.UNWATCHED));
    }
}
