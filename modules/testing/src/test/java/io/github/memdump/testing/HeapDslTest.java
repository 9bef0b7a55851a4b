package io.github.memdump.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeapDslTest {
    @Test
    void writesOneLinePerRecordInRubysOrderOfKeys() {
        HeapDsl heap = HeapDsl.heap()
            .root("vm", "Shop", "a")
            .klass("Shop")
            .object("a").ofClass("Shop").memsize(40).generation(3).allocatedAt("app.rb", 12, "new").refers("Shop");
        String[] lines = heap.text().split("\n");
        assertEquals(3, lines.length);
        assertEquals("{\"type\":\"ROOT\", \"root\":\"vm\", \"references\":[\"" + heap.address("Shop") + "\", \""
            + heap.address("a") + "\"]}", lines[0]);
        assertEquals("{\"address\":\"" + heap.address("a") + "\", \"type\":\"OBJECT\", \"class\":\""
            + heap.address("Shop") + "\", \"references\":[\"" + heap.address("Shop") + "\"], \"file\":\"app.rb\", "
            + "\"line\":12, \"method\":\"new\", \"generation\":3, \"memsize\":40}", lines[2]);
    }

    @Test
    void namesKeepTheirAddressInTheHeapMadeFromIt() {
        HeapDsl before = HeapDsl.heap().object("a").generation(1);
        HeapDsl after = before.then().object("b").heldBy("a").refers("a");
        assertEquals(before.identity("a"), after.identity("a"));
        assertEquals(1, before.text().lines().count());
        assertEquals(2, after.text().lines().count());
        assertTrue(after.text().lines().findFirst().orElseThrow().contains(after.address("b")));
    }

    @Test
    void anAddressCanBeReusedByAnotherGeneration() {
        HeapDsl before = HeapDsl.heap().root("vm", "old").object("old").generation(1);
        HeapDsl after = before.then().remove("old").object("new").atAddressOf("old").generation(2);
        assertEquals(before.address("old"), after.address("new"));
        assertNotEquals(before.identity("old"), after.identity("new"));
        assertEquals(after.address("new") + ":2", after.identity("new"));
        assertEquals("{\"type\":\"ROOT\", \"root\":\"vm\"}", after.text().lines().findFirst().orElseThrow());
    }

    @Test
    void aForgottenRecordIsAnErrorAndAMeantOneIsDangling() {
        HeapDsl forgotten = HeapDsl.heap().object("a").refers("b");
        assertTrue(assertThrows(IllegalStateException.class, forgotten::text).getMessage().contains("refers to b"));
        HeapDsl meant = HeapDsl.heap().object("a").refersToMissing("b");
        assertTrue(meant.text().contains(meant.address("b")));
    }

    @Test
    void addressesAreDistinctSlotsOverManyPages() {
        HeapDsl heap = HeapDsl.heap();
        Set<String> addresses = new HashSet<>();
        for (int i = 0; i < 5000; i++) {
            long address = Long.decode(heap.object("o" + i).address("o" + i));
            assertEquals(0, address % 40);
            assertTrue(address % 0x10000 + 40 <= 0x10000, "a slot must not cross a page");
            assertTrue(addresses.add(heap.address("o" + i)));
        }
    }

    @Test
    void valuesAreEscapedAndRawLinesAreNot() {
        HeapDsl heap = HeapDsl.heap().string("s", "a \"b\"\n\\").raw("{\"address\":\"0x1");
        List<String> lines = List.of(heap.text().split("\n"));
        assertEquals("a \"b\"\n\\", JsonTree.read(lines.get(0)).text("value"));
        assertEquals("{\"address\":\"0x1", lines.get(1));
    }

    @Test
    void writesPlainAndPackedFiles(@TempDir Path folder) throws IOException {
        HeapDsl heap = HeapDsl.heap().root("vm", "a").object("a");
        assertEquals(heap.text(), Files.readString(heap.writeTo(folder.resolve("a.json"))));
        Path packed = heap.writeGzipTo(folder.resolve("a.json.gz"));
        try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
            assertEquals(heap.text(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
