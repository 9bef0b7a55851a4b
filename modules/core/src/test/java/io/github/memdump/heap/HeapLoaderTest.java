package io.github.memdump.heap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.task.CancelledException;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a loaded heap tells of its objects. */
class HeapLoaderTest {
    @Test
    void keepsTheColumnsOfARecord() {
        HeapDsl told = HeapDsl.heap().root("vm", "store").klass("Store")
            .object("store").ofClass("Store").memsize(160).generation(7).allocatedAt("app/store.rb", 12, "new");
        Heap heap = Loading.load(told);
        int store = heap.at(Long.decode(told.address("store")));
        assertEquals("Store", heap.className(store));
        assertEquals("OBJECT", heap.typeName(store));
        assertEquals(160, heap.memsize(store));
        assertEquals(7, heap.generation(store));
        assertEquals("app/store.rb", heap.sites().file(heap.site(store)));
        assertEquals(12, heap.sites().line(heap.site(store)));
        assertEquals("new", heap.sites().method(heap.site(store)));
        assertEquals(told.identity("store"), heap.identity(store));
        assertTrue(told.text().substring((int) heap.recordOffset(store))
            .startsWith("{\"address\":\"" + told.address("store")));
    }

    @Test
    void rootLinesOfOneNameAreOneObject() {
        Heap heap = Loading.load(HeapDsl.heap().root("vm", "a").root("global_tbl", "b").root("vm", "b", "b")
            .object("a").object("b"));
        assertEquals(2, heap.roots().length);
        int vm = heap.rootNamed("vm");
        assertEquals(2, heap.references().outDegree(vm));
        assertEquals("vm", heap.identity(vm));
        assertEquals("ROOT", heap.className(vm));
        assertEquals(1, heap.facts().duplicateReferences());
    }

    @Test
    void referencesAreSetsAndDanglingOnesAreCountedOnly() {
        Heap heap = Loading.load(HeapDsl.heap().root("vm", "a").object("a").refers("b", "b", "a")
            .refersToMissing("x", "x", "y").object("b"));
        assertEquals(3, heap.objectCount());
        assertEquals(5, heap.facts().references());
        assertEquals(2, heap.facts().danglingReferences());
        assertEquals(2, heap.facts().duplicateReferences());
    }

    @Test
    void slotsAreCountedApartAndAreNoObjects() {
        HeapDsl told = HeapDsl.heap().root("vm", "a", "moved").klass("Foo").object("a").ofClass("Foo").refers("free")
            .record("free", "NONE").ofClass("Foo").memsize(40).refers("a").record("later", "NONE")
            .record("zombie", "ZOMBIE").memsize(40).record("moved", "MOVED");
        Heap heap = Loading.load(told);
        assertEquals(3, heap.objectCount());
        assertEquals(4, heap.facts().slots().total());
        assertEquals(2, heap.facts().slots().count("NONE"));
        assertEquals(1, heap.facts().slots().count("ZOMBIE"));
        assertEquals(1, heap.facts().slots().count("MOVED"));
        assertEquals(0, heap.facts().memsize());
        assertEquals(3, heap.facts().references());
        assertEquals(2, heap.facts().danglingReferences());
        assertEquals(Heap.NO_OBJECT, heap.at(Long.decode(told.address("free"))));
    }

    @Test
    void anObjectAtTheAddressOfASlotIsThere() {
        Heap heap = Loading.load(HeapDsl.heap().root("vm", "a").record("free", "NONE").object("a")
            .atAddressOf("free"));
        assertEquals(2, heap.objectCount());
        assertEquals(0, heap.facts().issues().total());
    }

    @Test
    void sizesBeyondTwoGibibytesAreKept() {
        Heap heap = Loading.load(HeapDsl.heap().root("vm", "a", "b").object("a").memsize(5_000_000_000L)
            .object("b").memsize(40).object("c").memsize(Long.MAX_VALUE / 4));
        long sum = 0;
        for (int id = 0; id < heap.objectCount(); id++) {
            sum += heap.memsize(id);
        }
        assertEquals(5_000_000_040L + Long.MAX_VALUE / 4, sum);
        assertEquals(sum, heap.facts().memsize());
    }

    @Test
    void generationZeroIsAGeneration() {
        HeapDsl told = HeapDsl.heap().root("vm", "a").object("a").generation(0);
        Heap heap = Loading.load(told);
        assertEquals(told.address("a") + ":0", heap.identity(heap.at(Long.decode(told.address("a")))));
        assertEquals(1, heap.facts().withGeneration());
    }

    @Test
    void unknownTypesKeepTheirNames() {
        Heap heap = Loading.load("{\"address\":\"0x1\", \"type\":\"NOVELTY\"}\n{\"address\":\"0x2\"}\n");
        assertEquals("NOVELTY", heap.typeName(heap.at(1)));
        assertEquals("NOVELTY", heap.className(heap.at(1)));
        assertEquals("UNKNOWN", heap.typeName(heap.at(2)));
    }

    @Test
    void moreTypesThanAByteHoldsGoUnderUnknown() {
        StringBuilder dump = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            dump.append("{\"address\":\"0x").append(Integer.toHexString(8 + i * 8)).append("\", \"type\":\"T").append(i)
                .append("\"}\n");
        }
        Heap heap = Loading.load(dump.toString());
        assertEquals(300, heap.objectCount());
        assertEquals("T0", heap.typeName(heap.at(8)));
        assertEquals("UNKNOWN", heap.typeName(heap.at(8 + 299 * 8)));
    }

    @Test
    void theReferrersAreTheReferencesTurnedRound() {
        Heap heap = Loading.load(HeapDsl.heap().root("vm", "a", "b").object("a").refers("c").object("b").refers("c")
            .object("c"));
        int c = heap.referrers().nodeCount() - 2;
        int[] referrers = new int[heap.referrers().outDegree(c)];
        for (int i = 0; i < referrers.length; i++) {
            referrers[i] = heap.referrers().target(heap.referrers().from(c) + i);
        }
        assertArrayEquals(new int[] {0, 1}, referrers);
    }

    @Test
    void cancellingWhileReferencesAreResolvedGivesNoHeap() {
        AtomicInteger phases = new AtomicInteger();
        Task cancelled = new Task() {
            @Override
            public void phase(String name, long total) {
                if (phases.incrementAndGet() == 2) {
                    throw new CancelledException();
                }
            }

            @Override
            public void done(long steps) {
            }
        };
        String text = HeapDsl.heap().root("vm", "a").object("a").text();
        assertThrows(CancelledException.class, () -> HeapLoader.lenient().load(Loading.input(text), cancelled));
    }
}
