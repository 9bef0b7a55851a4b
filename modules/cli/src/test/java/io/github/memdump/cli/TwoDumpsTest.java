package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.JsonTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoDumpsTest {
    @TempDir
    private Path folder;

    @Test
    void theSameFileTwiceIsAnEmptyDifferenceAndSaysSo() {
        Path dump = GoldenDumps.RUBY_3_4.before();
        assertTrue(CommandRun.of("diff", dump, dump).quiet().contains("The two dumps are the same"));
        assertTrue(CommandRun.of("border", dump, dump).quiet().contains("The two dumps are the same"));
        JsonTree diff = CommandRun.of("diff", dump, dump, "--json").json();
        assertEquals(0, diff.number("new_objects"));
        assertEquals(0, diff.number("gone_objects"));
        assertEquals(List.of(), diff.list("rows"));
        JsonTree border = CommandRun.of("border", dump, dump, "--json").json();
        assertEquals(0, border.number("new_border"));
        assertEquals(List.of(), border.list("rows"));
    }

    @Test
    void dumpsAreTakenInTheOrderInWhichTheyWereMade() {
        for (GoldenDumps golden : List.of(GoldenDumps.RUBY_3_1, GoldenDumps.RUBY_3_4)) {
            Path before = golden.before();
            Path after = golden.after();
            for (String command : List.of("diff", "border")) {
                CommandRun swapped = CommandRun.of(command, after, before, "--json");
                assertTrue(swapped.err().contains("seem to be in the wrong order: by their generations " + before
                    + " is the earlier one"), swapped.err());
                assertTrue(swapped.json().list("warnings").get(0).toString().contains("wrong order"));
                JsonTree right = CommandRun.of(command, before, after, "--json").json();
                assertEquals(right.number("new_objects"), swapped.json().number("new_objects"));
                assertEquals(right.list("rows").toString(), swapped.json().list("rows").toString());
            }
            assertEquals("", CommandRun.of("diff", before, after).err());
        }
    }

    @Test
    void viewsOfGrowthAndSessionsTakeAnyOrder() throws IOException {
        HeapDsl first = HeapDsl.heap().root("vm", "list").array("list").generation(1);
        HeapDsl second = first.then();
        HeapDsl third = second.then();
        for (int i = 0; i < 5; i++) {
            second.object("b" + i).heldBy("list").generation(4);
            third.object("b" + i).heldBy("list").generation(4).object("c" + i).heldBy("list").generation(8);
        }
        Path[] dumps = {first.writeTo(folder.resolve("1.json")), second.writeTo(folder.resolve("2.json")),
            third.writeTo(folder.resolve("3.json"))};
        Path right = folder.resolve("right.gml");
        CommandRun.of("view", "growth", dumps[0], dumps[1], dumps[2], "-o", right).quiet();
        Path script = Files.writeString(folder.resolve("script"), "dump.diff(before).size()\n");
        String session = CommandRun.of("interactive", dumps[2], dumps[0], "--script", script).quiet();
        for (int[] order : new int[][] {{2, 1, 0}, {1, 0, 2}, {0, 2, 1}}) {
            Path out = folder.resolve("out.gml");
            CommandRun view = CommandRun.of("view", "growth", dumps[order[0]], dumps[order[1]], dumps[order[2]],
                "-o", out);
            assertEquals(0, view.code(), view.err());
            assertTrue(view.err().contains("wrong order"), view.err());
            assertEquals(Files.readString(right), Files.readString(out));
        }
        CommandRun swapped = CommandRun.of("interactive", dumps[0], dumps[2], "--script", script);
        assertTrue(swapped.err().contains("wrong order: by their generations " + dumps[0] + " is the earlier one"),
            swapped.err());
        assertEquals(session, swapped.out());
    }

    @Test
    void theOptionBeforeAndTheOrderOfOthersDoNotMatterEither() throws IOException {
        Path before = GoldenDumps.RUBY_3_4.before();
        Path after = GoldenDumps.RUBY_3_4.after();
        assertEquals(CommandRun.of("suspects", after, before).quiet(), CommandRun.of("suspects", before, after).out());
        assertEquals(CommandRun.of("keepalive", after, "--before", before).quiet(),
            CommandRun.of("keepalive", before, "--before", after).out());
        assertEquals(CommandRun.of("stats", after, "--before", before, "--where", "new").quiet(),
            CommandRun.of("stats", before, "--before", after, "--where", "new").out());
        assertEquals(CommandRun.of("select", after, "--before", before, "--where", "new").out(),
            CommandRun.of("select", before, "--before", after, "--where", "new").out());
        assertEquals(CommandRun.of("strings", after, "--before", before, "--values").quiet(),
            CommandRun.of("strings", before, "--before", after, "--values").out());
        String columns = "object,in_after,value";
        assertEquals(CommandRun.of("table", after, "--before", before, "--columns", columns).quiet(),
            CommandRun.of("table", before, "--before", after, "--columns", columns).out());
        Path right = folder.resolve("right.json");
        Path other = folder.resolve("other.json");
        CommandRun.of("diff", before, after, "-o", right).quiet();
        assertEquals(0, CommandRun.of("diff", after, before, "-o", other).code());
        assertEquals(Files.readString(right), Files.readString(other));
    }

    @Test
    void aDumpFromStandardInputMayBeTheLaterOneWhereverItStands() throws IOException {
        Path before = GoldenDumps.RUBY_3_4.before();
        Path after = GoldenDumps.RUBY_3_4.after();
        long expected = CommandRun.of("diff", before, after, "--json").json().number("new_objects");
        CommandRun piped = CommandRun.in(Map.of(), Files.readAllBytes(after), "diff", "-", before, "--json");
        assertEquals(expected, piped.json().number("new_objects"));
        CommandRun other = CommandRun.in(Map.of(), Files.readAllBytes(before), "suspects", "-", after, "--json");
        assertEquals(CommandRun.of("suspects", after, before, "--json").json().list("rows").toString(),
            other.json().list("rows").toString());
    }

    @Test
    void untracedDumpsStayInTheOrderGiven() throws IOException {
        Path large = untraced(500).writeTo(folder.resolve("large.json"));
        Path small = untraced(20).writeTo(folder.resolve("small.json"));
        CommandRun run = CommandRun.of("diff", large, small, "--json");
        assertEquals(0, run.json().number("new_objects"));
        assertEquals(480, run.json().number("gone_objects"));
        assertTrue(run.err().contains("The dumps do not say which is the earlier one"), run.err());
        assertEquals("", CommandRun.of("diff", small, large).err());
    }

    private static HeapDsl untraced(int objects) {
        HeapDsl heap = HeapDsl.heap().root("vm").klass("Item");
        for (int i = 0; i < objects; i++) {
            heap.object("item" + i).ofClass("Item");
        }
        return heap;
    }

    @Test
    void dumpsOfDifferentProcessesAreToldApart() {
        CommandRun run = CommandRun.of("diff", GoldenDumps.RUBY_3_1.before(), GoldenDumps.RUBY_3_4.after(), "--json");
        assertTrue(run.err().contains("different processes"), run.err());
        assertTrue(run.json().number("new_objects") > 0);
    }

    @Test
    void oneOfTheTwoMayComeFromStandardInputPackedOrNot() throws IOException {
        GoldenDumps golden = GoldenDumps.RUBY_3_1;
        byte[] after = Files.readAllBytes(golden.after());
        CommandRun files = CommandRun.of("diff", golden.before(), golden.after(), "--json");
        CommandRun piped = CommandRun.in(Map.of(), after, "diff", golden.before(), "-", "--json");
        assertEquals(files.quiet(), piped.quiet());
        CommandRun other = CommandRun.in(Map.of(), Files.readAllBytes(golden.before()), "diff", "-", golden.after(),
            "--json");
        assertEquals(files.quiet(), other.quiet());
    }

    @Test
    void theNewObjectsOfADumpFromStandardInputCanBeWritten() throws IOException {
        GoldenDumps golden = GoldenDumps.RUBY_3_1;
        Path fromFile = folder.resolve("file.json");
        Path fromPipe = folder.resolve("pipe.json");
        CommandRun.of("diff", golden.before(), golden.after(), "-o", fromFile).quiet();
        CommandRun.in(Map.of(), Files.readAllBytes(golden.after()), "diff", golden.before(), "-", "-o", fromPipe)
            .quiet();
        assertEquals(Files.readString(fromFile), Files.readString(fromPipe));
        assertFalse(Files.readString(fromFile).isEmpty());
    }

    @Test
    void newObjectsAreWrittenAsTheyStandWithTheirPathAndStringsOnRequestOnly() throws IOException {
        HeapDsl before = HeapDsl.heap().root("vm", "store").root("vm", "Store").root("other", "lonely").klass("Store")
            .object("store").ofClass("Store").object("lonely");
        HeapDsl after = before.then().string("fresh", "kept \u00e9").generation(5).heldBy("store", "lonely")
            .with("a_key_of_tomorrow", 1);
        Path first = before.writeTo(folder.resolve("b.json"));
        Path second = after.writeTo(folder.resolve("a.json"));
        Path out = folder.resolve("new.json");
        CommandRun.of("diff", first, second, "-o", out).quiet();
        List<String> lines = after.text().lines().toList();
        String store = lines.get(4).replace("\"class\":\"" + after.address("Store") + "\"",
            "\"class\":\"" + after.address("Store") + "\", \"class_name\":\"Store\"");
        String fresh = lines.get(6).replace("\"value\":\"kept \u00e9\", ", "");
        assertEquals(List.of(lines.get(0), store, fresh), Files.readAllLines(out));
        CommandRun.of("diff", first, second, out, "--values").quiet();
        assertEquals(List.of(lines.get(0), store, lines.get(6)), Files.readAllLines(out));
    }

    @Test
    void withoutGenerationsTheDiffSaysThatItIsApproximate() throws IOException {
        HeapDsl before = HeapDsl.heap().root("vm", "a").object("a");
        Path first = before.writeTo(folder.resolve("b.json"));
        Path second = before.then().object("b").heldBy("a").writeTo(folder.resolve("a.json"));
        assertTrue(CommandRun.of("diff", first, second).quiet().contains("approximate"));
        assertEquals("address", CommandRun.of("diff", first, second, "--json").json().text("identity"));
    }

    @Test
    void theBorderCanBeFilteredLimitedAndWrittenToFiles() throws IOException {
        GoldenDumps golden = GoldenDumps.RUBY_3_4;
        JsonTree all = CommandRun.of("border", golden.before(), golden.after(), "--json").json();
        Path csv = folder.resolve("border.csv");
        Path json = folder.resolve("border.json");
        JsonTree some = CommandRun.of("border", golden.before(), golden.after(), "--json", "--min-keepalive", "12",
            "-o", csv).json();
        CommandRun.of("border", golden.before(), golden.after(), "--top", "7", "-o", json).quiet();
        long expected = all.list("rows").stream().filter(row -> row.number("keepalive_new_count") >= 12).count();
        assertEquals(expected, some.list("rows").size());
        List<Map<String, String>> records = CsvRecords.of(Files.readString(csv));
        assertEquals(expected, records.size());
        assertEquals(all.list("rows").get(3).text("object"), records.get(3).get("object"));
        assertEquals(7, JsonTree.read(Files.readString(json)).list("rows").size());
        assertEquals(all.number("new_border"), some.number("new_border"));
    }
}
