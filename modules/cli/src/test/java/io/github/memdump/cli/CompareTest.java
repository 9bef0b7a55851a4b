package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.JsonTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareTest {
    @TempDir
    private Path folder;

    private Path worker(int number, int sessions) throws IOException {
        HeapDsl heap = HeapDsl.heap().root("vm", "Session").klass("Session").memsize(100);
        for (int i = 0; i < sessions; i++) {
            heap.object("session" + i).ofClass("Session").memsize(1_000).generation(i)
                .allocatedAt("session.rb", 9, "new");
        }
        return heap.writeTo(folder.resolve("worker" + number + ".json"));
    }

    @Test
    void workersAreComparedByClassAndLineAndItIsSaidThatThisIsNoGrowth() throws IOException {
        Path one = worker(1, 3);
        Path two = worker(2, 12);
        String text = CommandRun.of("compare", one, two).quiet();
        assertTrue(text.contains("This is no growth"), text);
        assertTrue(text.contains("session.rb:9"), text);
        JsonTree json = CommandRun.of("compare", "--json", one, two).json();
        JsonTree row = json.list("rows").get(0);
        assertEquals("Session session.rb:9 [3, 12] [3000, 12000] 9000 9 2", row.text("class") + " " + row.text("site")
            + " " + row.at("counts") + " " + row.at("memsizes") + " " + row.number("difference_size") + " "
            + row.number("difference_count") + " " + row.number("most"));
        assertEquals(false, json.at("is_growth"));
    }

    @Test
    void ofManyWorkersTheOneIsNamedThatStandsOut() throws IOException {
        List<Object> words = new ArrayList<>(List.of("compare", "--json"));
        for (int i = 1; i <= 6; i++) {
            words.add(worker(i, i == 4 ? 50 : 5));
        }
        JsonTree row = CommandRun.of(words.toArray()).json().list("rows").get(0);
        assertEquals("4 45000", row.number("most") + " " + row.number("above_median"));
    }

    @Test
    void oneDumpIsNotEnough() throws IOException {
        CommandRun.of("compare", worker(1, 1)).fails(2, "two processes or more");
    }

    @Test
    void diffAndConsumersTellWhatGrewInOldObjects() throws IOException {
        HeapDsl heap = HeapDsl.heap().root("vm", "buffer").klass("String").string("buffer", "x").ofClass("String")
            .memsize(40).generation(1).allocatedAt("log.rb", 3, "new");
        Path before = heap.writeTo(folder.resolve("before.json"));
        Path after = heap.then().change("buffer").memsize(90_040).object("new").ofClass("String").memsize(40)
            .generation(3).heldBy("buffer").writeTo(folder.resolve("after.json"));
        JsonTree diff = CommandRun.of("diff", "--json", before, after).json();
        assertEquals("1 90000", diff.number("grown_objects") + " " + diff.number("grown_memsize"));
        JsonTree grown = diff.list("grown").get(0);
        assertEquals("90000 40 90040 String log.rb:3", grown.number("grown_memsize") + " "
            + grown.number("memsize_before") + " " + grown.number("memsize") + " " + grown.text("class") + " "
            + grown.text("site"));
        assertEquals(90_000, diff.list("grown_rows").get(0).number("grown_memsize"));
        assertTrue(CommandRun.of("diff", before, after).quiet().contains("1 old object became larger, by 87.9 KiB"));
        JsonTree row = CommandRun.of("consumers", "--json", "--before", before, after).json().list("rows").stream()
            .filter(one -> one.text("key").equals("String")).findFirst().orElseThrow();
        assertEquals("40 90000", row.number("new_memsize") + " " + row.number("grown_memsize"));
        assertFalse(CommandRun.of("consumers", "--json", after).json().list("rows").get(0).has("grown_memsize"));
    }
}
