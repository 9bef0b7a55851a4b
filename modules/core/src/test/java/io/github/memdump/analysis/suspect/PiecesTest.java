package io.github.memdump.analysis.suspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.testing.HeapDsl;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PiecesTest {
    private static HeapDsl before() {
        return LeakyHeap.process().hash("leak").ofClass("Hash").memsize(40).generation(1).heldBy("App")
            .hash("registry").ofClass("Hash").memsize(40).generation(1).heldBy("App");
    }

    private static Suspects suspects(HeapDsl before, HeapDsl after) {
        return LeakyHeap.of(Loading.load(before), Loading.load(after));
    }

    @Test
    void whatCameAtOnceRanksBehindWhatCameAgainAndAgain() {
        HeapDsl before = before();
        HeapDsl after = before.then().array("loaded").ofClass("Array").memsize(40).generation(7).heldBy("registry");
        LeakyHeap.leak(after, "place", 900, "loaded");
        LeakyHeap.leak(after, "item", 300, "leak");
        assertEquals(List.of(5, 1), suspects(before, after).list().stream().map(Suspect::pieces)
            .collect(Collectors.toList()));
    }

    @Test
    void aFewPiecesThatAreLittleOfWhatCameAreRuledOut() {
        HeapDsl before = before();
        HeapDsl after = before.then();
        for (int i = 0; i < 3; i++) {
            after.array("connection" + i).ofClass("Array").memsize(40).generation(7).heldBy("registry");
            LeakyHeap.leak(after, "statement" + i + ".", 4, "connection" + i);
        }
        LeakyHeap.leak(after, "item", 300, "leak");
        Suspects suspects = suspects(before, after);
        LeakyHeap.only(suspects);
        assertEquals(List.of(3), suspects.steady().stream().map(Suspect::pieces).collect(Collectors.toList()));
    }

    @Test
    void anArrayInPlaceOfAnOlderOneWhoseItemsItTookOverIsNotOnePiece() {
        HeapDsl before = before();
        before.array("first").ofClass("Array").memsize(40).generation(1).heldBy("registry");
        LeakyHeap.leak(before, "old", 20, "first");
        HeapDsl after = before.then().array("second").ofClass("Array").memsize(40).generation(7).heldBy("registry");
        LeakyHeap.leak(after, "item", 300, "second");
        for (int i = 0; i < 20; i++) {
            after.change("second").refers("old" + i);
        }
        assertEquals(5, LeakyHeap.only(suspects(before, after)).pieces());
    }

    @Test
    void aChainHasNoPiecesThoughOneLinkHoldsAll() {
        HeapDsl before = before();
        HeapDsl after = before.then();
        LeakyHeap.leak(after, "item", 300);
        for (int i = 0; i < 300; i++) {
            after.change(i == 0 ? "leak" : "item" + (i - 1)).refers("item" + i);
        }
        assertTrue(LeakyHeap.only(suspects(before, after)).pieces() == 0);
    }

    @Test
    void onePieceOfOneGenerationAmongManyCameAtOnceAndOneOfManyGenerationsDidNot() {
        assertEquals(List.of(), pieceOver(1).list());
        assertEquals(List.of(1), pieceOver(1).steady().stream().map(Suspect::generations).collect(Collectors.toList()));
        assertEquals(false, LeakyHeap.only(pieceOver(6)).isOfFewPieces());
    }

    /** A table of 300 items that came over some generations, while replaced strings came over six. */
    private static Suspects pieceOver(int generations) {
        HeapDsl before = before();
        HeapDsl after = before.then().array("loaded").ofClass("Array").memsize(40).generation(7).heldBy("registry");
        for (int i = 0; i < 300; i++) {
            after.object("row" + i).ofClass("Item").memsize(40).generation(7 + i % generations).heldBy("loaded");
        }
        for (int i = 0; i < 6; i++) {
            after.string("other" + i, "x").ofClass("String").memsize(40).generation(7 + i).heldBy("a");
        }
        return suspects(before, after);
    }

    @Test
    void whatALoadedClassBroughtAtLinesThatRanOnceIsRuledOut() {
        HeapDsl before = before();
        HeapDsl after = before.then();
        LeakyHeap.leak(after, "item", 300, "leak");
        after.klass("Late").ofClass("Class").memsize(700).generation(7).heldBy("Object");
        for (int i = 0; i < 20; i++) {
            after.object("table" + i).ofClass("App").memsize(80).generation(7 + i % 4)
                .allocatedAt("late.rb", i + 1, "<class:Late>").heldBy("Late");
        }
        Suspects suspects = suspects(before, after);
        LeakyHeap.only(suspects);
        assertEquals(List.of(1), suspects.steady().stream().map(Suspect::pieces).collect(Collectors.toList()));
    }

    @Test
    void whatGathersInALoadedClassFromOneLineIsASuspect() {
        HeapDsl before = before();
        HeapDsl after = before.then();
        after.klass("Late").ofClass("Class").memsize(700).generation(7).heldBy("Object");
        LeakyHeap.leak(after, "item", 300, "Late");
        assertEquals(5, LeakyHeap.only(suspects(before, after)).pieces());
    }

    @Test
    void aBufferThatTookTheTurnOfAnotherIsRuledOutHoweverLongItTook() {
        HeapDsl before = before();
        HeapDsl after = before.then();
        LeakyHeap.leak(after, "item", 300, "leak");
        for (int i = 0; i < 300; i++) {
            after.change("item" + i).generation(7 + i % 5);
        }
        before.array("front").ofClass("Array").memsize(40).generation(1).heldBy("registry");
        after.array("back").ofClass("Array").memsize(40).generation(7).heldBy("registry");
        for (int i = 0; i < 90; i++) {
            if (i < 60) {
                before.string("old" + i, "x").ofClass("String").memsize(40).generation(1)
                    .allocatedAt("log.rb", 4, "add").heldBy("front");
            }
            after.string("line" + i, "x").ofClass("String").memsize(40).generation(7 + i % 5)
                .allocatedAt("log.rb", 4, "add").heldBy("back");
        }
        LeakyHeap.only(suspects(before, after));
    }

    @Test
    void whatCameInOneGenerationOfManyCameAtOnceHoweverManyPiecesItHas() {
        HeapDsl before = before();
        HeapDsl after = before.then();
        LeakyHeap.leak(after, "item", 300, "leak");
        for (int i = 0; i < 50; i++) {
            after.change("item" + i).generation(7 + i % 6).object("row" + i).ofClass("App").memsize(40).generation(9)
                .allocatedAt("seed.rb", 3, "seed").heldBy("registry");
        }
        Suspects suspects = suspects(before, after);
        LeakyHeap.only(suspects);
        assertTrue(suspects.steady().stream().anyMatch(suspect -> suspect.isAtOnce() && suspect.pieces() == 5));
    }
}
