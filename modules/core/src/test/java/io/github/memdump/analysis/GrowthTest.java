package io.github.memdump.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.DiffOracle;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.Oracle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrowthTest {
    private static final HeapDsl FIRST = HeapDsl.heap().klass("Store").klass("Item").root("vm", "Store")
        .hash("all").heldBy("Store").generation(1);

    @Test
    void survivorsCameAfterTheFirstDumpAndAreStillInTheLast() {
        HeapDsl second = item(item(FIRST.then(), "i1", 2), "passing", 2);
        HeapDsl third = item(second.then().remove("passing"), "i2", 3);
        HeapDsl fourth = item(third.then(), "i3", 4);

        Growth growth = growth(FIRST, second, third, fourth);

        assertEquals(Set.of(fourth.identity("i1"), fourth.identity("i2")),
            identities(growth.heap(), growth.survivors()));
        assertEquals(1, growth.cohort(id(growth, fourth, "i1")));
        assertEquals(2, growth.cohort(id(growth, fourth, "i2")));
        assertEquals(3, growth.cohort(id(growth, fourth, "i3")));
        assertEquals(0, growth.cohort(id(growth, fourth, "all")));
        assertEquals(Growth.NO_COHORT, growth.cohort(growth.heap().roots()[0]));
    }

    @Test
    void classesThatGrowAtEveryStepComeFirst() {
        HeapDsl second = item(FIRST.then(), "i1", 2).string("s1", "").memsize(4000).heldBy("all").generation(2)
            .string("s2", "").heldBy("all").generation(2);
        HeapDsl third = item(item(second.then().remove("s2"), "i2", 3), "i3", 3);

        List<GrowthRow> rows = growth(FIRST, second, third).byClass();

        GrowthRow item = rows.get(0);
        assertEquals("Item", item.key());
        assertTrue(item.growsAtEveryStep());
        assertEquals(1.5, item.slope());
        assertEquals(60, item.memsizeSlope());
        assertEquals(List.of(0L, 1L, 3L), List.of(item.count(0), item.count(1), item.count(2)));
        assertEquals(120, item.memsize(2));
        assertEquals(1, item.survivors());
        assertEquals(40, item.survivorMemsize());
        assertEquals("STRING", rows.get(1).key());
        assertFalse(rows.get(1).growsAtEveryStep());
        assertEquals(4000, rows.get(1).survivorMemsize());
    }

    @Test
    void byGemByKindAndByTypeGroupsGrowAsClassesDo() {
        HeapDsl second = item(FIRST.then(), "i1", 2).imemo("code", "iseq").heldBy("all").generation(2)
            .allocatedAt("/gems/rack-3.1.8/lib/rack.rb", 1, "call");
        HeapDsl third = item(second.then(), "i2", 3).imemo("more", "iseq").heldBy("all").generation(3)
            .allocatedAt("/gems/rack-3.1.8/lib/rack.rb", 2, "call");
        Growth growth = growth(FIRST, second, third);
        for (String group : List.of("GEM rack-3.1.8", "GEM application", "KIND IMEMO iseq", "TYPE IMEMO",
            "FILE item.rb")) {
            Grouping grouping = Grouping.valueOf(group.substring(0, group.indexOf(' ')));
            GrowthRow row = growth.by(grouping).stream()
                .filter(any -> any.key().equals(group.substring(group.indexOf(' ') + 1))).findFirst().orElseThrow();
            assertEquals("0 1 2, 1 survivor", row.count(0) + " " + row.count(1) + " " + row.count(2) + ", "
                + row.survivors() + " survivor", group);
        }
    }

    @Test
    void survivorsAreAddedUpByClassAndLine() {
        HeapDsl second = item(item(FIRST.then(), "i1", 2), "i2", 2);
        HeapDsl third = item(second.then(), "i3", 3);
        HeapDsl fourth = third.then();

        List<SurvivorSite> sites = growth(FIRST, second, third, fourth).bySite();

        assertEquals(1, sites.size());
        assertEquals("Item", sites.get(0).className());
        assertEquals("item.rb:7", sites.get(0).site());
        assertEquals(3, sites.get(0).count());
        assertEquals(2, sites.get(0).count(1));
        assertEquals(1, sites.get(0).count(2));
        assertEquals(120, sites.get(0).memsize());
    }

    @Test
    void theSlopeCountsFromWhatWasThereAtFirst() {
        HeapDsl first = item(item(FIRST.then(), "i1", 1), "i2", 1);
        HeapDsl second = item(first.then(), "i3", 2);
        HeapDsl third = item(item(item(second.then(), "i4", 3), "i5", 3), "i6", 3);

        GrowthRow item = growth(first, second, third).byClass().get(0);

        assertEquals("Item", item.key());
        assertEquals(2, item.slope());
        assertEquals(80, item.memsizeSlope());
    }

    @Test
    void survivorsOfOneLineAndSeveralClassesOrTheOtherWayRoundAreApart() {
        HeapDsl second = item(FIRST.then(), "i1", 2).string("s1", "").generation(2).allocatedAt("item.rb", 7, "make")
            .heldBy("all").string("s2", "").generation(2).allocatedAt("item.rb", 8, "make").heldBy("all");
        HeapDsl third = second.then();

        Set<String> sites = new TreeSet<>();
        growth(FIRST, second, third).bySite().forEach(site ->
            sites.add(site.className() + " " + site.site() + " " + site.count()));

        assertEquals(Set.of("Item item.rb:7 1", "STRING item.rb:7 1", "STRING item.rb:8 1"), sites);
    }

    @Test
    void theHolderOfTheSurvivorsIsFoundWithWhatHangsOnIt() {
        HeapDsl second = item(FIRST.then(), "i1", 2).string("s1", "").generation(2).heldBy("i1");
        HeapDsl third = item(second.then(), "i2", 3);

        SurvivorHolders holders = growth(FIRST, second, third).holders(Task.UNWATCHED);

        assertEquals(1, holders.rows().size());
        SurvivorHolders.Row all = holders.rows().get(0);
        assertEquals(1, all.held());
        assertEquals(1, all.held(1));
        assertEquals(1, all.held(2));
        assertEquals(2, all.keepAlive());
        assertEquals(1, holders.border().edgesAcross());
    }

    @Test
    void holdersOnWhichMostSurvivorsHangComeFirst() {
        HeapDsl first = FIRST.then().array("few").heldBy("Store").generation(1).array("many").heldBy("Store")
            .generation(1);
        HeapDsl second = first.then().string("f1", "").generation(2).heldBy("few");
        for (String symbol : List.of("m1", "m2", "m3")) {
            second.string(symbol, "").generation(2).heldBy("many");
        }
        HeapDsl third = second.then();

        Growth growth = growth(first, second, third);
        List<SurvivorHolders.Row> rows = growth.holders(Task.UNWATCHED).rows();

        assertEquals(List.of(id(growth, third, "many"), id(growth, third, "few")),
            List.of(rows.get(0).object(), rows.get(1).object()));
        assertEquals(3, rows.get(0).held());
    }

    @Test
    void withoutAGenerationAnotherClassAtTheAddressIsAnotherObject() {
        HeapDsl first = FIRST.then().string("old", "").heldBy("all").array("kept").heldBy("all");
        HeapDsl second = first.then().remove("old").object("new").ofClass("Item").atAddressOf("old").heldBy("all");
        HeapDsl third = second.then();

        Growth growth = growth(first, second, third);

        assertEquals(Set.of(third.identity("new")), identities(growth.heap(), growth.survivors()));
        assertEquals(1, growth.toldApartByClass());
        assertEquals(4, growth.byAddress());
    }

    @Test
    void anObjectThatWasGoneForAWhileShowsThatTheDumpsAreInDisorder() {
        HeapDsl second = item(FIRST.then(), "i1", 2);

        assertEquals(1, growth(second, FIRST, second).interrupted());
        assertEquals(0, growth(FIRST, second, second).interrupted());
    }

    @Test
    void twoDumpsAreNoRow() {
        Heap heap = Loading.load(FIRST);
        List<DumpSummary> one = List.of(DumpSummary.of(heap));
        assertThrows(IllegalArgumentException.class, () -> Growth.of(one, heap, Task.UNWATCHED));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void agreesWithSetArithmetic(long seed) {
        Random random = new Random(seed);
        boolean isTraced = random.nextBoolean();
        List<HeapDsl> dumps = new ArrayList<>();
        dumps.add(grown(FIRST.then(), random, 0, isTraced));
        for (int dump = 1; dump < 3 + random.nextInt(3); dump++) {
            dumps.add(grown(dumps.get(dump - 1).then(), random, dump, isTraced));
        }
        Oracle last = Oracle.of(dumps.get(dumps.size() - 1));
        Growth growth = growth(dumps.toArray(new HeapDsl[0]));

        List<Set<String>> known = new ArrayList<>();
        dumps.forEach(dump -> known.add(known(Oracle.of(dump))));
        for (int cohort = 0; cohort < dumps.size(); cohort++) {
            Set<String> expected = new TreeSet<>(known.get(dumps.size() - 1));
            for (int dump = cohort; dump < dumps.size(); dump++) {
                expected.retainAll(known.get(dump));
            }
            if (cohort > 0) {
                expected.removeAll(known.get(cohort - 1));
            }
            Set<String> found = new TreeSet<>();
            growth.cohortMembers(cohort).forEach(object -> found.add(known(last, growth.heap().identity(object))));
            assertEquals(expected, found, "seed " + seed + ", cohort " + cohort);
        }
        if (isTraced) {
            DiffOracle change = Oracle.of(dumps.get(dumps.size() - 2)).since(Oracle.of(dumps.get(0)));
            Set<String> stayed = new HashSet<>(change.newObjects());
            stayed.retainAll(last.objects());
            stayed.removeAll(last.roots());
            assertEquals(stayed, identities(growth.heap(), growth.survivors()), "seed " + seed);
            assertEquals(0, growth.interrupted(), "seed " + seed);
        }
    }

    private static HeapDsl grown(HeapDsl heap, Random random, int round, boolean isTraced) {
        List<String> gone = new ArrayList<>();
        for (String symbol : heap.symbols()) {
            if (symbol.startsWith("o") && random.nextInt(4) == 0) {
                gone.add(symbol);
            }
        }
        heap.remove(gone.toArray(new String[0]));
        for (int i = 0; i < 40; i++) {
            String symbol = "o" + round + "_" + i;
            heap.object(symbol).heldBy("all");
            if (random.nextBoolean()) {
                heap.ofClass("Item");
            }
            if (isTraced || random.nextBoolean()) {
                heap.generation(10 + round);
            }
            if (i < gone.size() && random.nextBoolean()) {
                heap.atAddressOf(gone.get(i));
            }
        }
        return heap;
    }

    private static Set<String> known(Oracle dump) {
        Set<String> known = new HashSet<>();
        dump.objects().stream().filter(object -> !dump.type(object).equals("ROOT"))
            .forEach(object -> known.add(known(dump, object)));
        return known;
    }

    /** Identity, and without a generation type and class too. */
    private static String known(Oracle dump, String object) {
        return object.contains(":") ? object : object + " " + dump.type(object) + " " + dump.className(object);
    }

    private static HeapDsl item(HeapDsl heap, String symbol, int generation) {
        return heap.object(symbol).ofClass("Item").memsize(40).generation(generation).allocatedAt("item.rb", 7, "new")
            .heldBy("all");
    }

    private static Growth growth(HeapDsl... dumps) {
        List<DumpSummary> earlier = new ArrayList<>();
        for (int dump = 0; dump < dumps.length - 1; dump++) {
            earlier.add(DumpSummary.of(Loading.load(dumps[dump])));
        }
        return Growth.of(earlier, Loading.load(dumps[dumps.length - 1]), Task.UNWATCHED);
    }

    private static int id(Growth growth, HeapDsl dump, String symbol) {
        return Identities.find(growth.heap(), dump.identity(symbol));
    }

    private static Set<String> identities(Heap heap, NodeSet objects) {
        Set<String> identities = new HashSet<>();
        objects.forEach(object -> identities.add(heap.identity(object)));
        return identities;
    }
}
