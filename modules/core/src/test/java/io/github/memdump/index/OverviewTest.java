package io.github.memdump.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.analysis.Grouping;
import io.github.memdump.array.NamedArrays;
import io.github.memdump.dump.DamagedDumpException;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.task.Task;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.RandomHeap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said of a dump as a whole comes out of its index as it comes out of the dump. */
class OverviewTest {
    @TempDir
    private Path folder;
    private Opening opening;

    @BeforeEach
    void begin() {
        opening = new Opening(folder.resolve("cache"));
    }

    private Overview overview(Path dump, Grouping grouping) throws IOException {
        return opening.overview(dump, grouping, opening.loader(HeapLoader.lenient()));
    }

    /** Compares all groupings with those of a heap that has nothing to do with an index. */
    private void assertKept(Path dump, String message) throws IOException {
        Heap expected = Loading.load(Opening.settled(dump));
        Opening.assertSame(Overview.of(expected, Grouping.KIND), overview(dump, Grouping.KIND), message);
        assertTrue(opening.hasReadTheDump(), message);
        for (Grouping grouping : Grouping.values()) {
            Opening.assertSame(Overview.of(expected, grouping), overview(dump, grouping), message + grouping);
            assertFalse(opening.hasReadTheDump(), () -> message + grouping + opening.notes);
        }
        assertEquals(List.of(), opening.notes, message);
    }

    @ParameterizedTest
    @EnumSource
    void realDumps(GoldenDumps dumps) throws IOException {
        assertKept(Files.copy(dumps.after(), folder.resolve("after.json.gz")), dumps.toString());
    }

    @Test
    void oddDamagedAndRandomDumps() throws IOException {
        assertKept(OddHeap.whole().writeTo(folder.resolve("odd.json")), "odd");
        assertKept(OddHeap.damaged().writeTo(folder.resolve("damaged.json")), "damaged");
        assertKept(OddHeap.damaged().writeGzipTo(folder.resolve("damaged.json.gz")), "packed");
        for (long seed = 1; seed <= 5; seed++) {
            assertKept(RandomHeap.ofSeed(seed).after().writeTo(folder.resolve(seed + ".json")), "seed " + seed);
        }
    }

    @Test
    void theIndexOfALoadedHeapWillDoAndTheHeapComesOutOfTheIndexOfAnOverview() throws IOException {
        Path dump = Opening.settled(OddHeap.damaged().writeTo(folder.resolve("odd.json")));
        Heap heap = opening.open(dump);
        Opening.assertSame(Overview.of(heap, Grouping.SITE), overview(dump, Grouping.SITE), "overview");
        assertFalse(opening.hasReadTheDump());
        opening.cache.clear();
        overview(dump, Grouping.CLASS);
        assertTrue(opening.hasReadTheDump());
        Opening.assertSame(heap, opening.open(dump), "heap");
        assertFalse(opening.hasReadTheDump());
        opening.onlyIndex();
    }

