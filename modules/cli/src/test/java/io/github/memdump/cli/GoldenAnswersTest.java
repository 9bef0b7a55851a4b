package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.HistogramRow;
import io.github.memdump.testing.JsonTree;
import io.github.memdump.testing.Oracle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Everything that the golden answers cover over references alone, by way of the command line; for those over held
 * classes see {@link HeldClassesTest}.
 */
class GoldenAnswersTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void stats(GoldenDumps golden) {
        assertSummary(golden.answer().tree("before_summary"),
            CommandRun.of("stats", "--by", "type", "--json", golden.before()).json());
        assertSummary(golden.answer().tree("after_summary"),
            CommandRun.of("stats", "--by", "type", "--json", golden.after()).json());
    }

    private static void assertSummary(JsonTree answer, JsonTree stats) {
        Map<String, Long> types = counts(stats);
        assertAll(
            () -> assertEquals(answer.number("records"), stats.number("objects")),
            () -> assertEquals(answer.number("edges_as_set"), stats.number("references")),
            () -> assertEquals(answer.number("edges_as_list"),
                stats.number("references") + stats.number("duplicate_references")),
            () -> assertEquals(answer.number("with_generation"), stats.number("with_generation")),
            () -> assertEquals(answer.number("memsize"), stats.number("memsize")),
            () -> assertEquals(answer.number("lines"), stats.number("lines")),
            () -> assertEquals(types.get("ROOT"), stats.number("roots")),
            () -> assertEquals(answer.numbers("types"), types),
            () -> assertEquals(Map.of(), stats.numbers("issues")));
    }

    @ParameterizedTest
    @EnumSource
    void statsByClass(GoldenDumps golden) {
        JsonTree answer = golden.answer().tree("class_stats_after");
        JsonTree stats = CommandRun.of("stats", "--json", golden.after()).json();
        Map<String, Long> counts = counts(stats);
        Map<String, Long> bytes = new HashMap<>();
        stats.list("rows").forEach(row -> bytes.put(row.text("key"), row.number("memsize")));
        // The golden file counts by what records call their class; see the engine's test for what Ruby's is instead.
        Map<String, HistogramRow> expected = new HashMap<>();
        Oracle.of(golden.after()).rowsByClass().forEach(row -> expected.put(row.key(), row));
        int same = 0;
        for (String name : answer.numbers("named").keySet()) {
            assertEquals(expected.containsKey(name) ? expected.get(name).count() : null, counts.get(name), name);
            assertEquals(expected.containsKey(name) ? expected.get(name).memsize() : null, bytes.get(name), name);
            same += answer.numbers("named").get(name).equals(counts.get(name)) ? 1 : 0;
        }
        assertTrue(same > answer.numbers("named").size() - 30, same + " of " + answer.numbers("named").size());
    }

    @ParameterizedTest
    @EnumSource
    void diff(GoldenDumps golden) {
        JsonTree answer = golden.answer();
        JsonTree diff = CommandRun.of("diff", golden.before(), golden.after(), "--json").json();
        Map<String, Long> counts = counts(diff);
        assertAll(
            () -> assertEquals(answer.number("before_summary", "records"), diff.number("before_objects")),
            () -> assertEquals(answer.number("after_summary", "records"), diff.number("after_objects")),
            () -> assertEquals(answer.number("diff", "size"), diff.number("new_objects")),
            () -> assertEquals(answer.number("diff", "gone_size"), diff.number("gone_objects")),
            () -> assertEquals(answer.number("diff", "addresses_reused_with_another_generation"),
                diff.number("reused_addresses")),
            () -> assertEquals(answer.number("diff", "without_generation"), diff.number("new_without_generation")),
            () -> assertEquals(answer.number("diff", "memsize"), diff.number("new_memsize")),
            () -> assertEquals("generation", diff.text("identity")),
            () -> assertEquals(0, diff.list("warnings").size()));
        answer.numbers("diff", "classes").forEach((name, count) -> assertEquals(count, counts.get(name), name));
    }

    @ParameterizedTest
    @EnumSource
    void border(GoldenDumps golden) {
        JsonTree answer = golden.answer();
        JsonTree border = CommandRun.of("border", golden.before(), golden.after(), "--json",
            "--plain-references").json();
        assertAll(
            () -> assertEquals(answer.number("diff", "size"), border.number("new_objects")),
            () -> assertEquals(answer.number("interface", "self_border"), border.number("old_border")),
            () -> assertEquals(answer.number("interface", "diff_border"), border.number("new_border")),
            () -> assertEquals(answer.number("interface", "edges_across"), border.number("edges_across")));
        Map<String, JsonTree> rows = new HashMap<>();
        border.list("rows").forEach(row -> rows.put(row.text("object"), row));
        assertEquals(answer.list("keepalive", "rows").size(), rows.size());
        for (JsonTree expected : answer.list("keepalive", "rows")) {
            JsonTree row = rows.get(expected.text("0"));
            assertEquals(expected.number("1"), row.number("keepalive_count"), expected.text("0"));
            assertEquals(expected.number("2"), row.number("keepalive_new_count"), expected.text("0"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void dominators(GoldenDumps golden) {
        JsonTree answer = golden.answer().tree("dominators_references");
        JsonTree all = CommandRun.of("dominators", golden.after(), "--json", "--plain-references").json();
        assertEquals(answer.number("reachable"), all.number("reachable"));
        assertEquals(golden.answer().number("roots_of_diff", "unreachable_records"), all.number("unreachable"));
        assertEquals(answer.number("reachable"), all.list("rows").size());
        List<JsonTree> top = CommandRun.of("dominators", golden.after(), "--json", "--top", "60",
            "--plain-references").json().list("rows");
        List<JsonTree> expected = answer.list("top_by_retained_memsize");
        assertEquals(expected.size(), top.size());
        for (int i = 0; i < top.size(); i++) {
            assertEquals(expected.get(i).text("node"), top.get(i).text("object"));
            assertEquals(expected.get(i).text("type"), top.get(i).text("type"));
            assertEquals(expected.get(i).number("retained_count"), top.get(i).number("retained_count"));
            assertEquals(expected.get(i).number("retained_memsize"), top.get(i).number("retained_size"));
            assertEquals(expected.get(i).text("idom"), top.get(i).text("dominator"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void tableOfDominators(GoldenDumps golden) {
        JsonTree answer = golden.answer().tree("dominators_references");
        List<Map<String, String>> rows = CsvRecords.of(CommandRun.of("table", golden.after(), "--plain-references",
            "--columns", "object,retained_count,retained_size,dominator").quiet());
        assertEquals(golden.answer().text("after_summary", "keys_sha256"), GoldenDumps.sha(objects(rows)));
        rows.removeIf(row -> row.get("dominator").isEmpty());
        assertEquals(answer.text("idom_sha256"), GoldenDumps.sha(rows.stream()
            .map(row -> row.get("object") + ">" + row.get("dominator")).collect(Collectors.toList())));
        assertEquals(answer.text("retained_sha256"), GoldenDumps.sha(rows.stream()
            .map(row -> row.get("object") + " " + row.get("retained_count") + " " + row.get("retained_size"))
            .collect(Collectors.toList())));
    }

    @ParameterizedTest
    @EnumSource
    void tableOfTheComparison(GoldenDumps golden) {
        JsonTree answer = golden.answer();
        List<Map<String, String>> rows = CsvRecords.of(CommandRun.of("table", golden.after(), "--before",
            golden.before(), "--plain-references",
            "--columns", "object,in_after,border,root_distance,keepalive_new_count").quiet());
        List<Map<String, String>> added = where(rows, "in_after", "1");
        assertEquals(answer.text("diff", "sha256"), GoldenDumps.sha(objects(added)));
        assertEquals(answer.text("interface", "self_border_sha256"),
            GoldenDumps.sha(objects(where(rows, "border", "old"))));
        assertEquals(answer.text("interface", "diff_border_sha256"),
            GoldenDumps.sha(objects(where(rows, "border", "new"))));
        Map<String, Long> distances = new HashMap<>();
        added.forEach(row -> distances.merge(row.get("root_distance"), 1L, Long::sum));
        Map<String, Long> expected = new HashMap<>(answer.numbers("roots_of_diff", "distance_histogram"));
        expected.put("", answer.number("roots_of_diff", "targets_unreachable"));
        assertEquals(expected, distances);
        assertEquals(answer.number("roots_of_diff", "unreachable_records"), where(rows, "root_distance", "").size());
        assertEquals(added.size(), rows.size() - where(rows, "keepalive_new_count", "").size());
    }

    @ParameterizedTest
    @EnumSource
    void theDumpOfTheDiffHoldsTheNewObjectsAndOneShortestPathToEach(GoldenDumps golden) throws Exception {
        Path out = folder.resolve("new.json.gz");
        JsonTree diff = CommandRun.of("diff", golden.before(), golden.after(), "--json", "-o", out).json();
        JsonTree answer = golden.answer().tree("roots_of_diff");
        List<Map<String, String>> rows = CsvRecords.of(CommandRun.of("table", out, "--before", golden.before(),
            "--plain-references", "--columns", "object,in_after,root_distance").quiet());
        assertEquals(diff.number("output_lines"), rows.size());
        List<Map<String, String>> added = where(rows, "in_after", "1");
        assertEquals(golden.answer().text("diff", "sha256"), GoldenDumps.sha(objects(added)));
        Map<String, Long> distances = new HashMap<>();
        added.forEach(row -> distances.merge(row.get("root_distance"), 1L, Long::sum));
        assertEquals(answer.number("targets_unreachable"), distances.remove(""));
        assertEquals(answer.numbers("distance_histogram"), distances);
        assertFalse(rows.size() - answer.number("targets_unreachable") > answer.number("all_shortest_paths_nodes"));
    }

    private static Map<String, Long> counts(JsonTree histogram) {
        Map<String, Long> counts = new HashMap<>();
        histogram.list("rows").forEach(row -> counts.put(row.text("key"), row.number("count")));
        return counts;
    }

    private static List<Map<String, String>> where(List<Map<String, String>> rows, String column, String value) {
        return rows.stream().filter(row -> row.get(column).equals(value)).collect(Collectors.toCollection(
            ArrayList::new));
    }

    private static Collection<String> objects(List<Map<String, String>> rows) {
        Set<String> objects = rows.stream().map(row -> row.get("object")).collect(Collectors.toCollection(
            HashSet::new));
        assertEquals(rows.size(), objects.size());
        return objects;
    }
}
