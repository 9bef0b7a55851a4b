package io.github.memdump.analysis.unused;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.dump.DumpException;
import io.github.memdump.dump.scan.Addresses;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.Oracle;
import io.github.memdump.testing.RandomHeap;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DanglingReferencesTest {
    @Test
    void listsWhoRefersToWhatIsMissing() throws DumpException {
        HeapDsl dsl = HeapDsl.heap().root("vm").refersToMissing("x").root("vm").refersToMissing("x", "y").refers("a")
            .object("a").refersToMissing("y", "y", "x").refers("b").object("b").generation(3).refers("a");
        Heap heap = Loading.load(dsl);
        DanglingReferences found = DanglingReferences.of(Loading.input(dsl.text()), heap, Task.UNWATCHED);
        assertEquals(4, found.references());
        assertEquals(2, found.rows().size());
        assertEquals(dsl.identity("a"), heap.identity(found.rows().get(0).object()));
        assertEquals("vm", heap.identity(found.rows().get(1).object()));
        long[] both = {Addresses.parse(dsl.address("x")), Addresses.parse(dsl.address("y"))};
        assertArrayEquals(both, found.rows().get(0).missing());
        assertArrayEquals(both, found.rows().get(1).missing());
        assertArrayEquals(both, found.missing());
    }

    @Test
    void looksOnlyAtTheRecordThatTheHeapHasTaken() throws DumpException {
        HeapDsl dsl = HeapDsl.heap().root("vm").object("a").heldBy("vm");
        String twice = dsl.text() + "{\"address\":\"" + dsl.address("a")
            + "\", \"type\":\"OBJECT\", \"references\":[\"0x10\"]}\n";
        Heap heap = Loading.load(twice);
        assertEquals(0, heap.facts().danglingReferences());
        assertEquals(0, DanglingReferences.of(Loading.input(twice), heap, Task.UNWATCHED).references());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithBruteForce(long seed) throws DumpException {
        RandomHeap pair = RandomHeap.ofSeed(seed).objects(600);
        Oracle oracle = Oracle.of(pair.after());
        Heap heap = Loading.load(pair.after());
        DanglingReferences found = DanglingReferences.of(Loading.input(pair.after().text()), heap, Task.UNWATCHED);
        Set<String> missing = new TreeSet<>();
        for (long address : found.missing()) {
            missing.add(Addresses.format(address));
        }
        assertEquals(new TreeSet<>(oracle.danglingTargets()), missing, pair.toString());
        assertEquals(heap.facts().danglingReferences(), found.references(), pair.toString());
        assertEquals(oracle.danglingReferences(), found.references(), pair.toString());
        assertTrue(found.references() > 0, pair.toString());
    }
}
