package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.JsonTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RedactCommandTest {
    private static final String COLUMNS = "object,address,type,class,memsize,generation,line,root_distance,in_after,"
        + "border,retained_count,retained_size,dominator";

    @TempDir
    private Path folder;

    private Path redacted(Path dump, String name, String... options) {
        Path target = folder.resolve(name);
        Object[] arguments = new Object[options.length + 5];
        arguments[0] = "redact";
        System.arraycopy(options, 0, arguments, 1, options.length);
        System.arraycopy(new Object[] {"--salt", "a word", dump, target}, 0, arguments, options.length + 1, 4);
        assertTrue(CommandRun.of(arguments).quiet().startsWith(target + ": "));
        return target;
    }

    @ParameterizedTest
    @EnumSource(GoldenDumps.class)
    void withPathsEveryAnalysisTellsTheSameToTheLetter(GoldenDumps golden) throws IOException {
        Path before = redacted(golden.before(), "before.json", "--keep-paths");
        Path after = redacted(golden.after(), "after.json.gz", "--keep-paths");
        for (List<Object> command : List.<List<Object>>of(List.of("stats", "A", "--by", "file"), List.of("stats", "A"),
            List.of("diff", "B", "A"), List.of("border", "B", "A"), List.of("dominators", "A"),
            List.of("growth", "B", "A", "C"), List.of("suspects", "A", "B"), List.of("keepalive", "A", "--where",
                "class =~ /^Leak/"), List.of("consumers", "A"),
            List.of("class-graph", "A"), List.of("unreachable", "A"),
            List.of("cleanup", "A"), List.of("out-degree", "A"), List.of("roots-of", "A", "--where", "type = DATA"))) {
            String original = answer(command, golden.before(), golden.after());
            assertEquals(original, answer(command, before, after), command.toString());
            assertTrue(original.length() > 50, original);
        }
    }

    private String answer(List<Object> command, Path before, Path after) throws IOException {
        Path copy = Files.copy(after, folder.resolve("copy.json"), StandardCopyOption.REPLACE_EXISTING);
        Object[] words = command.stream().map(word -> word.equals("A") ? after : word.equals("B") ? before
            : word.equals("C") ? copy : word)
            .toArray();
        Object[] withJson = new Object[words.length + 1];
        System.arraycopy(words, 0, withJson, 0, words.length);
        withJson[words.length] = "--json";
        CommandRun run = CommandRun.of(withJson);
        assertEquals(0, run.code(), run.err());
        // The same records take another number of bytes, and names of references come from values as well: what by, and
        // the same in words.
        return run.out().replaceAll("\"bytes\":\\d+,", "").replaceAll("\"via\":\\{[^}]*\\}", "\"via\":null")
            .replaceAll("\"(held_by|holder_name)\":\"[^\"]*\"", "\"$1\":null")
            .replace(before.toString(), "BEFORE").replace(after.toString(), "AFTER");
    }

    @ParameterizedTest
    @EnumSource(GoldenDumps.class)
    void withHashedNamesTheTableIsTheSameButForNames(GoldenDumps golden) throws IOException {
        Path before = redacted(golden.before(), "before.json", "--hash-names");
        Path after = redacted(golden.after(), "after.json.gz", "--hash-names");
        List<Map<String, String>> expected = table(golden.before(), golden.after());
        List<Map<String, String>> table = table(before, after);
        assertEquals(expected.size(), table.size());
        Map<String, String> names = new HashMap<>();
        Map<String, String> back = new HashMap<>();
        for (int row = 0; row < table.size(); row++) {
            String original = expected.get(row).remove("class");
            String hashed = table.get(row).remove("class");
            assertEquals(names.computeIfAbsent(original, name -> hashed), hashed);
            assertEquals(back.computeIfAbsent(hashed, name -> original), original);
            assertEquals(expected.get(row), table.get(row));
        }
        assertFalse(names.values().stream().anyMatch(name -> name.contains("Leak")), names.toString());
        for (List<Object> command : List.<List<Object>>of(List.of("suspects", "A", "B"),
            List.of("growth", "B", "A", "C"))) {
            assertEquals(rows(answer(command, golden.before(), golden.after())), rows(answer(command, before, after)));
        }
        assertEquals(CommandRun.of("cleanup", golden.after(), "--json").out(),
            CommandRun.of("cleanup", after, "--json").out());
    }

    private static int rows(String answer) {
        JsonTree told = JsonTree.read(answer);
        return told.list(told.has("rows") ? "rows" : "suspects").size();
    }

    private static List<Map<String, String>> table(Path before, Path after) {
        return CsvRecords.of(CommandRun.of("table", after, "--before", before, "--columns", COLUMNS).quiet());
    }

    @Test
    void theDocumentTellsWhatWasLeftOut() throws IOException {
        Path dump = Files.writeString(folder.resolve("in.json"), "{\"type\":\"ROOT\", \"root\":\"vm\"}\n"
            + "{\"address\":\"0x8\", \"type\":\"STRING\", \"value\":\"secret\","
            + " \"x\":1, \"file\":\"/srv/a.rb\"}\nsecret\n");
        JsonTree told = CommandRun.of("redact", dump, "-o", folder.resolve("out.json"), "--json").json();
        assertEquals(2, told.number("records"));
        assertEquals(1, told.number("values"));
        assertEquals(1, told.number("fields"));
        assertEquals(1, told.number("files"));
        assertEquals(1, told.number("lost"));
        assertEquals(1, told.list("warnings").size());
        CommandRun.of("redact", "--strict", dump, folder.resolve("strict.json")).fails(1, "line 3");
        assertFalse(Files.exists(folder.resolve("strict.json")));
        assertFalse(CommandRun.of("redact", dump, "-").out().contains("secret"));
    }

    @Test
    void theSaltComesFromAFileOrTheEnvironment() throws IOException {
        Path dump = Files.writeString(folder.resolve("in.json"),
            "{\"address\":\"0x8\", \"type\":\"STRING\", \"file\":\"/srv/a.rb\"}\n");
        Path file = Files.writeString(folder.resolve("salt"), "a long wörd\n");
        String expected = CommandRun.of("redact", dump, "-", "--salt", "a long wörd").out();
        assertEquals(expected, CommandRun.of("redact", dump, "-", "--salt-file", file).out());
        Map<String, String> environment = Map.of("MEMDUMP_SALT", "a long wörd");
        assertEquals(expected, CommandRun.in(environment, new byte[0], "redact", dump, "-").out());
        assertNotEquals(expected, CommandRun.in(environment, new byte[0], "redact", dump, "-", "--salt", "x").out());
        assertNotEquals(expected, CommandRun.of("redact", dump, "-").out());
        CommandRun.in(Map.of("MEMDUMP_SALT", ""), new byte[0], "redact", dump, "-").fails(2, "MEMDUMP_SALT");
        CommandRun.of("redact", dump, "-", "--salt-file", file, "--salt", "x").fails(2, "--salt");
        CommandRun.of("redact", dump, "-", "--salt-file", folder.resolve("none")).fails(2, "none is not there");
        CommandRun.of("redact", dump, "-", "--salt-file", folder).fails(2, "is a directory");
        CommandRun.of("redact", dump, "-", "--salt-file", Files.write(file, new byte[] {10})).fails(2, "no word");
        CommandRun.of("redact", dump, "-", "--salt-file", Files.write(file, new byte[9999])).fails(2, "one line");
        CommandRun.of("redact", dump, "-", "--salt-file", Files.write(file, new byte[] {-1})).fails(2, "one line");
    }

    @Test
    void wrongUseIsTold() throws IOException {
        Path dump = Files.writeString(folder.resolve("in.json"), "{\"type\":\"ROOT\", \"root\":\"vm\"}\n");
        CommandRun.of("redact", dump).fails(2, "Name the file to write");
        CommandRun.of("redact", dump, dump).fails(2, "is the dump itself");
        CommandRun.of("redact", dump, "-", "--json").fails(2, "give -o a file");
        CommandRun.of("redact", dump, "out.json", "--salt", "").fails(2, "--salt");
    }
}
