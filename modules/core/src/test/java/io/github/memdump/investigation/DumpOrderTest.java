package io.github.memdump.investigation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapIdentities;
import io.github.memdump.investigation.DumpOrder.Verdict;
import io.github.memdump.task.Task;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.HeapDsl;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DumpOrderTest {
    private static final int NOT_TRACED = -1;

    @Test
    void theDumpWithTheYoungerObjectsIsTheLater() {
        HeapIdentities first = dump(0, 10, 3);
        HeapIdentities second = dump(5, 30, 7);
        assertEquals(Verdict.FIRST_IS_EARLIER, DumpOrder.verdict(first, second));
        assertEquals(Verdict.SECOND_IS_EARLIER, DumpOrder.verdict(second, first));
    }

    @Test
    void realDumpsAreTakenInTheirOrder() throws Exception {
        for (GoldenDumps golden : List.of(GoldenDumps.RUBY_3_1, GoldenDumps.RUBY_3_4)) {
            Heap before = Loading.load(golden.before());
            Heap after = Loading.load(golden.after());
            assertEquals(Verdict.FIRST_IS_EARLIER, DumpOrder.verdict(before.identities(), after.identities()));
            assertEquals(Verdict.SECOND_IS_EARLIER, DumpOrder.verdict(after.identities(), before.identities()));
            assertEquals(Set.of(Doubt.WRONG_ORDER), Doubt.of(HeapDiff.between(after, before, Task.UNWATCHED)));
            assertEquals(Set.of(), Doubt.of(HeapDiff.between(before, after, Task.UNWATCHED)));
        }
    }

    @Test
    void whatCannotBeToldStaysAsItWasGiven() {
        HeapIdentities untraced = dump(0, 300, NOT_TRACED);
        HeapIdentities fewer = dump(0, 10, NOT_TRACED);
        assertEquals(Verdict.UNKNOWN, DumpOrder.verdict(untraced, fewer));
        assertEquals(Verdict.UNKNOWN, DumpOrder.verdict(fewer, untraced));
        HeapIdentities traced = dump(0, 300, 4);
        assertEquals(Verdict.UNKNOWN, DumpOrder.verdict(traced, traced));
        assertFalse(DumpOrder.of(List.of(untraced, fewer, traced)).isChanged());
    }

    @Test
    void tracingThatWasSwitchedOffDoesNotTurnTheOrderRound() {
        // Of the objects of generations 0 to 9 the youngest die; what comes then is not traced.
        HeapDsl before = heap();
        HeapDsl after = heap();
        for (int i = 0; i < 10; i++) {
            before.object("o" + i).at(0x10000 + i * 40).generation(i);
            if (i < 7 && i != 3) {
                after.object("o" + i).at(0x10000 + i * 40).generation(i);
            }
        }
        for (int i = 0; i < 20; i++) {
            after.object("n" + i).at(0x20000 + i * 40);
        }
        HeapIdentities first = Loading.load(before).identities();
        HeapIdentities second = Loading.load(after).identities();
        assertEquals(Verdict.FIRST_IS_EARLIER, DumpOrder.verdict(first, second));
        assertEquals(Verdict.SECOND_IS_EARLIER, DumpOrder.verdict(second, first));
    }

    @Test
    void processesWithNothingInCommonAreNotSorted() {
        HeapIdentities one = dump(0, 200, 9);
        HeapDsl other = heap();
        for (int i = 0; i < 200; i++) {
            other.object("x" + i).at(0x900000 + i * 40).generation(i % 5);
        }
        assertEquals(Verdict.UNKNOWN, DumpOrder.verdict(one, Loading.load(other).identities()));
        assertEquals(Verdict.UNKNOWN, DumpOrder.verdict(Loading.load(other).identities(), one));
    }

    @Test
    void anyNumberOfDumpsIsSorted() {
        long seed = 20;
        Random random = new Random(seed);
        for (int round = 0; round < 30; round++) {
            List<Integer> times = new ArrayList<>(List.of(0, 1, 2, 3, 4));
            Collections.shuffle(times, random);
            List<HeapIdentities> given = new ArrayList<>();
            times.forEach(time -> given.add(dump(3 * time, 20 + 4 * time, 2 + time)));
            DumpOrder order = DumpOrder.of(given);
            assertEquals(List.of(0, 1, 2, 3, 4), order.sorted(times), "seed " + seed);
            assertEquals(!times.equals(List.of(0, 1, 2, 3, 4)), order.isChanged());
        }
        assertTrue(DumpOrder.of(List.of()).places().isEmpty());
    }

    /** A process that allocates an object each step, in generation after generation up to the last one. */
    private static HeapIdentities dump(int from, int to, int last) {
        HeapDsl heap = heap();
        for (int i = from; i < to; i++) {
            heap.object("o" + i).at(0x10000 + i * 40);
            if (last != NOT_TRACED) {
                heap.generation(i == to - 1 ? last : Math.min(last, i / 10));
            }
        }
        return Loading.load(heap).identities();
    }

    private static HeapDsl heap() {
        return HeapDsl.heap().root("vm");
    }
}
