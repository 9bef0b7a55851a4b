package io.github.memdump.analysis.string;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.dump.scan.Addresses;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.value.StringDigests;
import io.github.memdump.value.Values;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DuplicateStringsTest {
    @TempDir
    private Path folder;

    private DuplicateStrings in(HeapDsl heap) throws IOException {
        return in(Loading.load(heap.writeTo(folder.resolve("dump.json"))));
    }

    private static DuplicateStrings in(Heap heap) throws IOException {
        return DuplicateStrings.in(heap, digests(heap)).find(Task.UNWATCHED);
    }

    private static StringDigests digests(Heap heap) throws IOException {
        return StringDigests.of(Values.of(heap), Task.UNWATCHED);
    }

    @Test
    void theLargestCopyIsKeptAndTheOthersAreWaste() throws IOException {
        DuplicateStrings found = in(HeapDsl.heap().string("a", "twice").memsize(40).string("b", "twice").memsize(80)
            .string("c", "twice").memsize(48).string("d", "once").memsize(1000));
        assertEquals(1, found.size());
        assertEquals(3, found.group(0).size());
        assertEquals(88, found.group(0).wasted());
        assertEquals(88, found.wasted());
        assertEquals(168, found.group(0).memsize());
        assertEquals(5, found.group(0).bytes());
        assertEquals(2, found.distinct());
        assertEquals(3, found.copies());
    }

    @Test
    void sameBytesInAnotherEncodingAreAnotherString() throws IOException {
        DuplicateStrings found = in(HeapDsl.heap().string("a", "text").string("b", "text")
            .string("c", "text").with("encoding", "US-ASCII")
            .record("d", "STRING").with("value", "text").with("bytesize", 4));
        assertEquals(2, found.group(0).size());
        assertEquals("UTF-8", found.group(0).encoding());
        assertEquals(3, found.distinct());
    }

    @Test
    void escapesAndPlainLettersAreTheSameString() throws IOException {
        DuplicateStrings found = in(HeapDsl.heap().record("a", "STRING").withJson("value", "\"caf\\u00e9/\"")
            .record("b", "STRING").withJson("value", "\"caf\u00e9\\/\"").record("c", "STRING")
            .withJson("value", "\"cafe/\""));
        assertEquals(1, found.size());
        assertEquals(2, found.group(0).size());
    }

    @Test
    void whatCannotBeComparedIsCountedApart() throws IOException {
        DuplicateStrings found = in(HeapDsl.heap().string("a", "text").string("b", "text").with("bytesize", 400)
            .record("c", "STRING").with("shared", true).refers("a").record("d", "STRING").with("bytesize", 9)
            .record("e", "STRING").with("bytesize", 0).record("f", "STRING").with("value", 12)
            .record("g", "SYMBOL").with("value", "text"));
        Map<StringDigests.Kind, Integer> expected = new EnumMap<>(StringDigests.Kind.class);
        expected.put(StringDigests.Kind.KNOWN, 2);
        expected.put(StringDigests.Kind.INCOMPLETE, 1);
        expected.put(StringDigests.Kind.SHARED, 1);
        expected.put(StringDigests.Kind.OMITTED, 1);
        expected.put(StringDigests.Kind.UNREADABLE, 1);
        assertEquals(expected, found.strings());
        assertEquals(0, found.size());
    }

    @Test
    void theHashIsTheSameEachTimeAndAnotherInAnotherDump() throws IOException {
        HeapDsl heap = HeapDsl.heap().string("a", "secret").string("b", "secret");
        String hash = in(heap).group(0).hash();
        assertTrue(hash.matches("[0-9a-f]{12}"), hash);
        assertEquals(hash, in(heap).group(0).hash());
        assertNotEquals(hash, in(heap.then().object("o")).group(0).hash());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void agreesWithBruteForce(long seed) throws IOException {
        Random random = new Random(seed);
        HeapDsl dsl = draw(random, 50 + random.nextInt(400));
        Path file = random.nextBoolean() ? dsl.writeTo(folder.resolve("a")) : dsl.writeGzipTo(folder.resolve("b"));
        Heap heap = Loading.load(file);
        StringsOracle oracle = new StringsOracle(dsl.text().lines().collect(Collectors.toList()));
        StringDigests digests = digests(heap);
        for (int round = 0; round < 4; round++) {
            int fewest = 2 + random.nextInt(4);
            int odds = 1 + random.nextInt(3);
            NodeSet among = NodeSet.where(heap.objectCount(), object -> odds == 1 || random.nextInt(odds) == 0);
            assertSame(oracle, fewest, heap, among, DuplicateStrings.in(heap, digests).copies(fewest).among(among)
                .find(Task.UNWATCHED), "seed " + seed);
        }
    }

    private static HeapDsl draw(Random random, int strings) {
        HeapDsl heap = HeapDsl.heap().root("vm").object("one").hash("two").array("three");
        String[] encodings = {"UTF-8", "US-ASCII", "UTF-16LE"};
        for (int i = 0; i < strings; i++) {
            String text = ("\u00E9\n\"x\\ \uD83D\uDE00".substring(0, random.nextInt(9))
                + "a".repeat(random.nextInt(3))).replaceAll("\uD83D$", "");
            heap.record("s" + i, "STRING").memsize(40 + 8 * random.nextInt(5));
            int size = text.getBytes(StandardCharsets.UTF_8).length;
            if (random.nextInt(8) > 0) {
                heap.with("bytesize", random.nextInt(20) == 0 ? size + 1 : size);
            }
            if (random.nextInt(10) > 0) {
                heap.with("value", text);
            }
            if (random.nextInt(10) == 0) {
                heap.with("shared", random.nextBoolean());
            }
            if (random.nextInt(3) > 0) {
                heap.with("encoding", encodings[random.nextInt(3)]);
            }
            if (random.nextInt(3) > 0) {
                heap.allocatedAt("f" + random.nextInt(3) + ".rb", 1 + random.nextInt(2), "new");
            }
            for (String holder : new String[] {"vm", "one", "two", "three"}) {
                if (random.nextInt(3) == 0) {
                    heap.heldBy(holder);
                }
            }
        }
        return heap;
    }

    @ParameterizedTest
    @EnumSource(GoldenDumps.class)
    void agreesWithBruteForceOnRealDumps(GoldenDumps golden) throws IOException {
        List<String> lines;
        try (BufferedReader in = new BufferedReader(new InputStreamReader(new GZIPInputStream(
                Files.newInputStream(golden.after())), StandardCharsets.UTF_8))) {
            lines = in.lines().collect(Collectors.toList());
        }
        Heap heap = Loading.load(golden.after());
        NodeSet isNew = HeapDiff.between(Loading.load(golden.before()).identities(), heap, Task.UNWATCHED).newObjects();
        StringsOracle oracle = new StringsOracle(lines);
        StringDigests digests = digests(heap);
        NodeSet all = NodeSet.all(heap.objectCount());
        DuplicateStrings found = DuplicateStrings.in(heap, digests).find(Task.UNWATCHED);
        assertTrue(found.size() > 100 && found.wasted() > 10_000);
        assertSame(oracle, 2, heap, all, found, golden.name());
        assertSame(oracle, 2, heap, isNew, DuplicateStrings.in(heap, digests).among(isNew).find(Task.UNWATCHED),
            golden.name());
    }

    private static void assertSame(StringsOracle oracle, int fewest, Heap heap, NodeSet among, DuplicateStrings found,
            String trial) {
        Map<String, Integer> kinds = new TreeMap<>();
        found.strings().forEach((kind, count) -> {
            if (count > 0) {
                kinds.put(kind.name(), count);
            }
        });
        assertEquals(oracle.kinds, kinds, trial);
        assertEquals(oracle.byText.size(), found.distinct(), trial);
        Set<String> lines = new TreeSet<>();
        List<Long> wasted = new ArrayList<>();
        long copies = 0;
        for (int i = 0; i < found.size(); i++) {
            lines.add(line(heap, found.group(i)));
            wasted.add(found.group(i).wasted());
            copies += found.group(i).counted();
            assertTrue(among.contains(found.group(i).example()), trial);
        }
        assertEquals(oracle.groups(fewest, address -> among.contains(heap.at(Addresses.parse(address)))), lines, trial);
        assertEquals(StringsOracle.descending(wasted), wasted, trial);
        assertEquals(wasted.stream().mapToLong(Long::longValue).sum(), found.wasted(), trial);
        assertEquals(copies, found.copies(), trial);
        assertEquals(found.wasted(), found.sites().stream().mapToLong(DuplicateStrings.WastefulSite::wasted).sum(),
            trial);
        assertFalse(found.sites().stream().anyMatch(site -> site.copies() == 0), trial);
    }

    private static String line(Heap heap, StringCopies group) {
        Set<String> addresses = new TreeSet<>();
        for (int copy = 0; copy < group.size(); copy++) {
            addresses.add(Addresses.format(heap.address(group.object(copy))));
        }
        Map<String, Integer> sites = new TreeMap<>();
        for (Share share : group.sites()) {
            String file = heap.sites().file(share.number());
            sites.merge(file.isEmpty() ? "" : file + ":" + heap.sites().line(share.number()), share.count(),
                Integer::sum);
        }
        return addresses + " counted " + group.counted() + " memsize " + group.memsize() + " wasted " + group.wasted()
            + " sites " + sites + " holders " + holders(heap, group);
    }

    private static Map<String, Integer> holders(Heap heap, StringCopies group) {
        Map<String, Integer> byClass = new HashMap<>();
        group.holders().forEach(share -> byClass.merge(heap.classes().name(share.number()), share.count(),
            Integer::sum));
        Map<String, Integer> byType = new TreeMap<>();
        Map<String, Integer> recounted = new HashMap<>();
        for (int copy = 0; copy < group.size(); copy++) {
            int object = group.object(copy);
            for (int i = heap.referrers().from(object); group.counts(copy) && i < heap.referrers().to(object); i++) {
                byType.merge(heap.typeName(heap.referrers().target(i)), 1, Integer::sum);
                recounted.merge(heap.className(heap.referrers().target(i)), 1, Integer::sum);
            }
        }
        assertEquals(recounted, byClass);
        return byType;
    }
}
