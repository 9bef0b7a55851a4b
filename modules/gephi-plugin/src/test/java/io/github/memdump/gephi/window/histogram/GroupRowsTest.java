package io.github.memdump.gephi.window.histogram;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Grouping;
import io.github.memdump.analysis.Histogram;
import io.github.memdump.analysis.OwnObjects;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.gephi.answer.RowSelection;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.select.Selection;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GroupRowsTest {
    @TempDir
    private Path folder;

    private Heap heap(HeapDsl dsl, String name) throws Exception {
        return HeapLoader.lenient().load(DumpInput.of(dsl.writeTo(folder.resolve(name))), Task.UNWATCHED);
    }

    private static Findings findings(Heap heap) {
        return Findings.of(heap).retained(Task.UNWATCHED).build();
    }

    private static HeapDsl shop() {
        return HeapDsl.heap().root("vm", "store", "gone").klass("Store").klass("Cart").klass("Gone")
            .object("store").ofClass("Store").memsize(40).generation(3).allocatedAt("a b/store.rb", 12, "new")
            .object("gone").ofClass("Gone").memsize(7).generation(3);
    }

    private static HeapDsl grown() {
        return shop().then().remove("gone").root("vm", "store")
            .object("cart").ofClass("Cart").memsize(100).generation(10).allocatedAt("say \"hi\".rb", 0, "new")
            .heldBy("store")
            .object("nested").ofClass("Cart").memsize(50).generation(9).allocatedAt("a b/store.rb", 3, "add")
            .heldBy("cart");
    }

    private GroupRows compared(Grouping grouping) throws Exception {
        Heap before = heap(shop(), "before.json");
        Heap after = heap(grown(), "after.json");
        return GroupRows.of(findings(after), Optional.of(Histogram.of(before, grouping)), grouping,
            Task.UNWATCHED);
    }

    private static int row(GroupRows rows, String key) {
        for (int row = 0; row < rows.count(); row++) {
            if (rows.key(row).equals(key)) {
                return row;
            }
        }
        throw new AssertionError("no row " + key);
    }

    private static long[] values(GroupRows rows, String key) {
        return Arrays.stream(Figure.values()).mapToLong(figure -> rows.value(figure, row(rows, key))).toArray();
    }

    @Test
    void whatTracerAndDumpMadeIsLeftOut() throws Exception {
        HeapDsl traced = shop().data("tracer", OwnObjects.TRACER).memsize(100_000).heldBy("store");
        Heap heap = heap(traced, "traced.json");
        assertEquals(1, OwnObjects.of(heap).size());
        GroupRows rows = GroupRows.of(findings(heap), Optional.empty(), Grouping.TYPE, Task.UNWATCHED);
        for (int row = 0; row < rows.count(); row++) {
            assertNotEquals("DATA", rows.key(row));
        }
        GroupRows compared = GroupRows.of(findings(heap), Optional.of(GroupRows.before(heap, Grouping.TYPE)),
            Grouping.TYPE, Task.UNWATCHED);
        for (int row = 0; row < compared.count(); row++) {
            assertEquals(0, compared.value(Figure.MORE_BYTES, row), compared.key(row));
        }
    }

    @Test
    void whatIsOfTheTracersTypeOrClassKeepsItsOwnBytes() throws Exception {
        HeapDsl traced = shop().data("tracer", OwnObjects.TRACER).memsize(100_000).heldBy("store")
            .data("mutex", "mutex").memsize(80).heldBy("store");
        Heap heap = heap(traced, "traced.json");
        GroupRows rows = GroupRows.of(findings(heap), Optional.of(GroupRows.before(heap, Grouping.TYPE)),
            Grouping.TYPE, Task.UNWATCHED);
        assertArrayEquals(new long[] {1, 80, 80, 0, 0}, values(rows, "DATA"));
    }

    @Test
    void saysWhatEachClassHasRetainsAndGrewBy() throws Exception {
        GroupRows rows = compared(Grouping.CLASS);
        assertArrayEquals(new long[] {2, 150, 150, 2, 150}, values(rows, "Cart"));
        assertArrayEquals(new long[] {1, 40, 190, 0, 0}, values(rows, "Store"));
    }

    @Test
    void whatIsOnlyInTheEarlierDumpIsARowWithoutObjects() throws Exception {
        assertArrayEquals(new long[] {0, 0, 0, -1, -7}, values(compared(Grouping.CLASS), "Gone"));
    }

    @Test
    void withoutAnEarlierDumpThereIsNoDifference() throws Exception {
        GroupRows rows = GroupRows.of(findings(heap(grown(), "one.json")), Optional.empty(), Grouping.CLASS,
            Task.UNWATCHED);
        assertEquals(List.of(Figure.OBJECTS, Figure.BYTES, Figure.RETAINED), rows.figures());
        assertEquals(Optional.of(Figure.RETAINED), RowOrder.usual(rows).figure());
    }

    @Test
    void opensWithWhatGrewMost() throws Exception {
        GroupRows rows = compared(Grouping.CLASS);
        int[] order = RowOrder.usual(rows).of(rows, RowSearch.of(""));
        assertEquals(rows.count(), order.length);
        assertEquals("Cart", rows.key(order[0]));
        assertEquals("Gone", rows.key(order[order.length - 1]));
    }

    @Test
    void generationsAreInOrderAsNumbers() throws Exception {
        GroupRows rows = compared(Grouping.GENERATION);
        String keys = Arrays.stream(RowOrder.byKey(true).of(rows, RowSearch.of(""))).mapToObj(rows::key)
            .reduce("", (a, b) -> a + "," + b);
        assertEquals(",,3,9,10", keys);
    }

    @Test
    void aSearchFindsTextInCapitalsOrNotAndPatternsBetweenSlashes() {
        assertTrue(RowSearch.of(" shop ").accepts("Big::Shop::Cart"));
        assertTrue(RowSearch.of("/^Shop::C/").accepts("Shop::Cart"));
        assertFalse(RowSearch.of("/^Shop::C/").accepts("Big::Shop::Cart"));
        assertTrue(RowSearch.of("/^shop/i").accepts("Shop::Cart"));
        assertTrue(RowSearch.of("/app/shop").accepts("/srv/app/shop.rb:3"));
        assertTrue(RowSearch.of("").accepts(""));
    }

    @Test
    void aBrokenPatternIsTheUsersToMendAndHidesNothing() {
        RowSearch search = RowSearch.of("/Shop(/");
        assertTrue(search.problem().isPresent());
        assertTrue(search.accepts("Store"));
        assertFalse(RowSearch.of("Shop(").problem().isPresent());
    }

    @Test
    void theSelectionOfARowChoosesExactlyItsObjects() throws Exception {
        Heap after = heap(grown(), "after.json");
        Findings findings = findings(after);
        for (Grouping grouping : Grouping.values()) {
            GroupRows rows = GroupRows.of(findings, Optional.empty(), grouping, Task.UNWATCHED);
            long all = 0;
            for (int row = 0; row < rows.count(); row++) {
                NodeSet chosen = Selection.parse(RowSelection.of(grouping, List.of(rows.key(row)))).orThrow()
                    .in(findings, Task.UNWATCHED);
                assertEquals(rows.value(Figure.OBJECTS, row), chosen.size(), grouping + " " + rows.key(row));
                all += chosen.size();
            }
            assertEquals(after.objectCount(), all);
        }
    }

    @Test
    void severalRowsMakeOneSelection() throws Exception {
        assertEquals("class in (\"A\", \"B\\\"\\\\\")", RowSelection.of(Grouping.CLASS, List.of("A", "B\"\\")));
        assertEquals("file = \"a.rb\" and line = 3 or file = \"\"",
            RowSelection.of(Grouping.SITE, List.of("a.rb:3", "")));
        assertEquals("generation in (none, 3)", RowSelection.of(Grouping.GENERATION, List.of("", "3")));
        Selection.parse(RowSelection.of(Grouping.GENERATION, List.of("", "3"))).orThrow();
    }
}
