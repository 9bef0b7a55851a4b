package io.github.memdump.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HeapDiffTest {
    private static HeapDiff diff(HeapDsl before, HeapDsl after) {
        return HeapDiff.between(Loading.load(before), Loading.load(after), Task.UNWATCHED);
    }

    @Test
    void withoutGenerationsObjectsAreTakenForOldByTheirAddressAndThatIsCounted() {
        HeapDsl before = HeapDsl.heap().root("vm", "a", "b").object("a").object("b");
        HeapDsl after = before.then().object("c").heldBy("a");
        HeapDiff diff = diff(before, after);
        assertFalse(diff.byGeneration());
        assertEquals(2, diff.comparedByAddress());
        assertEquals(1, diff.newWithoutGeneration());
        assertEquals(1, diff.newObjects().size());
    }

    @Test
    void oneTracedDumpIsEnoughForIdentitiesWithGenerations() {
        HeapDsl before = HeapDsl.heap().root("vm", "a").object("a");
        HeapDsl traced = before.then().object("c").generation(3).heldBy("a");
        assertTrue(diff(before, traced).byGeneration());
        assertTrue(diff(traced, before).byGeneration());
        assertEquals(1, diff(before, traced).comparedByAddress());
        assertEquals(0, diff(before, traced).newWithoutGeneration());
        assertEquals(1, diff(traced, before).goneObjects());
    }

    @Test
    void anObjectOfAnotherGenerationAtAnAddressIsNew() {
        HeapDsl before = HeapDsl.heap().root("vm", "a").object("a").generation(1).memsize(40);
        HeapDsl after = before.then().change("a").generation(2).memsize(56);
        HeapDiff diff = diff(before, after);
        assertEquals(1, diff.reusedAddresses());
        assertEquals(0, diff.comparedByAddress());
        assertEquals(56, diff.newMemsize());
        assertEquals(1, diff.goneObjects());
    }

    @Test
    void theBorderIsRankedByWhatIsNewThenBySizeThenByIdentity() {
        HeapDsl before = HeapDsl.heap().root("vm", "old").hash("old").generation(1);
        HeapDsl after = before.then().object("small").generation(2).memsize(40).heldBy("old")
            .object("twin").generation(2).memsize(40).heldBy("old").object("large").generation(2).memsize(4000)
            .heldBy("old").object("holder").generation(2).memsize(1).heldBy("old").object("held").generation(2)
            .memsize(1).heldBy("holder");
        Heap later = Loading.load(after);
        Findings findings = Findings.ofLeak(Loading.load(before), later, Task.UNWATCHED);
        String[] twins = {after.identity("small"), after.identity("twin")};
        Arrays.sort(twins);
        assertArrayEquals(new String[] {after.identity("holder"), after.identity("large"), twins[0], twins[1]},
            Arrays.stream(BorderRows.ranked(findings)).mapToObj(later::identity).toArray());
    }

    @Test
    void columnsSayWhatIsKnownAndNothingElse() {
        HeapDsl before = HeapDsl.heap().klass("Item").root("vm", "old").hash("old").generation(1);
        HeapDsl after = before.then().object("item").ofClass("Item").generation(2).memsize(40)
            .allocatedAt("item.rb", 7, "make").heldBy("old").object("lost").generation(2);
        Heap heap = Loading.load(after);
        Findings findings = Findings.ofLeak(Loading.load(before), heap, Task.UNWATCHED);
        int item = Identities.find(heap, after.identity("item"));
        int old = Identities.find(heap, after.identity("old"));
        int lost = Identities.find(heap, after.identity("lost"));
        assertEquals(2, findings.number(Column.GENERATION, item));
        assertEquals(7, findings.number(Column.LINE, item));
        assertEquals(Findings.ABSENT, findings.number(Column.LINE, old));
        assertEquals("item.rb", findings.text(Column.FILE, item));
        assertEquals("make", findings.text(Column.METHOD, item));
        assertEquals("Item", findings.text(Column.CLASS, item));
        assertEquals("OBJECT", findings.text(Column.TYPE, item));
        assertEquals("new", findings.text(Column.BORDER, item));
        assertEquals("old", findings.text(Column.BORDER, old));
        assertEquals("", findings.text(Column.BORDER, lost));
        assertEquals(after.address("item"), findings.text(Column.ADDRESS, item));
        assertEquals(after.identity("old"), findings.text(Column.DOMINATOR, item));
        assertEquals("", findings.text(Column.DOMINATOR, lost));
        assertEquals("ALL_ROOTS", findings.text(Column.DOMINATOR, heap.roots()[0]));
        assertEquals("", findings.text(Column.ADDRESS, heap.roots()[0]));
        assertEquals("2", findings.text(Column.GENERATION, item));
        assertEquals("", findings.text(Column.LINE, old));
        assertEquals(0, findings.number(Column.KEEPALIVE_ESTIMATED, item));
        assertEquals(Findings.ABSENT, findings.number(Column.KEEPALIVE_ESTIMATED, lost));
    }

    @Test
    void classesOfOneNameAreOneRowOfTheHistogram() {
        HeapDsl dsl = HeapDsl.heap().klass("One").klass("Two").object("a").ofClass("One").memsize(10).object("b")
            .ofClass("Two").memsize(30);
        String text = dsl.text().replace("\"Two\"", "\"One\"");
        Histogram.Row row = Histogram.of(Loading.load(text), Grouping.CLASS).rows().stream()
            .filter(each -> each.key().equals("One")).findFirst().orElseThrow();
        assertEquals(2, row.count());
        assertEquals(40, row.memsize());
    }
}
