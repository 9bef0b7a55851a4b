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
    void theWrongOrderIsToldAndTheResultIsCorrectAllTheSame() {
        Path before = GoldenDumps.RUBY_3_1.before();
        Path after = GoldenDumps.RUBY_3_1.after();
        JsonTree answer = GoldenDumps.RUBY_3_1.answer();
        for (String command : List.of("diff", "border")) {
            CommandRun run = CommandRun.of(command, after, before, "--json");
            assertEquals(answer.number("diff", "gone_size"), run.json().number("new_objects"));
            assertTrue(run.err().contains("seem to be in the wrong order"), run.err());
            assertTrue(run.json().list("warnings").get(0).toString().contains("wrong order"));
        }
        assertEquals("", CommandRun.of("diff", before, after).err());
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
