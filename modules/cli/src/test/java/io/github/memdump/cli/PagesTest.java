package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.JsonTree;
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

    /** On one page of 16 KiB old objects alone, on the next a pinned one, on a third a young one. */
    @Test
    void pagesThatStayAreMarked() throws IOException {
        HeapDsl heap = HeapDsl.heap().root("vm", "a", "b", "c", "d")
            .object("a").at(0x10000).withJson("flags", "{\"old\":true}")
            .object("b").at(0x10000 + 40).withJson("flags", "{\"old\":true}")
            .object("c").at(0x14000).withJson("flags", "{\"old\":true, \"pinned\":true}")
            .object("d").at(0x18000).withJson("flags", "{\"marked\":true}");
        Path dump = dump(heap);
        String out = CommandRun.of("pages", dump).quiet();
        assertTrue(out.contains("  ...\n  op\n"), out);
        JsonTree json = CommandRun.of("pages", dump, "--json").json();
        assertEquals(3, json.number("old"));
        assertEquals(1, json.number("pinned"));
        assertEquals(3, json.list("rows").stream().mapToLong(row -> row.number("old")).sum());
    }
}
