package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.JsonTree;
import io.github.memdump.testing.Oracle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowthTest {
    private static final HeapDsl FIRST = HeapDsl.heap().klass("Store").klass("Item").root("vm", "Store")
        .hash("all").heldBy("Store").generation(1);

    @TempDir
    private Path folder;

    private static HeapDsl items(HeapDsl heap, int generation) {
        for (int i = 0; i < 5; i++) {
            heap.object("i" + generation + "_" + i).ofClass("Item").memsize(40).generation(generation)
                .allocatedAt("item.rb", 7, "new").heldBy("all");
        }
        return heap;
    }

    private Path[] dumps() throws IOException {
        HeapDsl second = items(FIRST.then(), 2);
        HeapDsl third = items(second.then(), 3);
        return new Path[] {FIRST.writeTo(folder.resolve("1.json")), second.writeTo(folder.resolve("2.json")),
            third.writeGzipTo(folder.resolve("3.json.gz"))};
    }

    @Test
    void showsWhatStayedByClassLineAndHolder() throws IOException {
        Path[] dumps = dumps();

        String text = CommandRun.of("growth", dumps[0], dumps[1], dumps[2]).quiet();

        assertTrue(text.contains("Survivors: 5 objects, 200 B, came after dump 1 and before dump 2 and are still there"
            + " in dump 3."), text);
        assertTrue(text.contains("    +5.0     0     5    10          5  200 B  Item   grows at every step"), text);
        assertTrue(text.contains("     5  200 B  Item   item.rb:7"), text);
        assertTrue(text.contains("      1       5       5  HASH    a variable of the class  " + FIRST.identity("all")
            + "  before 1"), text);
    }

    @Test
    void theSameForMachines() throws IOException {
        Path[] dumps = dumps();

        JsonTree json = CommandRun.of("growth", "--json", dumps[0], dumps[1], dumps[2]).json();

        assertEquals(3, json.list("dumps").size());
        assertEquals(4, json.list("dumps").get(0).number("objects"));
        assertEquals(5, json.list("dumps").get(2).number("cohort_count"));
        assertEquals(5, json.number("survivors"));
        assertEquals(200, json.number("survivors_memsize"));
        JsonTree item = json.list("rows").get(0);
        assertEquals("Item", item.text("key"));
        assertEquals(List.of(0, 5, 10), item.at("counts"));
        assertEquals(List.of(0, 200, 400), item.at("memsizes"));
        assertEquals("item.rb:7", json.list("sites").get(0).text("site"));
        assertEquals(List.of(5), json.list("sites").get(0).at("by_cohort"));
        assertEquals(FIRST.identity("all"), json.list("holders").get(0).text("object"));
        assertEquals(List.of(5, 5), json.list("holders").get(0).at("held_by_cohort"));
        assertEquals("class_ivar", json.list("holders").get(0).text("via", "kind"));
    }

    @Test
    void survivorsAndTheirPathsAreWrittenAsADumpAlsoFromStandardInput() throws IOException {
        Path[] dumps = dumps();
        Path out = folder.resolve("survivors.json");
        Path piped = folder.resolve("piped.json");

        CommandRun.of("growth", dumps[0], dumps[1], dumps[2], "-o", out).quiet();
        CommandRun.in(Map.of(), Files.readAllBytes(dumps[2]), "growth", dumps[0], dumps[1], "-", "-o", piped).quiet();

        assertEquals(8, Files.readAllLines(out).size());
        assertEquals(Files.readString(out), Files.readString(piped));
        assertEquals(5, CommandRun.of("stats", out, "--json", "--by", "file").json().list("rows").stream()
            .filter(row -> row.text("key").equals("item.rb")).findFirst().orElseThrow().number("count"));
    }

    @Test
    void agreesWithSetArithmeticOnRealDumps() {
        for (GoldenDumps golden : GoldenDumps.values()) {
            Oracle before = Oracle.of(golden.before());
            Oracle after = Oracle.of(golden.after());
            // The last dump once more, as a third one in which nothing has changed.
            Set<String> expected = new HashSet<>(after.since(before).newObjects());
            expected.removeAll(after.roots());
            Path copy = copied(golden.after());
            JsonTree json = CommandRun.of("growth", "--json", "--top", "3", golden.before(), golden.after(), copy)
                .json();
            long own = CommandRun.of("diff", "--json", golden.before(), golden.after()).json().number("own_objects");
            assertTrue(own > 0 && own < 10, own + " own objects");
            assertEquals(expected.size() - own + json.number("told_apart_by_class"), json.number("survivors"));
            assertEquals(3, json.list("rows").size());
        }
    }

    private Path copied(Path dump) {
        try {
            return Files.copy(dump, folder.resolve("copy-" + folder.toFile().list().length));
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    @Test
    void nothingThatStayedIsSaidInWords() throws IOException {
        Path[] dumps = dumps();
        String text = CommandRun.of("growth", dumps[0], FIRST.writeTo(folder.resolve("again.json")), dumps[1]).quiet();
        assertTrue(text.contains("Nothing that came after the first dump has stayed"), text);
    }

    @Test
    void dumpsInDisorderOrOfDifferentProcessesAreTold() throws IOException {
        CommandRun run = CommandRun.of("growth", GoldenDumps.RUBY_3_1.before(), GoldenDumps.RUBY_3_1.after(),
            GoldenDumps.RUBY_3_4.after());
        assertTrue(run.err().contains("hardly an object in common"), run.err());
        Path[] dumps = dumps();
        CommandRun ordered = CommandRun.of("growth", dumps[0], dumps[1], dumps[2]);
        for (int[] order : new int[][] {{2, 0, 1}, {1, 0, 2}, {2, 1, 0}, {0, 2, 1}}) {
            CommandRun disorder = CommandRun.of("growth", dumps[order[0]], dumps[order[1]], dumps[order[2]]);
            assertTrue(disorder.err().contains("they were made in the order " + dumps[0] + ", " + dumps[1] + ", "
                + dumps[2]), disorder.err());
            assertEquals(ordered.quiet(), disorder.out());
        }
    }

    @Test
    void lessThanThreeDumpsAreRefused() {
        CommandRun.of("growth", "1.json", "2.json").fails(2, "memdump diff BEFORE AFTER");
        CommandRun.of("growth", "1.json", "2.json", "1.json").fails(2, "given twice");
    }
}
