package io.github.memdump.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.memdump.Loading;
import io.github.memdump.array.NamedArrays;
import io.github.memdump.heap.Heap;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.RandomHeap;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HistogramsTest {
    private static List<String> rows(Histogram histogram) {
        List<String> rows = new ArrayList<>();
        histogram.rows().forEach(row -> rows.add(row.key() + " " + row.count() + " " + row.memsize()));
        return rows;
    }

    /** Compares with histograms that are counted one at a time, before they are kept and after. */
    private static void assertSameAsOneByOne(Heap heap, String message) {
        Histograms histograms = Histograms.of(heap);
        NamedArrays arrays = NamedArrays.empty();
        histograms.putInto(arrays);
        for (Grouping grouping : Grouping.values()) {
            List<String> expected = rows(Histogram.of(heap, grouping));
            assertEquals(expected, rows(histograms.by(grouping).orElseThrow()), message + " by " + grouping);
            assertEquals(expected, rows(Histograms.from(arrays, grouping).orElseThrow()), message + " by " + grouping);
        }
    }

    private static Set<Grouping> kept(Histograms histograms) {
        Set<Grouping> kept = EnumSet.noneOf(Grouping.class);
        for (Grouping grouping : Grouping.values()) {
            histograms.by(grouping).ifPresent(histogram -> kept.add(grouping));
        }
        return kept;
    }

    @ParameterizedTest
    @EnumSource
    void realDumpsAreCountedAsByOneGroupingAtATime(GoldenDumps dumps) {
        assertSameAsOneByOne(Loading.load(dumps.after()), dumps.toString());
    }

    @Test
    void randomHeapsAreCountedAsByOneGroupingAtATime() {
        for (long seed = 1; seed <= 20; seed++) {
            RandomHeap pair = RandomHeap.ofSeed(seed);
            assertSameAsOneByOne(Loading.load(pair.after()), pair.toString());
        }
        assertSameAsOneByOne(Loading.load(HeapDsl.heap().root("vm")), "a root alone");
    }

    @Test
    void methodsOfOneSiteAreOneRowAndHugeSizesStayHuge() {
        HeapDsl dsl = HeapDsl.heap().root("vm", "a")
            .object("a").memsize(Long.MAX_VALUE - 1).allocatedAt("app/gems/rack-3.1.8/rack.rb", 7, "new").generation(3)
            .object("b").memsize(40).allocatedAt("app/gems/rack-3.1.8/rack.rb", 7, "call").generation(100_000)
            .object("c").memsize(40).allocatedAt("app/gems/rack-3.1.8/half \uD83D.rb", 9, "call")
            .imemo("d", "cref").data("e", "T_DATA").memsize(1).string("f", "x");
        Heap heap = Loading.load(dsl);
        assertSameAsOneByOne(heap, "odd");
        assertEquals("app/gems/rack-3.1.8/rack.rb:7 2 " + Long.MAX_VALUE,
            rows(Histograms.of(heap).by(Grouping.SITE).orElseThrow()).get(1));
    }

    @Test
    void rowsOfOneCountAreInTheOrderOfTheirKeys() {
        Heap heap = Loading.load(HeapDsl.heap().root("vm", "z").klass("Zoo").klass("Ant").klass("Élan")
            .object("z").ofClass("Zoo").object("e").ofClass("Élan").object("a").ofClass("Ant"));
        assertEquals(List.of("CLASS 3 0", "Ant 1 0", "ROOT 1 0", "Zoo 1 0", "Élan 1 0"),
            rows(Histograms.of(heap).by(Grouping.CLASS).orElseThrow()));
        assertSameAsOneByOne(heap, "ties");
    }

    @Test
    void aGroupingOfMoreGroupsThanThatIsLeftOutAndFollowingOnesWithIt() {
        HeapDsl dsl = HeapDsl.heap().root("vm", "o1").klass("Store");
        for (int i = 1; i <= 70; i++) {
            dsl.object("o" + i).ofClass("Store").allocatedAt("a.rb", i, "new").generation(i);
        }
        Heap heap = Loading.load(dsl);
        assertEquals(EnumSet.allOf(Grouping.class), kept(Histograms.of(heap, 72)));
        Histograms few = Histograms.of(heap, 70);
        assertEquals(EnumSet.of(Grouping.CLASS, Grouping.KIND, Grouping.TYPE), kept(few));
        NamedArrays arrays = NamedArrays.empty();
        few.putInto(arrays);
        assertEquals(true, Histograms.from(arrays, Grouping.SITE).isEmpty());
        assertEquals(rows(Histogram.of(heap, Grouping.CLASS)), rows(few.by(Grouping.CLASS).orElseThrow()));
        assertEquals(EnumSet.of(Grouping.TYPE), kept(Histograms.of(heap, 2)));
    }

    @Test
    void keysThatAreTooLongTogetherAreLeftOut() {
        StringBuilder text = new StringBuilder("{\"type\":\"ROOT\", \"root\":\"vm\"}\n");
        String longName = "x".repeat(4000);
        for (int i = 0; i < 4500; i++) {
            text.append("{\"address\":\"0x").append(Long.toHexString(0x5500_0000L + i * 40L))
                .append("\", \"type\":\"OBJECT\", \"file\":\"/gems/a-1/").append(longName).append(i)
                .append("\", \"line\":1}\n");
        }
        assertEquals(EnumSet.of(Grouping.CLASS, Grouping.KIND, Grouping.TYPE, Grouping.GENERATION),
            kept(Histograms.of(Loading.load(text.toString()))));
    }
}
