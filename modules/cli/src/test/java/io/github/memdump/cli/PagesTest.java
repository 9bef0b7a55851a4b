package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.testing.HeapDsl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How full the pages of a heap are. */
class PagesTest {
    @TempDir
    Path folder;

    private Path dump(HeapDsl heap) throws IOException {
        return Files.writeString(folder.resolve("dump.json"), heap.text());
    }

    @Test
    void theNextCommandQuotesTheNameOfAClassForSelectionAndShell() throws IOException {
        Path dump = dump(HeapDsl.heap().root("vm", "a", "b", "c").klass("A'; \"b").object("a").ofClass("A'; \"b")
            .object("b").ofClass("A'; \"b").object("c").ofClass("A'; \"b"));
        String out = CommandRun.of("pages", dump).quiet();
        assertTrue(out.contains("--where 'class = \"A'\\''; \\\"b\"'"), out);
        CommandRun.of("paths", dump, "--where", "class = \"A'; \\\"b\"").quiet();
    }

    @Test
    void aDumpWithoutObjectsHasNoPages() throws IOException {
        String out = CommandRun.of("pages", dump(HeapDsl.heap().root("vm"))).quiet();
        assertTrue(out.startsWith("0 objects in 0 pages of 16 KiB"), out);
    }

    @Test
    void allHoldersAreShownWhereAllAreAskedFor() throws IOException {
        HeapDsl heap = HeapDsl.heap().root("vm");
        for (int i = 0; i < 20; i++) {
            heap.klass("C" + i).object("o" + i).ofClass("C" + i);
        }
        Path dump = dump(heap);
        assertTrue(CommandRun.of("pages", dump).quiet().contains("(--top all shows them)"));
        String all = CommandRun.of("pages", dump, "--top", "all").quiet();
        assertTrue(all.contains("C19") && !all.contains("--top all"), all);
    }
}
