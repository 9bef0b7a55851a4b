package io.github.memdump.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.memdump.Loading;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.JsonTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The engine against answers that an independent program found for real dumps, over references and held classes. */
class HeldClassesGoldenTest {
    private static final Map<GoldenDumps, Findings> LEAKS = new EnumMap<>(GoldenDumps.class);

    private static synchronized Findings leak(GoldenDumps dumps) {
        return LEAKS.computeIfAbsent(dumps, d ->
            Findings.ofLeak(Loading.load(d.before()), Loading.load(d.after()), Task.UNWATCHED));
    }

    private static JsonTree answer(GoldenDumps dumps) {
        return dumps.answer().tree("references_and_held_classes");
    }

    @ParameterizedTest
    @EnumSource(GoldenDumps.class)
    void addsAReferenceForEachObjectOfAHeldClass(GoldenDumps dumps) {
        Heap heap = leak(dumps).heap();
        assertEquals(answer(dumps).number("edges_added"), heap.references().edgeCount()
            - heap.overPlainReferences().references().edgeCount());
        assertEquals(dumps.answer().number("after_summary", "edges_as_set"), heap.facts().references());
    }

    @ParameterizedTest
    @EnumSource(GoldenDumps.class)
    void findsTheBorder(GoldenDumps dumps) {
        Border border = leak(dumps).border().orElseThrow();
        assertEquals(answer(dumps).number("old_border"), border.oldBorder().size());
        assertEquals(answer(dumps).number("new_border"), border.newBorder().size());
        assertEquals(answer(dumps).number("edges_across"), border.edgesAcross());
        List<String> identities = new ArrayList<>();
        border.newBorder().forEach(object -> identities.add(leak(dumps).heap().identity(object)));
        assertEquals(answer(dumps).text("new_border_sha256"), GoldenDumps.sha(identities));
    }

    @ParameterizedTest
    @EnumSource(GoldenDumps.class)
    void countsWhatEveryBorderObjectKeepsAlive(GoldenDumps dumps) {
        Findings leak = leak(dumps);
        List<String> expected = new ArrayList<>();
        for (JsonTree row : answer(dumps).list("keepalive_rows")) {
            expected.add(row.text("0") + " " + row.number("1") + " " + row.number("2"));
        }
        List<String> found = new ArrayList<>();
        leak.border().orElseThrow().newBorder().forEach(object -> found.add(leak.text(Column.OBJECT, object) + " "
            + leak.text(Column.KEEPALIVE_COUNT, object) + " " + leak.text(Column.KEEPALIVE_NEW_COUNT, object)));
        Collections.sort(expected);
        Collections.sort(found);
        assertEquals(expected, found);
    }

    @ParameterizedTest
    @EnumSource(GoldenDumps.class)
    void measuresDistancesFromTheRoots(GoldenDumps dumps) {
        Findings leak = leak(dumps);
        long reached = 0;
        long sum = 0;
        for (int object = 0; object < leak.heap().objectCount(); object++) {
            long distance = leak.number(Column.ROOT_DISTANCE, object);
            reached += distance == Findings.ABSENT ? 0 : 1;
            sum += distance == Findings.ABSENT || !leak.diff().orElseThrow().newObjects().contains(object) ? 0
                : distance;
        }
        assertEquals(answer(dumps).number("reachable"), reached);
        assertEquals(answer(dumps).number("distance_sum_of_new"), sum);
    }

    @ParameterizedTest
    @EnumSource(GoldenDumps.class)
    void findsDominatorsAndWhatTheyRetain(GoldenDumps dumps) {
        Findings leak = leak(dumps);
        Retained retained = leak.retained().orElseThrow();
        assertEquals(answer(dumps).number("reachable"), retained.dominators().reachableCount());
        List<String> tree = new ArrayList<>();
        List<String> figures = new ArrayList<>();
        for (int object = 0; object < leak.heap().objectCount(); object++) {
            if (retained.isReachable(object)) {
                String identity = leak.heap().identity(object);
                tree.add(identity + ">" + leak.text(Column.DOMINATOR, object));
                figures.add(identity + " " + retained.count(object) + " " + retained.size(object));
            }
        }
        assertEquals(answer(dumps).text("idom_sha256"), GoldenDumps.sha(tree));
        assertEquals(answer(dumps).text("retained_sha256"), GoldenDumps.sha(figures));
    }
}
