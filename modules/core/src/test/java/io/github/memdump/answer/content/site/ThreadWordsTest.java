package io.github.memdump.answer.content.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.memdump.Loading;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.ReferenceNames;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.value.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a thread is told to run, with what a process told of it in a record of names. */
class ThreadWordsTest {
    private static final String POOL = "/usr/lib/ruby/gems/3.1.0/gems/pool-1.0/lib/pool.rb";

    @TempDir
    Path folder;

    private static HeapDsl heap() {
        return HeapDsl.heap().root("vm", "thread").klass("Thread").data("thread", "VM/thread").ofClass("Thread");
    }

    private String words(HeapDsl dsl, String kind, String... rows) throws IOException {
        StringBuilder cells = new StringBuilder();
        for (String row : rows) {
            cells.append(cells.length() == 0 ? "" : ",").append('[').append(row).append(']');
        }
        Path file = folder.resolve("dump.json");
        Files.writeString(file, dsl.text() + (rows.length == 0 ? ""
            : "{\"type\":\"NAMES\", \"kind\":\"" + kind + "\", \"rows\":[" + cells + "]}\n"));
        Heap heap = Loading.load(file);
        int thread = heap.identities().at(address(dsl, "thread"));
        ReferenceNames names = ReferenceNames.of(Values.of(heap), new int[] {thread}, Task.UNWATCHED);
        return new ThreadWords(heap, names.told()).of(thread);
    }

    private static long address(HeapDsl dsl, String symbol) {
        return Long.decode(dsl.identity(symbol).replaceAll(":.*", ""));
    }

    private static String row(HeapDsl dsl, String symbol, String... cells) {
        return "\"0x" + Long.toHexString(address(dsl, symbol)) + "\",\"" + String.join("\",\"", cells) + '"';
    }

    @Test
    void ofItsBacktraceTheFirstLineOfTheApplicationIsTold() throws IOException {
        HeapDsl heap = heap();
        assertEquals("running app/mailer.rb:31:in `deliver'", words(heap, "thread", row(heap, "thread", "worker",
            "sleep", POOL + ":9:in `pop'", "app/mailer.rb:31:in `deliver'", "app/main.rb:2:in `<main>'")));
    }

    @Test
    void aBacktraceInLibrariesAloneIsToldByWhereItIs() throws IOException {
        HeapDsl heap = heap();
        assertEquals("running " + POOL + ":9:in `pop'",
            words(heap, "thread", row(heap, "thread", "", "sleep", POOL + ":9:in `pop'", POOL + ":4:in `run'")));
    }

    @Test
    void theLineThatMadeItStandsBesideWhatItRuns() throws IOException {
        HeapDsl heap = heap();
        heap.change("thread").allocatedAt("app/boot.rb", 5, "new");
        assertEquals("made at app/boot.rb:5, running app/mailer.rb:31", words(heap, "thread", row(heap, "thread", "",
            "run", "app/mailer.rb:31")));
    }

    @Test
    void aThreadOfALibraryIsToldByTheApplicationsBlockThatItRuns() throws IOException {
        HeapDsl heap = heap();
        heap.change("thread").allocatedAt(POOL, 5, "new").data("library's", "proc").ofClass("Thread")
            .allocatedAt(POOL, 7, "new").heldBy("thread").data("block", "proc").ofClass("Thread").heldBy("thread");
        assertEquals("made at " + POOL + ":5, with a block of app/job.rb:12", words(heap, "proc",
            row(heap, "block", "app/job.rb", "12")));
    }

    @Test
    void withoutWhatTheProcessToldABlockIsToldByTheLineThatAllocatedIt() throws IOException {
        HeapDsl heap = heap();
        heap.change("thread").allocatedAt(POOL, 5, "new").data("block", "proc").ofClass("Thread")
            .allocatedAt("app/job.rb", 12, "post").heldBy("thread");
        assertEquals("made at " + POOL + ":5, with a block of app/job.rb:12", words(heap, ""));
    }

    @Test
    void ofAThreadThatTheApplicationMadeNoBlockIsTold() throws IOException {
        HeapDsl heap = heap();
        heap.change("thread").allocatedAt("app/boot.rb", 5, "new").data("block", "proc").ofClass("Thread")
            .allocatedAt("app/job.rb", 12, "post").heldBy("thread");
        assertEquals("made at app/boot.rb:5", words(heap, ""));
    }

    @Test
    void whereNothingIsKnownNothingIsSaid() throws IOException {
        assertEquals("", words(heap(), ""));
    }
}
