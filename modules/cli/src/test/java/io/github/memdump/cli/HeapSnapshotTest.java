package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.JsonTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeapSnapshotTest {
    private static HeapDsl shop() {
        return HeapDsl.heap().klass("Shop").klass("String").root("vm", "a", "s").object("a").ofClass("Shop").memsize(40)
            .string("s", "a secret").ofClass("String").refers("a");
    }

    @Test
    void goesBesideTheDumpAndHoldsValuesOnlyOnRequest(@TempDir Path folder) throws IOException {
        Path dump = shop().writeGzipTo(folder.resolve("after.json.gz"));
        String said = CommandRun.of("heapsnapshot", dump).quiet();
        assertTrue(said.endsWith("after.heapsnapshot: 6 nodes, 6 edges\n"), said);
        String text = Files.readString(folder.resolve("after.heapsnapshot"));
        assertEquals(6, JsonTree.read(text).number("snapshot", "node_count"));
        assertFalse(text.contains("a secret"));
        assertTrue(CommandRun.of("heapsnapshot", dump, "--values", "-o", "-").quiet().contains("a secret"));
    }

    @Test
    void aViewIsWrittenByTheEndingOfTheName(@TempDir Path folder) throws IOException {
        Path dump = shop().writeTo(folder.resolve("after.json"));
        Path file = folder.resolve("top.heapsnapshot");
        CommandRun.of("view", "dominators", dump, "-o", file).quiet();
        assertTrue(JsonTree.read(Files.readString(file)).number("snapshot", "node_count") > 2);
    }
}
