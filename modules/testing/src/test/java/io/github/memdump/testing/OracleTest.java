package io.github.memdump.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OracleTest {
    @Test
    void countsReferencesAsSetsAndDanglingOnesAmongThem() {
        HeapDsl heap = HeapDsl.heap()
            .root("vm", "a", "a")
            .root("vm", "a", "b")
            .object("a").memsize(40).generation(1).refers("b", "b", "a")
            .object("b").memsize(80).refersToMissing("x", "x", "y")
            .record("shape", "SHAPE").memsize(8)
            .raw("{\"address\":\"0x1\", \"type\":");
        Oracle oracle = Oracle.of(heap);
        assertEquals(Set.of("vm", heap.identity("a"), heap.identity("b"), heap.identity("shape")), oracle.objects());
        // vm → a, b; a → b, a; b → x, y.
        assertEquals(6, oracle.references());
        assertEquals(2, oracle.danglingReferences());
        assertEquals(Set.of(heap.address("x"), heap.address("y")), oracle.danglingTargets());
        // a twice more below vm, b once more below a, x once more below b.
        assertEquals(4, oracle.duplicateReferences());
        assertEquals(128, oracle.memsize());
        assertEquals(1, oracle.withGeneration());
        assertEquals(Set.of("vm"), oracle.roots());
        assertEquals(1, oracle.damagedLines());
    }

    @Test
    void namesClassesAsTheGlossaryHasThem() {
        HeapDsl heap = HeapDsl.heap()
            .klass("Class").ofClass("Class")
            .klass("Foo").ofClass("Class")
            .singletonClass("meta", "Foo")
            .anonymousClass("anonymous").ofClass("Class")
            .anonymousClass("line").ofClass("Class").allocatedAt("app/x.rb", 12, "new")
            .module("Mixin").ofClass("Class")
            .record("iclass", "ICLASS").ofClass("Mixin")
            .object("plain").ofClass("Foo")
            .object("nameless").ofClass("anonymous")
            .object("mixed").ofClass("iclass")
            .object("lined").ofClass("line")
            .object("special").ofClass("Foo")
            .singletonClass("own", "special").with("superclass", "SUPER")
            .imemo("imemo", "iseq").ofClass("plain")
            .object("odd").ofClass("plain")
            .data("bare", "struct");
        Oracle oracle = Oracle.of(heap.text().replace("SUPER", heap.address("Foo")));
        Map.of(
            "plain", "Foo",
            "Foo", "#<Class:Foo>",
            "nameless", "#<Class:" + heap.address("anonymous").replace("0x", "0x0000") + ">",
            "mixed", "I(Mixin)",
            "iclass", "ICLASS",
            "lined", "#<Class at app/x.rb:12>",
            "special", "Foo",
            "imemo", "IMEMO",
            "odd", heap.address("plain"),
            "bare", "DATA"
        ).forEach((symbol, name) -> assertEquals(name, oracle.className(heap.identity(symbol)), symbol));
    }

    @Test
    void countsByClassSortTheMostFrequentFirstThenByName() {
        HeapDsl heap = HeapDsl.heap()
            .klass("B").klass("A")
            .object("a").ofClass("A").memsize(1)
            .object("b1").ofClass("B").memsize(2)
            .object("b2").ofClass("B").memsize(3);
        assertEquals(List.of(new HistogramRow("B", 2, 5), new HistogramRow("CLASS", 2, 0), new HistogramRow("A", 1, 1)),
            Oracle.of(heap).rowsByClass());
        assertEquals(List.of(new HistogramRow("OBJECT", 3, 6), new HistogramRow("CLASS", 2, 0)),
            Oracle.of(heap).rowsByType());
    }

    @Test
    void findsTheBorderAndWhatItKeepsAlive() {
        HeapDsl before = HeapDsl.heap()
            .root("vm", "holder", "other", "leaving")
            .object("holder").generation(1)
            .object("other").generation(1)
            .object("leaving").generation(1);
        HeapDsl after = before.then()
            .remove("leaving")
            .object("n1").generation(2).memsize(10).heldBy("holder")
            .object("n2").atAddressOf("leaving").generation(2).memsize(20).heldBy("n1")
            .object("n3").memsize(30).heldBy("holder", "n2").refers("other")
            .object("alone").generation(3).memsize(40);
        DiffOracle diff = Oracle.of(after).since(Oracle.of(before));
        assertEquals(new HashSet<>(after.identities("n1", "n2", "n3", "alone")), diff.newObjects());
        assertEquals(Set.of(before.identity("leaving")), diff.goneObjects());
        assertEquals(Set.of(after.identity("n2")), diff.reusedAddresses());
        assertEquals(Set.of(after.identity("n3")), diff.newWithoutGeneration());
        assertEquals(100, diff.newMemsize());
        assertEquals(Set.of(after.identity("holder")), diff.oldBorder());
        assertEquals(new HashSet<>(after.identities("n1", "n3")), diff.newBorder());
        assertEquals(2, diff.edgesAcross());
        // n1 → n2 → n3 → other
        assertEquals(4, diff.keepaliveCount(after.identity("n1")));
        assertEquals(3, diff.keepaliveNewCount(after.identity("n1")));
        assertEquals(2, diff.keepaliveCount(after.identity("n3")));
        assertEquals(1, diff.keepaliveNewCount(after.identity("n3")));
        assertEquals(List.of(new HistogramRow("OBJECT", 4, 100)), diff.rowsByClass());
    }

    @Test
    void aDiamondIsDominatedByItsTopAndAnUnreachableObjectByNothing() {
        HeapDsl heap = HeapDsl.heap()
            .root("vm", "top").root("global_tbl", "shared")
            .object("top").memsize(1).refers("left", "right")
            .object("left").memsize(2).refers("bottom")
            .object("right").memsize(4).refers("bottom", "shared")
            .object("bottom").memsize(8).refers("below", "top")
            .object("below").memsize(16)
            .object("shared").memsize(32)
            .object("lost").memsize(64).refers("below");
        DominatorOracle dominators = Oracle.of(heap).dominators();
        assertEquals(heap.identity("top"), dominators.dominators().get(heap.identity("bottom")));
        assertEquals(heap.identity("bottom"), dominators.dominators().get(heap.identity("below")));
        assertEquals("vm", dominators.dominators().get(heap.identity("top")));
        assertEquals(DominatorOracle.ALL_ROOTS, dominators.dominators().get("vm"));
        assertEquals(DominatorOracle.ALL_ROOTS, dominators.dominators().get(heap.identity("shared")));
        assertEquals(8, dominators.dominators().size(), "all but lost");
        assertEquals(5L, dominators.retainedCounts().get(heap.identity("top")));
        assertEquals(31L, dominators.retainedSizes().get(heap.identity("top")));
        assertEquals(24L, dominators.retainedSizes().get(heap.identity("bottom")));
        assertEquals(new HashSet<>(heap.identities("bottom", "below")),
            dominators.retainedBy(heap.identity("bottom")));
    }

    @Test
    void distancesCountFromTheVirtualRootAndAllShortestPathsAreFound() {
        HeapDsl heap = HeapDsl.heap()
            .root("vm", "a", "b")
            .object("a").refers("target")
            .object("b").refers("target", "detour")
            .object("detour").refers("target")
            .object("target")
            .object("lost");
        Oracle oracle = Oracle.of(heap);
        Map<String, Integer> distances = oracle.rootDistances();
        assertEquals(1, distances.get("vm"));
        assertEquals(2, distances.get(heap.identity("a")));
        assertEquals(3, distances.get(heap.identity("detour")));
        assertEquals(3, distances.get(heap.identity("target")));
        assertEquals(5, distances.size());
        assertEquals(Set.of("vm", heap.identity("a"), heap.identity("b"), heap.identity("target")),
            oracle.onShortestPathsTo(heap.identities("target", "lost")));
    }

    @Test
    void theCommonCleanupLooksThroughContainersAndDropsWeakRefs() {
        HeapDsl heap = HeapDsl.heap()
            .klass("WeakRef").klass("Set")
            .object("owner").refers("hash", "weak", "set")
            .hash("hash").refers("array", "weak")
            .array("array").refers("hash", "item", "owner")
            .object("item")
            .object("set").ofClass("Set").refers("member")
            .object("member").refers("traced")
            .object("traced").allocatedAt("dump.rb", 1, "dump_all").refers("item")
            .object("weak").ofClass("WeakRef").refers("hidden")
            .object("hidden");
        CleanupOracle cleanup = Oracle.of(heap).commonCleanup();
        assertEquals(Set.of(heap.identity("weak")), cleanup.removed());
        assertEquals(new HashSet<>(heap.identities("hash", "array", "set", "traced")), cleanup.collapsed());
        assertEquals(new HashSet<>(heap.identities("item", "owner", "member")),
            cleanup.graph().get(heap.identity("owner")));
        assertEquals(Set.of(heap.identity("item")), cleanup.graph().get(heap.identity("member")));
        assertEquals(Set.of(), cleanup.graph().get(heap.identity("hidden")));
    }
}
