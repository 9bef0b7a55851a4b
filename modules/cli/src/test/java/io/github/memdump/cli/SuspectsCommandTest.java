package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.JsonTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SuspectsCommandTest {
    @TempDir
    private Path folder;

    /** The golden dumps are of a program that leaks sessions, closures and threads on purpose. */
    @ParameterizedTest
    @EnumSource
    void theSampleShopsLeaksAreNamed(GoldenDumps golden) {
        JsonTree found = CommandRun.of("suspects", "--json", golden.after(), golden.before()).json();
        List<JsonTree> rows = found.list("rows");
        JsonTree sessions = rows.get(0);
        assertEquals("shared", sessions.text("shape"));
        assertEquals("Leak::Session", sessions.list("accumulated").get(0).text("class"));
        List<JsonTree> registry = sessions.list("holders").stream()
            .filter(holder -> holder.text("held_by").startsWith("module Leak: ") && holder.number("objects") == 1)
            .collect(Collectors.toList());
        assertEquals(Set.of("Array", "Hash"), classes(registry));
        for (JsonTree holder : registry) {
            assertEquals("module", holder.text("holder_kind"));
            assertEquals(sessions.number("new_count"), holder.number("keeps_count"));
            assertTrue(names(holder).endsWith("module Leak → Leak::Registry → " + holder.text("class")), names(holder));
            assertTrue(holder.number("references") > holder.number("references_before"));
        }
        assertTrue(sessions.list("holders").stream().anyMatch(holder -> names(holder).endsWith("Leak::User → Array")));

        JsonTree threads = rows.stream().filter(row -> row.text("class").equals("Thread")).findFirst().orElseThrow();
        assertEquals(2, threads.number("alike"));
        assertEquals("thread", threads.text("holder_kind"));
        JsonTree closures = rows.stream().filter(row -> row.list("accumulated").get(0).text("class").equals("Proc"))
            .findFirst().orElseThrow();
        assertEquals(30, closures.list("accumulated").get(0).number("count"));
        assertTrue(closures.list("accumulated").get(0).list("sites").get(0).text("site")
            .endsWith("shop_model.rb:45"));
        assertEquals("module", closures.text("holder_kind"));
        assertFalse(rows.stream().anyMatch(row -> Set.of("ROOT", "CLASS", "MODULE", "IMEMO")
            .contains(row.text("type"))));
    }

    @Test
    void theStoryTellsWhatHowMuchWhereAndWhatNext() {
        GoldenDumps golden = GoldenDumps.RUBY_3_1;
        String text = CommandRun.of("suspects", golden.after(), golden.before()).quiet();
        for (String part : List.of("Suspect 1: ", "Leak::Session ×541, kept by", "how much", "gathered", "held by",
            "module Leak: a constant (",
            "shop_model.rb:25", "if all of these let go", "  next ", "Next: memdump ")) {
            assertTrue(text.contains(part), part + " is not in " + text);
        }
    }

    @Test
    void threeDumpsAreTakenInAnyOrderAndJudgedByTheSmallestStep() throws IOException {
        HeapDsl heap = HeapDsl.heap().root("vm", "Object").klass("Class").klass("Object").ofClass("Class")
            .refers("Class", "Item", "Hash").klass("Item").ofClass("Class").klass("Hash").ofClass("Class")
            .hash("leak").ofClass("Hash").memsize(40).generation(1).heldBy("Object")
            .hash("cache").ofClass("Hash").memsize(40).generation(1).heldBy("Object");
        List<Path> dumps = new ArrayList<>();
        for (int dump = 1; dump <= 3; dump++) {
            for (int i = 0; i < 60; i++) {
                heap.object("leaked" + dump + "-" + i).ofClass("Item").memsize(40).generation(3 * dump).heldBy("leak");
            }
            for (int i = 0; i < (dump == 3 ? 0 : 300); i++) {
                heap.object("kept" + dump + "-" + i).ofClass("Item").memsize(40).generation(3 * dump).heldBy("cache");
            }
            dumps.add(heap.writeTo(folder.resolve(dump + ".json")));
            heap = heap.then();
        }
        for (int[] order : new int[][] {{0, 1, 2}, {2, 0, 1}, {1, 2, 0}}) {
            CommandRun run = CommandRun.of("suspects", "--json", dumps.get(order[0]), dumps.get(order[1]),
                dumps.get(order[2]), "--why", 1);
            List<JsonTree> rows = run.json().list("rows");
            assertEquals(1, rows.size(), rows.toString());
            assertEquals(heap.identity("leak"), rows.get(0).text("object"));
            assertEquals(List.of(61L, 121L, 181L), rows.get(0).list("why", "history").stream()
                .map(dump -> dump.number("count")).collect(Collectors.toList()));
            assertEquals("", run.err());
        }
    }

    @Test
    void whyTellsWhatWasWeighedForASuspectAndAgainstWhatWasRuledOut() {
        GoldenDumps golden = GoldenDumps.RUBY_3_1;
        String one = CommandRun.of("suspects", "--why", 1, golden.after(), golden.before()).quiet();
        for (String part : List.of("  for ", "2.0 % of either is the least", "is net, at least 20.0 % has to be",
            "ten objects or 4 KiB is the least", "a third dump tells", "told apart by address and generation")) {
            assertTrue(one.contains(part), part + " is not in " + one);
        }
        JsonTree all = CommandRun.of("suspects", "--json", golden.after(), golden.before(), "--why").json();
        for (JsonTree row : all.list("rows")) {
            assertEquals("share for", rule(row, 0));
            assertEquals("net for", rule(row, 1));
            assertEquals(2, row.list("why", "history").size());
        }
        for (JsonTree row : all.list("steady")) {
            assertTrue(row.list("why", "weighed").stream()
                .anyMatch(reason -> reason.text("effect").equals("against")), row.toString());
        }
        CommandRun none = CommandRun.of("suspects", "--why", 99, golden.after(), golden.before());
        none.fails(1, "There is no suspect 99");
    }

    private static String rule(JsonTree row, int place) {
        JsonTree reason = row.list("why", "weighed").get(place);
        return reason.text("rule") + " " + reason.text("effect");
    }

    @Test
    void theSameDumpTwiceAndAHealthyOneHaveNoSuspect() throws IOException {
        Path golden = GoldenDumps.RUBY_3_4.after();
        assertTrue(CommandRun.of("suspects", golden, golden).quiet().contains("The two dumps are the same"));
        Path healthy = HeapDsl.heap().root("vm", "a").klass("a").memsize(5).writeTo(folder.resolve("healthy.json"));
        assertTrue(CommandRun.of("suspects", healthy).quiet().contains("--min-share"));
        assertEquals(List.of(), CommandRun.of("suspects", "--json", healthy).json().list("rows"));
    }

    @Test
    void theLeastShareIsAPercentage() {
        Path golden = GoldenDumps.RUBY_3_4.after();
        JsonTree few = CommandRun.of("suspects", "--json", "--min-share", "50", golden).json();
        assertTrue(few.list("rows").stream().allMatch(row -> ((Number) row.at("share")).doubleValue() >= 0.5));
        assertFalse(few.list("rows").isEmpty());
        CommandRun.of("suspects", "--min-share", "0", golden).fails(2, "--min-share");
        CommandRun.of("suspects", "--min-share", "NaN", golden).fails(2, "--min-share");
        CommandRun.of("suspects").fails(2, "DUMP");
    }

    private static Set<String> classes(List<JsonTree> holders) {
        return holders.stream().map(holder -> holder.text("class")).collect(Collectors.toSet());
    }

    private static String names(JsonTree holder) {
        return holder.list("path").stream().map(step -> step.text("name")).collect(Collectors.joining(" → "));
    }
}
