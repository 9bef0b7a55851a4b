package io.github.memdump.analysis.suspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.heap.Heap;
import io.github.memdump.testing.HeapDsl;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Classes and code that are made again and again in a process that was not traced. */
class MadeAgainTest {
    private static String suspects(HeapDsl before, HeapDsl after) {
        Heap heap = Loading.load(after);
        return LeakyHeap.of(Loading.load(before), heap).list().stream()
            .map(suspect -> heap.typeName(suspect.members()[0]) + " " + suspect.members().length)
            .collect(Collectors.joining(", "));
    }

    private static HeapDsl methods(HeapDsl before, int methods, boolean isOfOneFile) {
        HeapDsl after = before.then();
        if (isOfOneFile) {
            after.string("path", "app.rb").memsize(40).heldBy("App");
        }
        for (int i = 0; i < methods; i++) {
            after.imemo("method" + i, "ment").memsize(48).heldBy("App").imemo("code" + i, "iseq").memsize(900)
                .heldBy("method" + i);
            if (isOfOneFile) {
                after.change("code" + i).refers("path");
            } else {
                after.array("path" + i).memsize(40).heldBy("code" + i);
            }
        }
        return after;
    }

    @Test
    void codeWithAPathOfItsOwnIsCompiledFromTexts() {
        HeapDsl before = LeakyHeap.process();
        assertEquals("IMEMO 100", suspects(before, methods(before, 100, false)));
    }

    @Test
    void codeOfOneFileWasLoaded() {
        HeapDsl before = LeakyHeap.process();
        assertEquals("", suspects(before, methods(before, 100, true)));
    }

    @Test
    void fewerThanTenAreNoneAgain() {
        HeapDsl before = LeakyHeap.process();
        assertEquals("", suspects(before, methods(before, 9, false)));
    }

    @Test
    void classesWithoutANameAreMadeAgainAndNamedOnesWithTheirSingletonsAreLoaded() {
        HeapDsl before = LeakyHeap.process().hash("leak").ofClass("Hash").memsize(40).heldBy("App");
        HeapDsl unnamed = before.then();
        HeapDsl named = before.then();
        for (int i = 0; i < 100; i++) {
            unnamed.anonymousClass("row" + i).ofClass("Class").memsize(900).heldBy("leak");
            named.klass("Row" + i).ofClass("singleton" + i).memsize(900).heldBy("leak")
                .singletonClass("singleton" + i, "Row" + i).ofClass("Class").memsize(600).heldBy("Row" + i);
        }
        assertEquals("CLASS 100", suspects(before, unnamed));
        assertEquals("", suspects(before, named));
    }

    @Test
    void inclusionsOfModulesWithoutANameAreMadeAgain() {
        HeapDsl before = LeakyHeap.process().object("host").ofClass("App").memsize(40).heldBy("App");
        HeapDsl after = before.then();
        for (int i = 0; i < 100; i++) {
            after.record("module" + i, "MODULE").ofClass("Class").memsize(900).record("inclusion" + i, "ICLASS")
                .ofClass("module" + i).memsize(40).heldBy(i == 0 ? "host" : "inclusion" + (i - 1))
                .refers("module" + i);
        }
        assertTrue(suspects(before, after).startsWith("ICLASS "), "a chain of them");
    }

    @Test
    void closuresThatOnlyRubyItselfHoldsAreNoLiterals() {
        HeapDsl before = LeakyHeap.process().array("at exit").memsize(40).heldBy("vm");
        HeapDsl after = before.then();
        for (int i = 0; i < 100; i++) {
            after.data("block" + i, "proc").ofClass("Proc").memsize(80).heldBy("at exit")
                .string("literal" + i + "new", "x").ofClass("String").memsize(40).heldBy("iseq");
        }
        assertEquals("DATA 100", suspects(before, after));
    }
}
