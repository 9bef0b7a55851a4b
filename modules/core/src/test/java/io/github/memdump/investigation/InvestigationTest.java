package io.github.memdump.investigation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.suspect.Suspects;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapIdentities;
import io.github.memdump.investigation.EarlierDump.Detail;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class InvestigationTest {
    private static final HeapDsl FIRST = HeapDsl.heap().klass("Store").generation(1).root("vm", "Store")
        .object("store").ofClass("Store").generation(2).heldBy("Store");
    private static final HeapDsl SECOND = FIRST.then().object("a").ofClass("Store").generation(5).heldBy("store");
    private static final HeapDsl THIRD = SECOND.then().object("b").ofClass("Store").generation(9).heldBy("store");

    private final List<String> reads = new ArrayList<>();

    @Test
    void ofTwoDumpsTheEarlierIsReadForItsIdentitiesAlone() throws IOException {
        Investigation<Dump> found = of(Set.of(), FIRST, SECOND);

        assertEquals(List.of("identities 0", "heap 1"), reads);
        assertTrue(found.reordered().isEmpty());
        assertTrue(found.earlier().isEmpty());
        assertEquals(1, found.diff(Task.UNWATCHED).newObjects().size());
        assertSame(found.diff(Task.UNWATCHED), found.knownDiff().orElseThrow());
    }

    @Test
    void dumpsAreTakenInTheOrderInWhichTheyWereMade() throws IOException {
        Investigation<Dump> pair = of(Set.of(), SECOND, FIRST);
        assertEquals(List.of("identities 0", "heap 1", "heap 0"), reads);
        assertEquals(List.of(1, 0), numbers(pair));
        assertEquals(2, pair.reordered().size());
        assertEquals(1, pair.diff(Task.UNWATCHED).newObjects().size());

        for (HeapDsl[] given : new HeapDsl[][] {{FIRST, SECOND, THIRD}, {THIRD, FIRST, SECOND},
            {SECOND, THIRD, FIRST}, {THIRD, SECOND, FIRST}}) {
            Investigation<Dump> row = of(EnumSet.allOf(Detail.class), given);
            assertEquals(List.of(FIRST, SECOND, THIRD),
                numbers(row).stream().map(number -> given[number]).collect(Collectors.toList()));
            assertEquals(1, row.growth(Task.UNWATCHED).survivors().size());
            assertEquals(2, row.diff(Task.UNWATCHED).newObjects().size());
            assertTrue(row.earlier().get(0).classes().isPresent());
            assertEquals(2, row.earlier().size());
        }
    }

    @Test
    void dumpsAreTakenAsTheyAreGivenIfThatIsAsked() throws IOException {
        Investigation<Dump> pair = Investigation.asGiven(dumps(SECOND, FIRST), Set.of(), Task.UNWATCHED);
        assertEquals(List.of("identities 0", "heap 1"), reads);
        assertEquals(List.of(0, 1), numbers(pair));
        assertEquals(Set.of(Doubt.WRONG_ORDER), Doubt.of(pair.diff(Task.UNWATCHED)));
    }

    @Test
    void aDumpGivenTwiceIsReadOnce() throws IOException {
        Dump dump = new Dump(0, FIRST);
        Investigation<Dump> same = Investigation.of(List.of(dump, dump), Set.of(Detail.PAST), Task.UNWATCHED);
        assertEquals(List.of("heap 0"), reads);
        assertTrue(same.diff(Task.UNWATCHED).isSame());
        assertTrue(same.suspecting(same.findings(Task.UNWATCHED), Task.UNWATCHED).found(Suspects.class).orElseThrow()
            .list().isEmpty());
    }

    @Test
    void findingsGrowWithTheNumberOfDumps() throws IOException {
        Findings one = of(Set.of(), FIRST).findings(Task.UNWATCHED);
        assertTrue(one.retained().isPresent());
        assertFalse(one.diff().isPresent());
        Findings two = of(Set.of(), FIRST, SECOND).findings(Task.UNWATCHED);
        assertTrue(two.border().isPresent());
        assertFalse(two.growth().isPresent());
        assertTrue(of(Set.of(Detail.SUMMARY), FIRST, SECOND, THIRD).findings(Task.UNWATCHED).growth().isPresent());
    }

    private Investigation<Dump> of(Set<Detail> details, HeapDsl... heaps) throws IOException {
        reads.clear();
        return Investigation.of(dumps(heaps), details, Task.UNWATCHED);
    }

    private List<Dump> dumps(HeapDsl... heaps) {
        List<Dump> dumps = new ArrayList<>();
        for (HeapDsl heap : heaps) {
            dumps.add(new Dump(dumps.size(), heap));
        }
        return dumps;
    }

    private static List<Integer> numbers(Investigation<Dump> found) {
        return found.dumps().stream().map(dump -> dump.number).collect(Collectors.toList());
    }

    private final class Dump implements Investigation.Source {
        private final int number;
        private final HeapDsl heap;

        Dump(int number, HeapDsl heap) {
            this.number = number;
            this.heap = heap;
        }

        @Override
        public Heap heap(Task task) {
            reads.add("heap " + number);
            return Loading.load(heap);
        }

        @Override
        public HeapIdentities identities(Task task) {
            reads.add("identities " + number);
            return Loading.load(heap).identities();
        }

        @Override
        public boolean isSame(Investigation.Source other) {
            return number == ((Dump) other).number;
        }
    }
}
