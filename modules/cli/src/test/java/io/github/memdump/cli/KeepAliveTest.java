package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.testing.DiffOracle;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.JsonTree;
import io.github.memdump.testing.Oracle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepAliveTest {
    @TempDir
    private Path folder;

    private Path small() throws IOException {
        return HeapDsl.heap().root("vm", "store").object("store").klass("Store").heldBy("store").object("kept")
            .heldBy("Store").object("part").heldBy("store").writeTo(folder.resolve("small.json"));
    }

    @Test
    void ranksAllObjectsWithTheirCounts() throws IOException {
        JsonTree json = CommandRun.of("keepalive", small(), "--json").json();
        assertEquals(5, json.number("objects"));
        assertEquals("[5, 4, 2, 1, 1]", counts(json, "keepalive_count"));
        assertEquals("vm", json.list("rows").get(0).text("object"));
        assertEquals("true", json.at("keepalive_count", "exact").toString());
        assertEquals(0, json.number("keepalive_count", "estimated"));
        assertEquals(0, json.list("rows").get(0).number("keepalive_estimated"));
        assertEquals("[5, 4]", counts(CommandRun.of("keepalive", small(), "--json", "--top", "2").json(),
            "keepalive_count"));
    }

    @Test
    void stopsWhereItIsTold() throws IOException {
        JsonTree json = CommandRun.of("keepalive", small(), "--json", "--stop-at", "class,iMemo").json();
        assertEquals("[4, 3, 1, 1, 1]", counts(json, "keepalive_count"));
        assertEquals("[CLASS, IMEMO]", json.tree("stop_at").toString());
        String text = CommandRun.of("keepalive", small(), "--stop-at", "class").quiet();
        assertTrue(text.contains("walks stop at CLASS"), text);
        assertTrue(CommandRun.of("dominators", small(), "--stop-at", "class").quiet().contains("walks stop at CLASS"));
        CommandRun.of("keepalive", small(), "--stop-at", "clas").fails(2, "class, module, iclass, imemo", "--help");
    }

    @Test
    void theTableAndTheBorderStopToo() throws IOException {
        List<Map<String, String>> rows = CsvRecords.of(CommandRun.of("table", small(), "--columns",
            "type,object,keepalive_count,retained_count", "--stop-at", "class").quiet());
        Map<String, String> store = rows.stream().filter(row -> row.get("type").equals("CLASS")).findFirst()
            .orElseThrow();
        assertEquals("1", store.get("keepalive_count"));
        assertEquals("2", store.get("retained_count"));
        GoldenDumps golden = GoldenDumps.RUBY_3_4;
        JsonTree plain = CommandRun.of("border", golden.before(), golden.after(), "--json").json();
        JsonTree stopped = CommandRun.of("border", golden.before(), golden.after(), "--json", "--stop-at",
            "class,module,iclass,imemo").json();
        assertEquals(plain.number("new_border"), stopped.number("new_border"));
        long most = stopped.list("rows").stream().mapToLong(row -> row.number("keepalive_count")).max().orElseThrow();
        assertTrue(most * 2 < plain.list("rows").stream().mapToLong(row -> row.number("keepalive_count")).max()
            .orElseThrow(), "keeps alive " + most);
    }

    @Test
    void newObjectsAreRankedByWhatTheyReachInsideTheNewOnes() {
        GoldenDumps golden = GoldenDumps.RUBY_3_1;
        DiffOracle oracle = Oracle.of(golden.after()).since(Oracle.of(golden.before()));
        JsonTree json = CommandRun.of("keepalive", golden.after(), "--before", golden.before(), "--json").json();
        Set<String> ranked = new HashSet<>();
        long last = Long.MAX_VALUE;
        for (JsonTree row : json.list("rows")) {
            long count = row.number("keepalive_new_count");
            assertEquals(oracle.keepaliveNewCount(row.text("object")), count, row.text("object"));
            assertTrue(count <= last);
            last = count;
            ranked.add(row.text("object"));
        }
        assertEquals(oracle.newObjects(), ranked);
        assertEquals(ranked.size(), json.number("new_objects"));
    }

    @Test
    void estimatesSayThatTheyAre() throws IOException {
        Path dump = hard(2500);
        CommandRun run = CommandRun.of("keepalive", dump, "--json", "--estimate");
        JsonTree json = run.json();
        long estimated = json.list("rows").stream().filter(row -> row.number("keepalive_estimated") == 1).count();
        assertTrue(estimated > 1000, estimated + " estimates");
        assertEquals(estimated, json.number("keepalive_count", "estimated"));
        assertEquals("false", json.at("keepalive_count", "exact").toString());
        assertTrue(run.err().contains("is an estimate (standard error 6.5 %)"), run.err());
        CommandRun text = CommandRun.of("keepalive", dump, "--estimate");
        assertTrue(text.out().contains(" ~"), text.out());
        CommandRun exact = CommandRun.of("keepalive", dump, "--json", "--exact");
        assertEquals("", exact.err());
        assertEquals(0, exact.json().number("keepalive_count", "estimated"));
        assertFalse(CommandRun.of("keepalive", dump, "--exact").quiet().contains(" ~"));
        CommandRun.of("keepalive", dump, "--exact", "--estimate").fails(2, "exclude each other", "--help");
    }

    /** An acyclic heap without any order: what each object reaches is known only when it is walked to. */
    private Path hard(int objects) throws IOException {
        Random random = new Random(5);
        HeapDsl heap = HeapDsl.heap().root("vm", "o" + (objects - 1)).object("o0");
        for (int i = 1; i < objects; i++) {
            heap.object("o" + i);
            for (int j = 0; j < 3; j++) {
                heap.refers("o" + random.nextInt(i));
            }
        }
        return heap.writeTo(folder.resolve("hard.json"));
    }

    private static String counts(JsonTree json, String column) {
        return json.list("rows").stream().map(row -> row.number(column)).toList().toString();
    }
}
