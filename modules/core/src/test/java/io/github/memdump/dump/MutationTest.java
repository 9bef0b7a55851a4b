package io.github.memdump.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.memdump.Loading;
import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.dump.issue.Issue;
import io.github.memdump.dump.issue.IssueKind;
import io.github.memdump.dump.issue.Issues;
import io.github.memdump.dump.scan.Addresses;
import io.github.memdump.dump.scan.Newlines;
import io.github.memdump.graph.Graph;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.task.Task;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.RandomHeap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random damage costs the lines it hits and nothing else, however the dump is cut into blocks. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MutationTest {
    private static final Set<String> SLOTS = Set.of("NONE", "ZOMBIE", "MOVED");
    private static final Seeds SEEDS = new Seeds();
    private static final DumpReader PLAIN = new DumpReader(DumpLimits.DEFAULT, false, 1, 1 << 20);

    @Test
    void everyRecordOutsideTheDamagedLinesOfARandomHeapIsStillThere() throws IOException {
        for (long seed : SEEDS.of(400)) {
            byte[] dump = RandomHeap.ofSeed(seed % 20).objects(60).after().text().getBytes(StandardCharsets.UTF_8);
            check(dump, seed, 1 + (int) (seed % 12));
        }
    }

    @ParameterizedTest
    @EnumSource(GoldenDumps.class)
    void everyRecordOutsideTheDamagedLinesOfARealDumpIsStillThere(GoldenDumps golden) throws IOException {
        byte[] dump;
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(golden.after()))) {
            dump = in.readAllBytes();
        }
        for (long seed : SEEDS.of(4)) {
            check(dump, seed, 30);
        }
    }

    private static void check(byte[] dump, long seed, int times) throws IOException {
        String trial = "seed " + seed + ", " + times + " damages";
        List<String> before = ReadOut.of(PLAIN, dump).records;
        DamageMaker maker = new DamageMaker(dump, seed).damage(times);
        byte[] damaged = maker.dump();
        ReadOut after;
        Heap heap;
        try {
            after = ReadOut.of(PLAIN, damaged);
            heap = HeapLoader.lenient().load(Loading.input(damaged), Task.UNWATCHED);
        } catch (RuntimeException | DumpException failure) {
            fail(trial, failure);
            return;
        }
        assertTrue(after.summary.issues().total() <= Issues.KEPT, trial);
        assertKept(maker, before, after, trial);
        assertEveryLineIsAccountedFor(damaged, after, trial);
        assertHeld(maker, before, after, heap, trial);
        Random random = new Random(seed);
        for (int i = 0; i < 2; i++) {
            int blockBytes = 16 << random.nextInt(damaged.length > 1 << 20 ? 16 : 10);
            DumpReader reader = new DumpReader(DumpLimits.DEFAULT, false, 1 + random.nextInt(3),
                blockBytes + random.nextInt(50));
            assertEquals(after.toString(), ReadOut.of(reader, damaged).toString(), trial + ", blocks " + blockBytes);
        }
    }

    private static void assertKept(DamageMaker maker, List<String> before, ReadOut after, String trial) {
        Map<String, Integer> found = new HashMap<>();
        after.records.forEach(record -> found.merge(record, 1, Integer::sum));
        for (int line : maker.intact()) {
            String record = before.get(line);
            assertTrue(found.merge(record, -1, Integer::sum) >= 0, () -> trial + ": lost " + record);
        }
    }

    /** The objects of the lines left alone are in the heap with their references, unless damage took their address. */
    private static void assertHeld(DamageMaker maker, List<String> before, ReadOut after, Heap heap, String trial) {
        Map<String, Integer> uses = new HashMap<>();
        after.records.forEach(record -> uses.merge(record.substring(0, record.indexOf(' ')), 1, Integer::sum));
        for (int line : maker.intact()) {
            String[] words = before.get(line).split(" ");
            if (uses.get(words[0]) > 1 || SLOTS.contains(words[2])) {
                continue;
            }
            int object = heap.at(Addresses.parse(words[0]));
            assertTrue(object != Heap.NO_OBJECT, () -> trial + ": no object " + before.get(line));
            assertEquals(words[2], heap.typeName(object), trial);
            Set<Integer> targets = new HashSet<>();
            for (int i = List.of(words).lastIndexOf("->") + 1; i < words.length; i++) {
                targets.add(heap.at(Addresses.parse(words[i])));
            }
            targets.remove(Heap.NO_OBJECT);
            Graph listed = heap.overPlainReferences().references();
            assertEquals(targets.size(), listed.outDegree(object), trial);
            targets.forEach(target -> assertTrue(listed.hasEdge(object, target), trial));
        }
    }

    /** Every line holds a record, or an issue, or nothing, or is what a rejoined record goes on with. */
    private static void assertEveryLineIsAccountedFor(byte[] dump, ReadOut read, String trial) {
        List<Integer> begins = new ArrayList<>();
        for (int from = 0; from < dump.length; from = Newlines.first(dump, from, dump.length) + 1) {
            begins.add(from);
        }
        assertEquals(begins.size(), read.summary.lines(), trial);
        Set<Integer> told = new HashSet<>();
        Set<Integer> rejoined = new HashSet<>();
        read.offsets.forEach(offset -> told.add(Newlines.last(dump, 0, (int) (long) offset) + 1));
        for (Issue issue : read.issues()) {
            assertEquals(begins.get((int) issue.line() - 1).longValue(), issue.offset(), trial);
            (issue.kind() == IssueKind.REJOINED_RECORD ? rejoined : told).add((int) issue.offset());
        }
        int allowance = 0;
        for (int begin : begins) {
            int end = Newlines.first(dump, begin, dump.length);
            allowance = rejoined.contains(begin) ? LineBlockReader.CONTINUATIONS + 1
                : told.contains(begin) ? 0 : allowance;
            boolean blank = new String(dump, begin, end - begin, StandardCharsets.ISO_8859_1).trim().isEmpty();
            assertTrue(told.contains(begin) || blank || allowance-- > 0, trial + ": nothing told of byte " + begin);
        }
    }
}
