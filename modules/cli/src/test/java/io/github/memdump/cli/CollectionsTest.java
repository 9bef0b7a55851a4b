package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.JsonTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Collections that take more memory than their contents need. */
class CollectionsTest {
    @TempDir
    Path folder;

    @Test
    void tellsWhichVariablesHoldThemAndWhatWouldBeSaved() throws IOException {
        JsonTree json = CommandRun.of("collections", GoldenDumps.RUBY_3_4.after().toString(), "--json").json();
        List<JsonTree> rows = json.list("rows");
        assertEquals(json.number("saved"), rows.stream().mapToLong(row -> row.number("saved")).sum());
        assertEquals(json.number("wasteful"), rows.stream().mapToLong(row -> row.number("count")).sum());
        assertTrue(rows.stream().anyMatch(row -> row.text("place").matches("Leak::\\w+#@\\w+")),
            () -> "a place by class and variable: " + rows);
    }

    @Test
    void writesTheRowsAndSaysWhatTheDumpDoesNotTell() throws IOException {
        Path csv = folder.resolve("collections.csv");
        CommandRun.of("collections", GoldenDumps.RUBY_3_1.after().toString(), "-o", csv.toString()).quiet();
        assertTrue(Files.readAllLines(csv).get(0).startsWith("saved,count,empty,one_entry,grown,collection,class"));
        String text = CommandRun.of("collections", GoldenDumps.RUBY_3_1.after().toString(), "--where", "type = HASH")
            .quiet();
        assertTrue(text.contains("What the dump does not tell:"), text);
        assertTrue(text.contains(": 0 arrays, "), text);
    }
}
