package io.github.memdump.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.memdump.Loading;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.view.ObjectNames;
import org.junit.jupiter.api.Test;

/** Under which class an object goes, and what classes without a name are called. */
class ClassNamesTest {
    private static HeapDsl classes() {
        return HeapDsl.heap().root("vm", "Class", "Object", "Req").klass("Class").ofClass("Class")
            .klass("Object").ofClass("Class").klass("Req").ofClass("Class");
    }

    private static int id(Heap heap, HeapDsl told, String symbol) {
        return heap.at(Long.decode(told.address(symbol)));
    }

    @Test
    void anObjectWithASingletonClassGoesUnderItsRealClass() {
        HeapDsl told = classes().object("plain").ofClass("Req").object("special").ofClass("Req")
            .singletonClass("own", "special").ofClass("Class").with("real_class_name", "Req");
        Heap heap = Loading.load(told);
        int special = id(heap, told, "special");
        int own = id(heap, told, "own");
        assertEquals("Req", heap.className(special));
        assertEquals(heap.classNumber(id(heap, told, "plain")), heap.classNumber(special));
        assertEquals(own, heap.classObject(special));
        assertEquals("#<Class:#<Req:" + String.format("0x%016x", heap.address(special)) + ">>",
            heap.classes().ownName(heap.recordedClass(special)));
        assertEquals("class #<Class:#<Req:" + String.format("0x%016x", heap.address(special)) + ">>",
            new ObjectNames(heap).of(own));
    }

    @Test
    void theRealClassIsTheFirstAboveThatIsNoSingletonWhereItsNameIsNotSaid() {
        HeapDsl told = classes().module("Extra").ofClass("Class").record("inclusion", "ICLASS").ofClass("Extra")
            .object("special").ofClass("Req").singletonClass("own", "special").ofClass("Class");
        told.change("inclusion").with("superclass", told.address("Req"));
        told.change("own").with("superclass", told.address("inclusion"));
        assertEquals("Req", classOf(told, "special"));
    }

    @Test
    void theRealClassMayBeAnAnonymousOne() {
        HeapDsl told = classes().anonymousClass("error").ofClass("Class").allocatedAt("lib/errors.rb", 7, "new")
            .object("special").ofClass("error").singletonClass("own", "special").ofClass("Class");
        told.change("own").with("superclass", told.address("error"));
        assertEquals("#<Class at lib/errors.rb:7>", classOf(told, "special"));
    }

    @Test
    void superclassesThatLeadInACircleOrNowhereEndTheSearch() {
        HeapDsl told = classes().object("special").ofClass("Req").singletonClass("own", "special").ofClass("Class");
        told.change("own").with("superclass", told.address("own"));
        String printed = "#<Class:#<Object:" + String.format("0x%016x", Long.decode(told.address("special"))) + ">>";
        assertEquals(printed, classOf(told, "special"));
        told.change("own").with("superclass", "0x99");
        assertEquals(printed, classOf(told, "special"));
    }

    @Test
    void aClassStaysUnderItsOwnSingletonClass() {
        HeapDsl told = classes().singletonClass("meta", "Req").ofClass("Class").with("real_class_name", "Class");
        assertEquals("#<Class:Req>", classOf(told, "Req"));
    }

    @Test
    void anInclusionIsNoInstanceButPointsToItsModule() {
        HeapDsl told = classes().module("Helper").ofClass("Class").record("inclusion", "ICLASS").ofClass("Helper")
            .record("origin", "ICLASS").ofClass("Req").object("plain").ofClass("Req");
        Heap heap = Loading.load(told);
        assertEquals("ICLASS", heap.className(id(heap, told, "inclusion")));
        assertEquals("ICLASS", heap.className(id(heap, told, "origin")));
        assertNotEquals(heap.classNumber(id(heap, told, "plain")), heap.classNumber(id(heap, told, "origin")));
        assertEquals(id(heap, told, "Helper"), heap.classObject(id(heap, told, "inclusion")));
    }

    @Test
    void anonymousClassesAreNamedByTheLineThatMadeThem() {
        HeapDsl told = classes();
        for (String symbol : new String[] {"one", "two"}) {
            told.anonymousClass(symbol).ofClass("Class").allocatedAt("app/x.rb", 12, "new")
                .object("of " + symbol).ofClass(symbol);
        }
        told.anonymousClass("unlined").ofClass("Class").object("of unlined").ofClass("unlined");
        Heap heap = Loading.load(told);
        assertEquals("#<Class at app/x.rb:12>", heap.className(id(heap, told, "of one")));
        assertEquals(heap.classNumber(id(heap, told, "of one")), heap.classNumber(id(heap, told, "of two")));
        assertNotEquals(heap.classObject(id(heap, told, "of one")), heap.classObject(id(heap, told, "of two")));
        assertEquals("#<Class:" + String.format("0x%016x", Long.decode(told.address("unlined"))) + ">",
            classOf(told, "of unlined"));
    }

    private static String classOf(HeapDsl told, String symbol) {
        Heap heap = Loading.load(told);
        return heap.className(id(heap, told, symbol));
    }
}
