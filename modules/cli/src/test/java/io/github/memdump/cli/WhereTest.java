package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.JsonTree;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhereTest {
    private static final GoldenDumps GOLDEN = GoldenDumps.RUBY_3_4;

    private static List<Map<String, String>> table(Object... arguments) {
        return CsvRecords.of(CommandRun.of(arguments).quiet());
    }

    private static Map<String, Long> counts(JsonTree told) {
        return told.list("rows").stream().collect(Collectors.toMap(row -> row.text("key"), row -> row.number("count")));
    }

    @Test
    void statsCountOnlyTheObjectsOfTheSelection() {
        JsonTree all = CommandRun.of("stats", GOLDEN.after(), "--json").json();
        JsonTree some = CommandRun.of("stats", GOLDEN.after(), "--json", "--where", "class =~ /^Leak::/").json();
        Map<String, Long> expected = counts(all);
        expected.keySet().removeIf(name -> !name.startsWith("Leak::"));
        assertEquals(expected, counts(some));
        assertEquals(expected.values().stream().mapToLong(Long::longValue).sum(), some.number("selected"));
        assertEquals(all.number("objects"), some.number("objects"));
        assertTrue(CommandRun.of("stats", GOLDEN.after(), "--where", "root").quiet().contains("selected: 3 objects"));
    }

    @Test
    void tableHasARowForEachObjectOfTheSelection() {
        List<Map<String, String>> all = table("table", GOLDEN.after(), "--before", GOLDEN.before(), "--columns",
            "object,type,in_after,retained_size");
        List<Map<String, String>> some = table("table", GOLDEN.after(), "--before", GOLDEN.before(), "--columns",
            "object,type,in_after,retained_size", "--where", "new and type = HASH and retained_size > 200");
        all.removeIf(row -> !row.get("in_after").equals("1") || !row.get("type").equals("HASH")
            || row.get("retained_size").isEmpty() || Long.parseLong(row.get("retained_size")) <= 200);
        assertEquals(all, some);
        assertTrue(some.size() > 10);
    }

    @Test
    void diffCountsAndWritesOnlyNewObjectsOfTheSelection() {
        JsonTree all = CommandRun.of("diff", GOLDEN.before(), GOLDEN.after(), "--json").json();
        JsonTree some = CommandRun.of("diff", GOLDEN.before(), GOLDEN.after(), "--json", "--where",
            "class = Leak::Session").json();
        assertEquals(Map.of("Leak::Session", counts(all).get("Leak::Session")), counts(some));
        assertEquals(counts(all).get("Leak::Session"), some.number("selected"));
        assertEquals(all.number("new_objects"), some.number("new_objects"));
    }

    @Test
    void borderAndDominatorsListOnlyObjectsOfTheSelection() {
        JsonTree border = CommandRun.of("border", GOLDEN.before(), GOLDEN.after(), "--json").json();
        JsonTree few = CommandRun.of("border", GOLDEN.before(), GOLDEN.after(), "--json", "--where",
            "keepalive_new_count >= 12 and type = OBJECT").json();
        assertEquals(border.list("rows").stream().filter(row -> row.number("keepalive_new_count") >= 12
            && row.text("type").equals("OBJECT")).map(JsonTree::toString).collect(Collectors.toList()),
            few.list("rows").stream().map(JsonTree::toString).collect(Collectors.toList()));
        JsonTree all = CommandRun.of("dominators", GOLDEN.after(), "--json").json();
        JsonTree some = CommandRun.of("dominators", GOLDEN.after(), "--json", "--where", "type = CLASS").json();
        assertEquals(all.list("rows").stream().filter(row -> row.text("type").equals("CLASS")).map(JsonTree::toString)
            .collect(Collectors.toList()), some.list("rows").stream().map(JsonTree::toString)
                .collect(Collectors.toList()));
        assertEquals(all.number("reachable"), some.number("reachable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stats", "dominators", "select", "collapse", "cleanup", "out-degree", "gml", "parents-of"})
    void aMistakeIsPointedAtBeforeTheDumpIsRead(String command) {
        CommandRun run = CommandRun.of(command, "no such dump", "--where", "new and clas = Foo");
        assertEquals(2, run.code());
        assertEquals("", run.out());
        List<String> lines = run.err().lines().collect(Collectors.toList());
        assertEquals(3, lines.size(), run.err());
        assertTrue(lines.get(0).startsWith("memdump: --where, column 9: There is no column \"clas\""), run.err());
        assertTrue(lines.get(0).contains("Did you mean class?"), run.err());
        assertEquals("  new and clas = Foo", lines.get(1));
        assertEquals("          ^", lines.get(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stats", "dominators", "select", "cleanup", "out-degree", "gml"})
    void whatNeedsAnEarlierDumpSaysSo(String command) {
        CommandRun run = CommandRun.of(command, "no such dump", "--where", "type = HASH and border");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("--where, column 17: This needs an earlier dump"), run.err());
        assertTrue(run.err().contains("--before BEFORE"), run.err());
    }

    @Test
    void anEarlierDumpTellsNewObjectsInAnyCommand() {
        JsonTree stats = CommandRun.of("stats", GOLDEN.after(), "--before", GOLDEN.before(), "--where", "new",
            "--json").json();
        assertEquals(GOLDEN.answer().number("diff", "size"), stats.number("selected"));
        JsonTree select = CommandRun.of("select", GOLDEN.after(), "--before", GOLDEN.before(), "--where",
            "border = new", "--json").json();
        assertEquals(GOLDEN.answer().number("interface", "diff_border"), select.number("objects"));
    }

    @ParameterizedTest
    @CsvSource({"class = Leak::Sesion, Leak::Session", "class = Session, Leak::Session", "type = string, STRING",
        "class in (Leak::Sesion), Leak::Session", "new or not class = leak::session, Leak::Session"})
    void aMisspeltClassIsToldWithTheNearest(String selection, String meant) {
        CommandRun run = CommandRun.of("stats", GOLDEN.after(), "--before", GOLDEN.before(), "--where", selection,
            "--json");
        assertTrue(run.err().contains("Did you mean " + meant + "?"), run.err());
        assertTrue(run.json().list("warnings").toString().contains(meant));
    }
}
