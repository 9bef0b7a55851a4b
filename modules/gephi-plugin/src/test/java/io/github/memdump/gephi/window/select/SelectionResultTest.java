package io.github.memdump.gephi.window.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.analysis.Findings;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.task.CancelledException;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.RandomHeap;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SelectionResultTest {
    @TempDir
    private Path folder;

    private Findings findings(HeapDsl of) throws Exception {
        Heap heap = HeapLoader.lenient().load(DumpInput.of(of.writeTo(folder.resolve("a.json"))), Task.UNWATCHED);
        return Findings.of(heap).distances(Task.UNWATCHED).retained(Task.UNWATCHED).build();
    }

    private static HeapDsl shop() {
        return HeapDsl.heap().root("vm", "small", "large").klass("Cart")
            .object("small").ofClass("Cart").memsize(40)
            .object("large").ofClass("Cart").memsize(40).refers("text")
            .string("text", "x").memsize(5000);
    }

    @Test
    void countsObjectsAndTheirOwnBytesAndListsWhatRetainsMost() throws Exception {
        HeapDsl shop = shop();
        SelectionResult carts = SelectionResult.of("Cart", findings(shop), Task.UNWATCHED);
        assertEquals(2, carts.count());
        assertEquals(80, carts.bytes());
        assertEquals(shop.identity("large"), carts.rows().get(0)[2]);
        assertEquals(shop.identity("small"), carts.rows().get(1)[2]);
    }

    @Test
    void countsAllObjectsOfAnyHeapInTwoParts() throws Exception {
        for (long seed = 1; seed <= 20; seed++) {
            Findings findings = findings(RandomHeap.ofSeed(seed).after());
            SelectionResult in = SelectionResult.of("reachable", findings, Task.UNWATCHED);
            SelectionResult out = SelectionResult.of("not reachable", findings, Task.UNWATCHED);
            assertEquals(findings.heap().objectCount(), in.count() + out.count(), "seed " + seed);
            assertEquals(findings.heap().facts().memsize(), in.bytes() + out.bytes(), "seed " + seed);
            assertTrue(in.rows().size() <= SelectionResult.LISTED);
        }
    }

    @Test
    void doubtsANameThatTheHeapDoesNotHave() throws Exception {
        Findings findings = findings(shop());
        assertEquals("[no class here is called Carts. Did you mean Cart?]",
            SelectionResult.of("class = Carts", findings, Task.UNWATCHED).doubts().toString());
        assertEquals(1, SelectionResult.of("Carts", findings, Task.UNWATCHED).doubts().size());
        assertEquals(0, SelectionResult.of("Cart", findings, Task.UNWATCHED).doubts().size());
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        Findings findings = findings(shop());
        String message = assertThrows(IllegalArgumentException.class,
            () -> SelectionResult.of("new", findings, Task.UNWATCHED)).getMessage();
        assertTrue(message.contains("earlier dump"), message);
    }

    @Test
    void isCancelled() throws Exception {
        Findings findings = findings(shop());
        TicketTask task = new TicketTask();
        task.cancel();
        assertThrows(CancelledException.class, () -> SelectionResult.of("memsize > 1", findings, task));
    }
}