    @Test
    void aDumpIsCalledWhatItIsCalledNow() throws IOException {
        Path dump = Opening.settled(OddHeap.whole().writeTo(folder.resolve("odd.json")));
        opening.open(dump);
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), dump);
        assertEquals(link.toString(), overview(link, Grouping.CLASS).facts().dumpName());
        assertFalse(opening.hasReadTheDump());
    }

    @Test
    void anIndexThatIsUsedIsTheLastToGo() throws IOException {
        Path dump = Opening.settled(OddHeap.whole().writeTo(folder.resolve("odd.json")));
        opening.open(dump);
        Files.setLastModifiedTime(opening.onlyIndex(), FileTime.fromMillis(0));
        overview(dump, Grouping.TYPE);
        assertTrue(opening.cache.entries().get(0).lastUsed().toEpochMilli() > 1_000_000);
    }

    @Test
    void strictReadersFailWithAnIndexAsWithout() throws IOException {
        Path dump = Opening.settled(OddHeap.damaged().writeTo(folder.resolve("damaged.json")));
        opening.open(dump);
        String expected = assertThrows(DamagedDumpException.class, () ->
            HeapLoader.strict().load(DumpInput.of(dump), Task.UNWATCHED)).getMessage();
        assertEquals(expected, assertThrows(DamagedDumpException.class, () ->
            opening.overview(dump, Grouping.CLASS, opening.loader(HeapLoader.strict()))).getMessage());
        Path whole = Opening.settled(OddHeap.whole().writeTo(folder.resolve("odd.json")));
        opening.open(whole);
        opening.overview(whole, Grouping.CLASS, opening.loader(HeapLoader.strict()));
        assertFalse(opening.hasReadTheDump());
    }

    @Test
    void aGroupingThatWasLeftOutIsCountedInTheHeapOfTheIndex() throws IOException {
        Path dump = Opening.settled(OddHeap.damaged().writeTo(folder.resolve("odd.json")));
        Heap heap = opening.open(dump);
        Path file = opening.onlyIndex();
        NamedArrays rest = NamedArrays.empty();
        Directory directory;
        long engine;
        try (IndexFile index = IndexFile.open(file)) {
            index.arrays(name -> !name.startsWith("histograms.SITE."), Task.UNWATCHED).all().forEach(rest::put);
            directory = index.directory();
            engine = index.engine();
        }
        IndexWriter.write(file, directory, engine, rest);
        for (Grouping grouping : Grouping.values()) {
            Opening.assertSame(Overview.of(heap, grouping), overview(dump, grouping), grouping.toString());
            assertFalse(opening.hasReadTheDump(), opening.notes.toString());
        }
        assertEquals(List.of(), opening.notes);
    }

    @Test
    void anotherVersionOfTheProgramCountsAnew() throws IOException {
        Path dump = Opening.settled(OddHeap.whole().writeTo(folder.resolve("odd.json")));
        opening.open(dump);
        opening.overview(dump, Grouping.CLASS, opening.loader(HeapLoader.lenient()).by(12345));
        assertTrue(opening.hasReadTheDump());
    }

    @Test
    void aDumpThatHasGrownIsReadAnew() throws IOException {
        Path dump = Opening.settled(OddHeap.whole().writeTo(folder.resolve("odd.json")));
        int before = opening.open(dump).objectCount();
        Files.writeString(dump, "{\"address\":\"0x7f0000400000\", \"type\":\"OBJECT\"}\n", StandardOpenOption.APPEND);
        assertEquals(before + 1, overview(Opening.settled(dump), Grouping.TYPE).facts().objects());
        assertTrue(opening.hasReadTheDump());
    }

    /** Flips each byte of what an overview is made of, and some of what it is not. */
    @Test
    void whateverIsDamagedTheSameIsSaid() throws IOException {
        Path dump = Opening.settled(OddHeap.damaged().writeTo(folder.resolve("odd.json")));
        Overview expected = Overview.of(opening.open(dump), Grouping.KIND);
        Path file = opening.onlyIndex();
        byte[] whole = Files.readAllBytes(file);
        List<Section> sections;
        try (IndexFile index = IndexFile.open(file)) {
            sections = index.directory().sections;
        }
        Map<Boolean, List<Integer>> places = new TreeMap<>(Map.of(true, new ArrayList<>(), false,
            new ArrayList<>()));
        for (Section section : sections) {
            boolean used = Overview.isMadeOf(Grouping.KIND, section.name);
            for (long at = section.position; at < section.position + section.bytes(); at += used ? 1 : 97) {
                places.get(used).add((int) at);
            }
        }
        assertTrue(places.get(true).size() > 500 && places.get(false).size() > 20, places.toString());
        for (boolean used : new boolean[] {true, false}) {
            for (int at : places.get(used)) {
                byte[] damaged = whole.clone();
                damaged[at] ^= (byte) (1 << at % 8);
                Files.write(file, damaged);
                Opening.assertSame(expected, overview(dump, Grouping.KIND), "byte " + at);
                assertEquals(used, opening.hasReadTheDump(), "byte " + at);
                Files.write(file, whole);
            }
        }
        for (int length = 0; length < whole.length; length += length < 100 ? 1 : 151) {
            Files.write(file, Arrays.copyOf(whole, length));
            Opening.assertSame(expected, overview(dump, Grouping.KIND), "cut to " + length);
            assertTrue(opening.hasReadTheDump(), "cut to " + length);
        }
        assertEquals(List.of(), opening.notes.stream().filter(note -> !note.startsWith("the index of "))
            .collect(Collectors.toList()));
    }
}
