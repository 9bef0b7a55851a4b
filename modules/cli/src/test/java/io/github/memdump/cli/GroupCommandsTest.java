package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.analysis.OwnObjects;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.task.Task;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.JsonTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The commands consumers and unreachable, and grouping by allocation site. */
class GroupCommandsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void consumersAndStatsAgreeOnCountsWhateverTheGrouping(GoldenDumps golden) throws IOException {
        for (String by : List.of("class", "type", "file", "site", "generation")) {
            JsonTree consumers = CommandRun.of("consumers", "--by", by, "--json", golden.after()).json();
            JsonTree stats = CommandRun.of("stats", "--by", by, "--json", golden.after()).json();
            // What tracing and dumping made is counted by stats and is no consumer.
            Heap heap = HeapLoader.lenient().load(DumpInput.of(golden.after()), Task.UNWATCHED);
            int[] own = OwnObjects.of(heap).objects();
            assertTrue(own.length > 0 && own.length < 20, own.length + " own objects");
            assertEquals(sum(stats, "count") - own.length, sum(consumers, "count"));
            assertEquals(stats.number("memsize") - Arrays.stream(own).mapToLong(heap::memsize).sum(),
                sum(consumers, "memsize"));
            assertTrue(stats.list("rows").size() - consumers.list("rows").size() <= own.length);
            assertEquals(by, consumers.text("by"));
        }
    }

    @Test
    void theSiteThatMakesTheSessionsRetainsThem() {
        JsonTree rows = CommandRun.of("consumers", "--by", "site", "--json", GoldenDumps.RUBY_3_4.after()).json();
        JsonTree sessions = rows.list("rows").stream().filter(row -> row.text("key").endsWith("shop_model.rb:87"))
            .findFirst().orElseThrow();
        assertTrue(sessions.number("retained_count") > 10_000);
        assertTrue(sessions.number("retained_size") > sessions.number("memsize"));
    }

    @Test
    void exactlyFreedIsAtLeastWhatSingleMembersRetain() {
        JsonTree rows = CommandRun.of("consumers", "--exact", "--top", "12", "--json", GoldenDumps.RUBY_3_1.after())
            .json();
        assertEquals(12, rows.list("rows").size());
        for (JsonTree row : rows.list("rows")) {
            assertTrue(row.number("freed_count") >= row.number("retained_count"));
            assertTrue(row.number("freed_size") >= row.number("retained_size"));
        }
        String text = CommandRun.of("consumers", "--exact", "--top", "3", GoldenDumps.RUBY_3_1.after()).quiet();
        assertTrue(text.contains("freed_size") && text.contains("--top all"), text);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsUnreachableAgreesWithTheDominators(GoldenDumps golden) throws IOException {
        Path csv = folder.resolve("garbage.csv");
        JsonTree found = CommandRun.of("unreachable", "--json", "-o", csv, golden.after()).json();
        JsonTree dominators = CommandRun.of("dominators", "--json", "--top", "1", golden.after()).json();
        JsonTree types = CommandRun.of("stats", "--by", "type", "--json", golden.after()).json();
        long shapes = types.list("rows").stream().filter(row -> row.text("key").equals("SHAPE"))
            .mapToLong(row -> row.number("count")).sum();
        assertEquals(dominators.number("unreachable"), found.number("unreachable") + shapes);
        assertEquals(found.number("unreachable"), found.number("garbage"));
        JsonTree plain = CommandRun.of("unreachable", "--json", "--plain-references", golden.after()).json();
        assertEquals(plain.number("unreachable"), found.number("held_by_class") + found.number("garbage"));
        assertEquals(golden.answer().number("roots_of_diff", "unreachable_records"),
            plain.number("unreachable") + shapes);
        assertEquals(found.number("unreachable"), sum(found, "count"));
        assertEquals(found.number("unreachable_memsize"), sum(found, "memsize"));
        assertEquals(found.number("unreachable"), CsvRecords.of(Files.readString(csv)).size());
        assertEquals(found.number("garbage_heads"), found.list("heads").size());
        assertTrue(CommandRun.of("unreachable", golden.after()).quiet().contains("held by class"));
    }

    private static long sum(JsonTree document, String field) {
        return document.list("rows").stream().mapToLong(row -> row.number(field)).sum();
    }
}
