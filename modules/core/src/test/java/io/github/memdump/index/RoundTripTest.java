package io.github.memdump.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.array.NamedArrays;
import io.github.memdump.dump.DamagedDumpException;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.dump.issue.Limit;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapIdentities;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.task.CancelledException;
import io.github.memdump.task.Task;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.RandomHeap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundTripTest {
    @TempDir
    private Path folder;
    private Opening opening;

    @BeforeEach
    void begin() {
        opening = new Opening(folder.resolve("cache"));
    }

    /** Opens a dump twice, the second time from its index, and compares with a heap that has nothing to do with it. */
    private void roundTrip(Path dump, String message) throws IOException {
        Opening.settled(dump);
        Heap expected = Loading.load(dump);
        Opening.assertSame(expected, opening.open(dump), message);
        assertTrue(opening.hasReadTheDump(), message);
        Opening.assertSame(expected, opening.open(dump), message);
        assertFalse(opening.hasReadTheDump(), () -> message + opening.notes);
        assertEquals(List.of(), opening.notes, message);
    }

    @ParameterizedTest
    @EnumSource
    void realDumpsComeBack(GoldenDumps dumps) throws IOException {
        roundTrip(dumps.before(), dumps + " before");
        roundTrip(dumps.after(), dumps + " after");
    }

    @Test
    void randomHeapsComeBack() throws IOException {
        for (long seed = 1; seed <= 10; seed++) {
            RandomHeap pair = RandomHeap.ofSeed(seed);
            roundTrip(pair.after().writeTo(folder.resolve(seed + ".json")), pair.toString());
        }
    }

    @Test
    void everythingOddComesBack() throws IOException {
        Path dump = OddHeap.whole().writeTo(folder.resolve("odd.json"));
        roundTrip(dump, "odd");
        Heap heap = opening.open(dump);
        assertTrue(heap.facts().memsize() > 11_000_000_000L);
        assertTrue(heap.facts().danglingReferences() > 0 && heap.facts().duplicateReferences() > 0);
        assertTrue(heap.sites().size() > 1);
    }

    @Test
    void damageIsToldAgainWithLineAndOffset() throws IOException {
        Path dump = OddHeap.damaged().writeTo(folder.resolve("damaged.json"));
        assertTrue(Loading.load(dump).facts().issues().counts().size() >= 4);
        roundTrip(dump, "damaged");
    }

    @Test
    void packedDumpsComeBack() throws IOException {
        roundTrip(OddHeap.whole().writeGzipTo(folder.resolve("odd.json.gz")), "gzip");
    }

    @Test
    void everyArrayThatAHeapHoldsIsKept() throws Exception {
        for (Path dump : List.of(GoldenDumps.RUBY_3_4.after(), OddHeap.damaged().writeTo(folder.resolve("odd")))) {
            Heap heap = Loading.load(dump);
            NamedArrays arrays = NamedArrays.empty();
            heap.putInto(arrays);
            Set<Object> kept = Collections.newSetFromMap(new IdentityHashMap<>());
            kept.addAll(arrays.all().values());
            Set<Object> held = HeapParts.of(heap).arrays();
            assertTrue(held.size() >= 15, () -> held.size() + " arrays found");
            assertTrue(kept.containsAll(held), "an array of the heap is not put by putInto");
            NamedArrays ofIdentities = NamedArrays.empty();
            heap.identities().putInto(ofIdentities);
            kept.clear();
            kept.addAll(ofIdentities.all().values());
            assertTrue(kept.containsAll(HeapParts.of(heap.identities()).arrays()), "nor one of the identities");
        }
    }

    @Test
    void identitiesHaveAnIndexOfTheirOwn() throws IOException {
        for (Path dump : List.of(OddHeap.damaged().writeTo(folder.resolve("odd.json")),
            RandomHeap.ofSeed(5).after().writeTo(folder.resolve("5.json")))) {
            HeapIdentities expected = HeapLoader.lenient().loadIdentities(DumpInput.of(Opening.settled(dump)),
                Task.UNWATCHED);
            Opening.assertSame(expected, opening.openIdentities(dump), "first");
            assertTrue(opening.hasReadTheDump());
            Opening.assertSame(expected, opening.openIdentities(dump), "second");
            assertFalse(opening.hasReadTheDump(), opening.notes.toString());
            Opening.assertSame(Loading.load(dump), opening.open(dump), "the heap is another thing");
            assertTrue(opening.hasReadTheDump());
            Opening.assertSame(expected, opening.openIdentities(dump), "out of the index of the heap");
            assertFalse(opening.hasReadTheDump());
        }
    }

    @Test
    void identitiesComeOutOfTheIndexOfAHeap() throws IOException {
        Path dump = Opening.settled(OddHeap.damaged().writeTo(folder.resolve("odd.json")));
        opening.open(dump);
        Opening.assertSame(HeapLoader.lenient().loadIdentities(DumpInput.of(dump), Task.UNWATCHED),
            opening.openIdentities(dump), "identities");
        assertFalse(opening.hasReadTheDump());
        opening.onlyIndex();
    }

    @Test
    void aDumpIsCalledWhatItIsCalledNow() throws IOException {
        Path dump = Opening.settled(OddHeap.whole().writeTo(folder.resolve("odd.json")));
        opening.open(dump);
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), dump);
        assertEquals(link.toString(), opening.open(link).facts().dumpName());
        assertFalse(opening.hasReadTheDump());
    }

    @Test
    void strictReadersFailWithAnIndexAsWithout() throws IOException {
        Path dump = Opening.settled(OddHeap.damaged().writeTo(folder.resolve("damaged.json")));
        String expected = assertThrows(DamagedDumpException.class, () ->
            HeapLoader.strict().load(DumpInput.of(dump), Task.UNWATCHED)).getMessage();
        opening.open(dump);
        opening.onlyIndex();
        assertEquals(expected, assertThrows(DamagedDumpException.class, () ->
            opening.open(dump, opening.loader(HeapLoader.strict()))).getMessage());
    }

    @Test
    void strictReadersUseTheIndexOfAWholeDump() throws IOException {
        Path dump = Opening.settled(OddHeap.whole().writeTo(folder.resolve("odd.json")));
        opening.open(dump);
        opening.open(dump, opening.loader(HeapLoader.strict()));
        assertFalse(opening.hasReadTheDump());
    }

    @Test
    void otherLimitsHaveAnotherIndex() throws IOException {
        Path dump = Opening.settled(OddHeap.whole().writeTo(folder.resolve("odd.json")));
        opening.open(dump);
        HeapLoader narrow = HeapLoader.lenient().within(DumpLimits.DEFAULT.with(Limit.KEPT_CHARACTERS, 16));
        Heap expected = narrow.load(DumpInput.of(dump), Task.UNWATCHED);
        Opening.assertSame(expected, opening.open(dump, opening.loader(narrow)), "first");
        assertTrue(opening.hasReadTheDump());
        Opening.assertSame(expected, opening.open(dump, opening.loader(narrow)), "second");
        assertFalse(opening.hasReadTheDump());
        assertEquals(2, opening.cache.entries().size());
    }

    @Test
    void whatMoreMemoryWouldReadIsNotKept() throws IOException {
        Path dump = Opening.settled(OddHeap.whole().raw("x".repeat(5000)).writeTo(folder.resolve("long.json")));
        DumpLimits shortLines = DumpLimits.DEFAULT.with(Limit.LINE_BYTES, 4000);
        opening.open(dump, opening.loader(HeapLoader.lenient().within(shortLines)));
        assertEquals(List.of(), opening.cache.entries());
    }

    @Test
    void streamsAndSmallDumpsHaveNoIndex() throws IOException {
        try (IndexedLoader loader = opening.loader(HeapLoader.lenient())) {
            byte[] text = OddHeap.whole().text().getBytes(java.nio.charset.StandardCharsets.UTF_8);
            loader.load(DumpInput.of("standard input", new ByteArrayInputStream(text)), Task.UNWATCHED);
        }
        Path dump = Opening.settled(OddHeap.whole().writeTo(folder.resolve("odd.json")));
        opening.open(dump, opening.loader(HeapLoader.lenient()).fromBytes(Files.size(dump) + 1));
        assertFalse(Files.exists(folder.resolve("cache")));
    }

    @Test
    void openingAnIndexCanBeCancelled() throws IOException {
        Path dump = Opening.settled(OddHeap.whole().writeTo(folder.resolve("odd.json")));
        opening.open(dump);
        Task cancelled = new Task() {
            @Override
            public void phase(String name, long total) {
            }

            @Override
            public void done(long steps) {
                throw new CancelledException();
            }
        };
        try (IndexedLoader loader = opening.loader(HeapLoader.lenient())) {
            assertThrows(CancelledException.class, () -> loader.load(DumpInput.of(dump), cancelled));
        }
    }
}
