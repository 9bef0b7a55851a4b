package io.github.memdump.gephi.window.object;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.names.ReferenceNames;
import io.github.memdump.source.SourceFolder;
import io.github.memdump.source.SourceLines;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.RandomHeap;
import io.github.memdump.value.Values;
import io.github.memdump.view.ObjectNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InspectionTest {
    @TempDir
    private Path folder;

    private final HeapDsl shop = HeapDsl.heap()
        .root("vm", "store", "Store", "Cart").klass("Store").klass("Cart")
        .object("store").ofClass("Store").memsize(40).generation(3).allocatedAt("store.rb", 12, "new")
        .refers("small", "large")
        .object("small").ofClass("Cart").memsize(40)
        .object("large").ofClass("Cart").memsize(40).refers("secret")
        .string("secret", "hunter2").memsize(5000)
        .object("lost").ofClass("Cart").memsize(40).refers("small");

    private Findings findings(HeapDsl heap) throws Exception {
        Heap loaded = HeapLoader.lenient().load(DumpInput.of(heap.writeTo(folder.resolve("heap.json"))),
            Task.UNWATCHED);
        return Findings.of(loaded).distances(Task.UNWATCHED).retained(Task.UNWATCHED).build();
    }

    private static List<String> identities(Findings findings, int[] objects) {
        return Arrays.stream(objects).mapToObj(findings.heap()::identity).collect(Collectors.toList());
    }

    private static String column(Inspection inspection, Column column) {
        return inspection.columns().stream().filter(text -> text.name().equals(column.id())).map(ColumnText::text)
            .findFirst().orElse("");
    }

    @Test
    void tellsColumnsPathReferencesAndReferrers() throws Exception {
        Findings findings = findings(shop);
        Inspection store = Inspection.of(findings, shop.identity("store")).orElseThrow();
        assertEquals(shop.identity("store"), store.identity());
        assertEquals("Store", column(store, Column.CLASS));
        assertEquals("store.rb", column(store, Column.FILE));
        assertEquals("3", column(store, Column.GENERATION));
        assertTrue(column(store, Column.RETAINED_SIZE).contains("5,120"), store.columns().toString());
        assertEquals(List.of("vm"), identities(findings, store.objects(Inspection.Side.REFERRERS)));
        Inspection secret = Inspection.of(findings, shop.address("secret")).orElseThrow();
        assertEquals(List.of("vm", shop.identity("store"), shop.identity("large"), shop.identity("secret")),
            identities(findings, secret.objects(Inspection.Side.PATH)));
    }

    @Test
    void whatRetainsMostComesFirstInReferences() throws Exception {
        Findings findings = findings(shop);
        Inspection store = Inspection.of(findings, shop.identity("store")).orElseThrow();
        int[] references = store.objects(Inspection.Side.REFERENCES);
        assertEquals(shop.identities("large", "small"), identities(findings, references));
        List<String[]> rows = ObjectListModel.written(findings, new ObjectNames(findings.heap()), references, 1, 1);
        assertArrayEquals(new String[] {"Cart", "40 B", shop.identity("small")}, rows.get(0));
    }

    @Test
    void rowsSayByWhatAnObjectIsHeld() throws Exception {
        HeapDsl named = HeapDsl.heap().root("vm", "app", "Shop")
            .klass("Shop")
            .object("app").ofClass("Shop").refers("carts")
            .array("carts").with("length", 2).refers("first", "second")
            .object("first").ofClass("Shop").object("second").ofClass("Shop");
        Findings findings = findings(named);
        ObjectNames called = new ObjectNames(findings.heap());
        Inspection second = Inspection.of(findings, named.identity("second")).orElseThrow();
        ReferenceNames via = second.read(second.objects(Inspection.Side.REFERRERS), SourceLines.NONE, Task.UNWATCHED)
            .names();
        int last = second.objects(Inspection.Side.PATH).length - 1;
        assertEquals("[1] \u2192 Shop", second.row(Inspection.Side.PATH, last, called, via));
        assertEquals("root vm", second.row(Inspection.Side.PATH, 0, called, via));
        assertEquals("ARRAY [1]", second.row(Inspection.Side.REFERRERS, 0, called, via));
        assertEquals("Shop", second.row(Inspection.Side.PATH, last, called, ReferenceNames.none(findings.heap())));
    }

    @Test
    void whatTheRecordSaysAndTheLineOfSourceStandAmongTheColumns() throws Exception {
        Files.writeString(folder.resolve("store.rb"), "class Store\n  @carts = []\nend\n");
        HeapDsl written = HeapDsl.heap().root("vm", "carts").array("carts").with("length", 2).with("frozen", true)
            .allocatedAt("/srv/shop/store.rb", 2, "new").refers("first").object("first");
        Inspection carts = Inspection.of(findings(written), written.identity("carts")).orElseThrow();
        List<String> read = carts.read(new int[0], SourceLines.in(List.of(SourceFolder.of(folder))), Task.UNWATCHED)
            .columns().stream().map(ColumnText::toString).collect(Collectors.toList());
        assertEquals("source @carts = []", read.get(read.indexOf("line 2") + 1));
        assertTrue(read.containsAll(List.of("length 2", "frozen 1")), read.toString());
        assertFalse(carts.columns().toString().contains("length"), "the heap does not keep it");
    }

    @Test
    void ofManyThatAreMeantTheOneIsShownThatRetainsMost() throws Exception {
        Findings findings = findings(shop);
        Inspection cart = Inspection.chosen(findings, "Cart", Task.UNWATCHED).orElseThrow();
        assertEquals(shop.identity("large"), cart.identity());
        assertEquals(3, cart.alternatives());
        assertEquals(shop.identity("secret"),
            Inspection.chosen(findings, "memsize > 1000", Task.UNWATCHED).orElseThrow().identity());
        assertEquals(Optional.empty(), Inspection.chosen(findings, "memsize > 100000", Task.UNWATCHED)
            .map(Inspection::identity));
        assertThrows(IllegalArgumentException.class, () -> Inspection.chosen(findings, "memsize >", Task.UNWATCHED));
    }

    @Test
    void whatNoRootReachesHasNoPathAndNoRetainedSize() throws Exception {
        Findings findings = findings(shop);
        Inspection lost = Inspection.of(findings, shop.identity("lost")).orElseThrow();
        assertEquals(0, lost.objects(Inspection.Side.PATH).length);
        assertEquals("", column(lost, Column.RETAINED_SIZE));
    }

    @Test
    void findsRootsAndClassesByWhatTheyAreCalledAndNothingByOtherNames() throws Exception {
        Findings findings = findings(shop);
        assertEquals("vm", Inspection.of(findings, " vm ").orElseThrow().identity());
        assertEquals(Optional.empty(), Inspection.of(findings, "0x1").map(Inspection::identity));
        assertEquals("vm", Inspection.of(findings, "root vm").orElseThrow().identity());
        Inspection store = Inspection.of(findings, "class Store").orElseThrow();
        assertEquals("CLASS", findings.text(Column.TYPE, store.object()));
        assertEquals("Store", findings.text(Column.NAME, store.object()));
        assertEquals(Optional.empty(), Inspection.of(findings, "module Store").map(Inspection::identity));
        assertEquals(Optional.empty(), Inspection.of(findings, "class Nothing").map(Inspection::identity));
    }

    @Test
    void aValueIsInNoColumnAndReadOnlyWhenAskedFor() throws Exception {
        Findings findings = findings(shop);
        Inspection secret = Inspection.of(findings, shop.identity("secret")).orElseThrow();
        assertFalse(secret.columns().toString().contains("hunter2"), secret.columns().toString());
        assertEquals("hunter2",
            ValuePane.words(Values.of(findings.heap()).of(secret.object(), Task.UNWATCHED)));
    }

    @Test
    void referencesAndReferrersAgreeInAnyHeap() throws Exception {
        for (long seed = 1; seed <= 20; seed++) {
            Findings findings = findings(RandomHeap.ofSeed(seed).after());
            for (int object = 0; object < findings.heap().objectCount(); object++) {
                Inspection one = Inspection.of(findings, findings.heap().identity(object)).orElseThrow();
                for (int target : one.objects(Inspection.Side.REFERENCES)) {
                    int[] back = Inspection.of(findings, findings.heap().identity(target)).orElseThrow()
                        .objects(Inspection.Side.REFERRERS);
                    int holder = one.object();
                    assertTrue(Arrays.stream(back).anyMatch(referrer -> referrer == holder), "seed " + seed);
                }
            }
        }
    }
}
