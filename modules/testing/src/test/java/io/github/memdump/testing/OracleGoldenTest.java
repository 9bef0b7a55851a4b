package io.github.memdump.testing;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The oracle against the answers that came with the golden dumps; over plain references but for the last test. */
class OracleGoldenTest {
    private static final Map<GoldenDumps, Oracle> BEFORE = new HashMap<>();
    private static final Map<GoldenDumps, Oracle> AFTER = new HashMap<>();

    @BeforeEach
    void read() {
        for (GoldenDumps golden : GoldenDumps.values()) {
            BEFORE.computeIfAbsent(golden, g -> Oracle.of(g.before()));
            AFTER.computeIfAbsent(golden, g -> Oracle.of(g.after()).overPlainReferences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void countsAgree(GoldenDumps golden) {
        assertCounts(golden.answer().tree("before_summary"), BEFORE.get(golden));
        assertCounts(golden.answer().tree("after_summary"), AFTER.get(golden));
        Map<String, Long> named = golden.answer().numbers("class_stats_after", "named");
        Map<String, Long> rows = new HashMap<>();
        AFTER.get(golden).rowsByRecordedClass().forEach(row -> rows.put(row.key(), row.count()));
        named.forEach((name, count) -> assertEquals(count, rows.remove(name), name));
        assertEquals(golden.answer().number("class_stats_after", "unnamed_classes"), rows.size());
        assertEquals(golden.answer().number("class_stats_after", "records_of_unnamed_classes"),
            rows.values().stream().mapToLong(count -> count).sum());
    }

    private static void assertCounts(JsonTree summary, Oracle oracle) {
        Map<String, Long> types = new HashMap<>();
        oracle.rowsByType().forEach(row -> types.put(row.key(), row.count()));
        assertAll(
            () -> assertEquals(summary.number("records"), oracle.objects().size()),
            () -> assertEquals(summary.number("edges_as_set"), oracle.references()),
            () -> assertEquals(summary.number("edges_as_list"), oracle.references() + oracle.duplicateReferences()),
            () -> assertEquals(summary.number("dangling_targets"), oracle.danglingTargets().size()),
            () -> assertEquals(summary.number("with_generation"), oracle.withGeneration()),
            () -> assertEquals(summary.number("memsize"), oracle.memsize()),
            () -> assertEquals(summary.numbers("types"), types),
            () -> assertEquals(summary.text("keys_sha256"), GoldenDumps.sha(oracle.objects())));
    }

    @ParameterizedTest
    @EnumSource
    void diffAndBorderAgree(GoldenDumps golden) {
        DiffOracle diff = AFTER.get(golden).since(BEFORE.get(golden));
        JsonTree answer = golden.answer().tree("diff");
        JsonTree border = golden.answer().tree("interface");
        assertAll(
            () -> assertSet(answer, "size", "sha256", diff.newObjects()),
            () -> assertEquals(answer.number("gone_size"), diff.goneObjects().size()),
            () -> assertEquals(answer.number("memsize"), diff.newMemsize()),
            () -> assertEquals(answer.number("without_generation"), diff.newWithoutGeneration().size()),
            () -> assertEquals(answer.number("addresses_reused_with_another_generation"),
                diff.reusedAddresses().size()),
            () -> assertSet(border, "self_border", "self_border_sha256", diff.oldBorder()),
            () -> assertSet(border, "diff_border", "diff_border_sha256", diff.newBorder()),
            () -> assertEquals(border.number("edges_across"), diff.edgesAcross()));
    }

    @ParameterizedTest
    @EnumSource
    void keepAliveAgreesForEveryBorderObject(GoldenDumps golden) {
        DiffOracle diff = AFTER.get(golden).since(BEFORE.get(golden));
        List<JsonTree> rows = golden.answer().list("keepalive", "rows");
        assertEquals(diff.newBorder().size(), rows.size());
        for (JsonTree row : rows) {
            String object = row.text("0");
            assertEquals(row.number("1"), diff.keepaliveCount(object), object);
            assertEquals(row.number("2"), diff.keepaliveNewCount(object), object);
        }
    }

    @ParameterizedTest
    @EnumSource
    void distancesAgree(GoldenDumps golden) {
        Oracle after = AFTER.get(golden);
        JsonTree answer = golden.answer().tree("roots_of_diff");
        Map<String, Integer> distances = after.rootDistances();
        assertEquals(answer.number("reachable_nodes_from_roots"), distances.size());
        Set<String> found = after.since(BEFORE.get(golden)).newObjects();
        Map<String, Long> histogram = new HashMap<>();
        found.stream().filter(distances::containsKey)
            .forEach(object -> histogram.merge(distances.get(object).toString(), 1L, Long::sum));
        assertEquals(answer.numbers("distance_histogram"), histogram);
        assertSet(answer, "all_shortest_paths_nodes", "all_shortest_paths_sha256", after.onShortestPathsTo(found));
    }

    @ParameterizedTest
    @EnumSource
    void dominatorsAgree(GoldenDumps golden) {
        DominatorOracle dominators = AFTER.get(golden).dominators();
        JsonTree answer = golden.answer().tree("dominators_references");
        List<String> edges = new ArrayList<>();
        List<String> retained = new ArrayList<>();
        dominators.dominators().forEach((object, dominator) -> {
            edges.add(object + ">" + dominator);
            retained.add(object + " " + dominators.retainedCounts().get(object) + " "
                + dominators.retainedSizes().get(object));
        });
        assertSet(answer, "reachable", "idom_sha256", edges);
        assertEquals(answer.text("retained_sha256"), GoldenDumps.sha(retained));
    }

    @ParameterizedTest
    @EnumSource
    void theCommonCleanupAgrees(GoldenDumps golden) {
        CleanupOracle cleanup = AFTER.get(golden).commonCleanup();
        JsonTree answer = golden.answer().tree("common_cleanup");
        List<String> edges = new ArrayList<>();
        cleanup.graph().forEach((object, targets) -> targets.forEach(target -> edges.add(object + ">" + target)));
        assertEquals(answer.number("removed_weakref"), cleanup.removed().size());
        assertEquals(answer.number("collapsed"), cleanup.collapsed().size());
        assertSet(answer, "remaining", "nodes_sha256", cleanup.graph().keySet());
        assertSet(answer, "edges_after", "edges_sha256", edges);
    }

    @ParameterizedTest
    @EnumSource
    void agreesOverHeldClassesToo(GoldenDumps golden) {
        Oracle after = Oracle.of(golden.after());
        DiffOracle diff = after.since(BEFORE.get(golden));
        DominatorOracle dominators = after.dominators();
        JsonTree answer = golden.answer().tree("references_and_held_classes");
        assertEquals(answer.number("edges_added"), edges(after) - edges(AFTER.get(golden)));
        assertEquals(answer.number("old_border"), diff.oldBorder().size());
        assertSet(answer, "new_border", "new_border_sha256", diff.newBorder());
        assertEquals(answer.number("edges_across"), diff.edgesAcross());
        for (JsonTree row : answer.list("keepalive_rows")) {
            String object = row.text("0");
            assertEquals(row.number("1"), diff.keepaliveCount(object), object);
            assertEquals(row.number("2"), diff.keepaliveNewCount(object), object);
        }
        Map<String, Integer> distances = after.rootDistances();
        assertEquals(answer.number("reachable"), distances.size());
        assertEquals(answer.number("distance_sum_of_new"), diff.newObjects().stream()
            .mapToLong(object -> distances.getOrDefault(object, 0)).sum());
        List<String> tree = new ArrayList<>();
        dominators.dominators().forEach((object, dominator) -> tree.add(object + ">" + dominator));
        assertSet(answer, "reachable", "idom_sha256", tree);
    }

    private static long edges(Oracle oracle) {
        return oracle.graph().values().stream().mapToLong(Set::size).sum();
    }

    private static void assertSet(JsonTree answer, String size, String sha, Collection<String> actual) {
        assertEquals(answer.number(size), actual.size());
        assertEquals(answer.text(sha), GoldenDumps.sha(actual));
    }
}
