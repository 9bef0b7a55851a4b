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
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexCommandTest {
    private static final int OBJECTS = 1_700;

    @TempDir
    private Path folder;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void setCache() {
        environment.put("MEMDUMP_CACHE", folder.resolve("cache").toString());
    }

    private CommandRun run(Object... arguments) {
        return CommandRun.in(environment, new byte[0], arguments);
    }

    /** Makes a dump just large enough to have an index, written an hour ago. */
    private Path largeDump() throws IOException {
        StringBuilder text = new StringBuilder(HeapDsl.heap().root("vm", "Store").klass("Store").text());
        String filler = "x".repeat(10_000);
        for (int i = 0; i < OBJECTS; i++) {
            text.append("{\"address\":\"0x").append(Long.toHexString(0x5500_0000_0000L + i * 40L))
                .append("\", \"type\":\"STRING\", \"value\":\"").append(filler).append("\", \"memsize\":40}\n");
        }
        Path dump = Files.writeString(folder.resolve("large.json"), text);
        return Files.setLastModifiedTime(dump, FileTime.fromMillis(System.currentTimeMillis() - 3_600_000));
    }

    private List<JsonTree> rows() {
        return run("index", "--json").json().list("rows");
    }

    @Test
    void theSecondOpeningSaysTheSameAndTheIndexIsListed() throws IOException {
        Path dump = largeDump();
        String first = run("stats", "--json", dump).quiet();
        assertEquals(1, rows().size());
        assertEquals(dump.toRealPath().toString(), rows().get(0).text("dump"));
        assertEquals(first, run("stats", "--json", dump).quiet());
        assertEquals(first, run("stats", "--json", "--no-index", dump).quiet());
        String text = run("index").quiet();
        assertTrue(text.startsWith("1 index, "), text);
        assertTrue(text.contains(dump.toRealPath() + "\n"), text);
        Files.delete(dump);
        assertTrue(run("index").quiet().contains("(out of date)"));
    }

    @Test
    void clearingRemovesAllAndTellsHowMuch() throws IOException {
        run("stats", largeDump()).quiet();
        long bytes = rows().get(0).number("bytes");
        assertEquals(bytes, run("index", "--clear", "--json").json().number("freed"));
        String text = run("index", "--clear").quiet();
        assertTrue(text.startsWith("Removed 0 B.\n\nNo index in "), text);
    }

    @Test
    void theLimitStays() throws IOException {
        run("stats", largeDump()).quiet();
        assertEquals(5L << 30, run("index", "--max-size", "5g", "--json").json().number("max_size"));
        assertEquals(1, rows().size());
        assertTrue(run("index", "--max-size", "5k").quiet().contains("(at most 5.0 KiB)"));
        assertEquals(0, rows().size());
        run("index", "--max-size", "much").fails(2, "'much' is not a size", "20g");
        run("index", "--max-size", "999999999999t").fails(2, "is not a size");
    }

    @Test
    void noIndexIsKeptWhereNoneIsWanted() throws IOException {
        Path dump = largeDump();
        run("stats", "--no-index", dump).quiet();
        environment.put("MEMDUMP_NO_INDEX", "1");
        run("stats", dump).quiet();
        assertFalse(Files.exists(folder.resolve("cache")));
        assertTrue(run("index").quiet().startsWith("No index in "));
    }

    @Test
    void whyThereIsNoneIsToldOnRequest() throws IOException {
        Path dump = largeDump();
        environment.put("MEMDUMP_CACHE", Files.writeString(folder.resolve("file"), "in the way").toString());
        run("stats", dump).quiet();
        environment.put("MEMDUMP_DEBUG", "1");
        CommandRun debug = run("stats", dump);
        assertEquals(0, debug.code());
        assertTrue(debug.err().contains("memdump: no index of " + dump.toRealPath() + " is kept: "), debug.err());
    }

    @Test
    void standardInputAndSmallDumpsHaveNoIndex() throws IOException {
        Path dump = largeDump();
        CommandRun.in(environment, Files.readAllBytes(dump), "stats", "-").quiet();
        run("stats", GoldenDumps.RUBY_3_4.before()).quiet();
        assertEquals(0, rows().size());
    }

    @Test
    void withoutAnyPlaceItSaysWhatToSet() {
        environment.clear();
        run("index").fails(1, "MEMDUMP_CACHE");
    }
}
