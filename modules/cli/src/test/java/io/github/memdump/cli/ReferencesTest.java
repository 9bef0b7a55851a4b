package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.JsonTree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What objects hold, by name. */
class ReferencesTest {
    private static final Pattern REFERENCES = Pattern.compile("\"references\":\\[([^\\]]*)\\]");

    @TempDir
    Path folder;

    @Test
    void writesOneRowForEachReferenceOfTheRecords() throws IOException {
        Path dump = GoldenDumps.RUBY_3_4.after();
        Path csv = folder.resolve("references.csv");
        CommandRun.of("references", dump.toString(), "-o", csv.toString()).quiet();
        List<String> rows = Files.readAllLines(csv);
        assertEquals("from,to,kind,name,certainty", rows.get(0));
        assertEquals(listed(dump), rows.size() - 1);
        assertTrue(rows.stream().anyMatch(row -> row.endsWith(",ivar,@all,certain")), "a name as it is");
        assertTrue(rows.stream().anyMatch(row -> row.endsWith(",constant,Leak,certain")));
        assertTrue(rows.stream().skip(1).allMatch(row -> row.split(",", -1).length == 5));
    }

    /** Counts the references that stand in the lines. */
    private static int listed(Path dump) throws IOException {
        byte[] packed = Files.readAllBytes(dump);
        byte[] bytes = new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
        int listed = 0;
        Matcher matcher = REFERENCES.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        while (matcher.find()) {
            listed += matcher.group(1).isBlank() ? 0 : matcher.group(1).split(",").length;
        }
        return listed;
    }

    @Test
    void mergesWhatTheObjectsOfAClassHoldByName() throws IOException {
        JsonTree json = CommandRun.of("references", GoldenDumps.RUBY_3_4.after().toString(), "--where",
            "class = \"Leak::Registry\"", "--json").json();
        JsonTree row = json.list("rows").stream().filter(each -> each.text("class").equals("Hash")).findFirst()
            .orElseThrow();
        assertEquals("ivar", row.text("kind"));
        assertEquals("[@all]", row.at("names").toString());
        assertEquals("certain", row.text("certainty"));
        assertTrue(row.number("retained_size") > 0);
    }

    @Test
    void stepsOfAPathSayByWhatTheyAreHeld() throws IOException {
        String dump = GoldenDumps.RUBY_3_4.after().toString();
        String hash = CommandRun.of("references", dump, "--where", "class = \"Leak::Registry\"", "--json").json()
            .list("rows").get(0).text("example");
        JsonTree shown = CommandRun.of("show", dump, hash, "--json").json();
        List<JsonTree> path = shown.tree("path").list("rows");
        assertEquals("constant", path.get(path.size() - 1).tree("via").text("kind"));
        assertTrue(shown.tree("references").list("rows").stream()
            .anyMatch(row -> row.tree("via").text("kind").equals("ivar")));
        JsonTree paths = CommandRun.of("paths", dump, hash, "--json").json();
        List<JsonTree> steps = paths.tree("shortest").list("rows");
        assertEquals("certain", steps.get(steps.size() - 1).tree("via").text("certainty"));
        assertTrue(CommandRun.of("paths", dump, hash).quiet().contains("→ a constant → Leak::Registry"));
        assertTrue(CommandRun.of("paths", dump, "module Leak").quiet().contains("→ class Object → constant Leak"));
    }

    @Test
    void rowsOfTheBorderAndOfDominatorsSayByWhatTheyAreHeld() throws IOException {
        GoldenDumps golden = GoldenDumps.RUBY_3_4;
        JsonTree border = CommandRun.of("border", golden.before(), golden.after(), "--json").json();
        JsonTree session = border.list("groups").stream().filter(row -> row.text("class").equals("Leak::Session"))
            .findFirst().orElseThrow();
        assertEquals("Hash, @all of Leak::Registry", session.text("holder_name"));
        assertEquals("value", session.tree("via").text("kind"));
        assertTrue(border.list("rows").stream().anyMatch(row -> row.text("held_by").equals("value of a String key")));
        Path csv = folder.resolve("border.csv");
        CommandRun.of("border", golden.before(), golden.after(), "-o", csv).quiet();
        List<String> rows = Files.readAllLines(csv);
        assertTrue(rows.get(0).endsWith(",method,source,held_by"), rows.get(0));
        assertTrue(rows.stream().anyMatch(row -> row.endsWith(",value of a String key")));
        JsonTree all = CommandRun.of("dominators", golden.after(), "--json").json().list("rows").stream()
            .filter(each -> each.has("held_by") && each.text("held_by").equals("@all")).findFirst().orElseThrow();
        assertEquals("ivar", all.tree("via").text("kind"));
        assertTrue(CommandRun.of("dominators", golden.after(), "--where", "class = Hash").quiet().contains("@all"));
    }

    @Test
    void aRootWhoseNameIsNoUtf8IsFoundAgainInTheDump() throws IOException {
        Path dump = Files.writeString(folder.resolve("lone.json"),
            "{\"type\":\"ROOT\", \"root\":\"\\ud800lone?\", \"references\":[\"0x1000\"]}\n"
                + "{\"address\":\"0x1000\", \"type\":\"CLASS\", \"name\":\"Foo\", \"memsize\":500}\n");
        JsonTree json = CommandRun.of("references", dump, "--json").json();
        assertEquals(0, json.list("warnings").size(), json.toString());
        assertEquals(1, json.list("rows").size(), json.toString());
    }

    @Test
    void whereNothingIsHeldThatIsSaid() throws IOException {
        Path dump = Files.writeString(folder.resolve("one.json"), HeapDsl.heap().root("vm").text());
        String out = CommandRun.of("references", dump).quiet();
        assertTrue(out.contains("None of these objects holds another one."), out);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsCalledOne() {
        CommandRun.of("references", GoldenDumps.RUBY_3_4.after(), "-o", "/dev/full")
            .fails(1, "writing failed: No space left on device.");
    }
}
