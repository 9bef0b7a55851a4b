package io.github.memdump.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.graph.Graph;
import io.github.memdump.subset.HeapSubset;
import io.github.memdump.testing.HeapDsl;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HeldClassesTest {
    /** A singleton class and its own class are reached over no reference; Item is. */
    private static final HeapDsl HEAP = HeapDsl.heap().root("vm", "Item", "special", "other").klass("Item")
        .object("special").object("other").ofClass("Item").object("lost").ofClass("Item")
        .singletonClass("own", "special").refers("constant").singletonClass("meta", "own").object("constant")
        .imemo("junk", "env").ofClass("own").heldBy("vm").object("dead").ofClass("own");

    private final Heap heap = Loading.load(HEAP);

    @Test
    void eachObjectOfAHeldClassRefersToItAndNothingElseIsAdded() {
        assertEquals(Set.of(edge("dead", "own"), edge("own", "constant"), edge("own", "meta"), edge("special", "own"),
            edge("vm", "Item"), edge("vm", "junk"), edge("vm", "other"), edge("vm", "special")), edges(heap));
        assertTrue(heap.isToHeldClass(id("special"), id("own")));
        assertTrue(heap.isToHeldClass(id("own"), id("meta")));
        assertFalse(heap.isToHeldClass(id("own"), id("constant")));
        assertFalse(heap.isToHeldClass(id("other"), id("Item")));
        assertEquals(heap.references().edgeCount(), heap.referrers().edgeCount());
    }

    @Test
    void theListedReferencesAreThereBeforeAndAfter() {
        Set<String> listed = Set.of(edge("own", "constant"), edge("vm", "Item"), edge("vm", "junk"),
            edge("vm", "other"), edge("vm", "special"));
        Heap plain = heap.overPlainReferences();
        assertEquals(listed, edges(plain));
        edges(heap);
        assertSame(plain, heap.overPlainReferences());
        Heap other = Loading.load(HEAP);
        assertEquals(8, other.references().edgeCount());
        assertEquals(listed, edges(other.overPlainReferences()));
        assertFalse(plain.isToHeldClass(id("special"), id("own")));
        assertSame(plain, plain.overPlainReferences());
        assertEquals(5, HeapSubset.of(heap).references().edgeCount());
        assertEquals(5, heap.facts().references());
    }

    @Test
    void aReferenceThatTheDumpListsIsNotAddedAgain() {
        HeapDsl dsl = HeapDsl.heap().root("vm").klass("C").object("a").ofClass("C").refers("C")
            .object("b").ofClass("C");
        Heap listing = Loading.load(dsl);
        int held = listing.at(Long.decode(dsl.address("C")));
        assertEquals(2, listing.references().edgeCount());
        assertFalse(listing.isToHeldClass(listing.at(Long.decode(dsl.address("a"))), held));
        assertTrue(listing.isToHeldClass(listing.at(Long.decode(dsl.address("b"))), held));
    }

    @Test
    void aDumpWithoutRootsHasNoHeldClasses() {
        Heap rootless = Loading.load(HeapDsl.heap().klass("C").object("a").ofClass("C"));
        assertEquals(0, rootless.references().edgeCount());
    }

    @Test
    void whereRootsReachEveryClassTheGraphsAreTheSame() {
        Heap reached = Loading.load(HeapDsl.heap().root("vm", "C").klass("C").object("a").ofClass("C"));
        assertSame(reached.overPlainReferences().references(), reached.references());
    }

    @Test
    void aClassOfItsOwnIsHeldByItself() {
        Heap own = Loading.load(HeapDsl.heap().root("vm").klass("C").ofClass("C"));
        assertTrue(own.references().hasEdge(0, 0));
    }

    private int id(String symbol) {
        return symbol.equals("vm") ? heap.rootNamed("vm") : heap.at(Long.decode(HEAP.address(symbol)));
    }

    private static String edge(String source, String target) {
        return HEAP.identity(source) + " " + HEAP.identity(target);
    }

    private static Set<String> edges(Heap heap) {
        Graph graph = heap.references();
        Set<String> edges = new HashSet<>();
        for (int object = 0; object < heap.objectCount(); object++) {
            for (int i = graph.from(object); i < graph.to(object); i++) {
                assertTrue(edges.add(heap.identity(object) + " " + heap.identity(graph.target(i))));
                assertTrue(i == graph.from(object) || graph.target(i - 1) < graph.target(i));
            }
        }
        return edges;
    }
}
