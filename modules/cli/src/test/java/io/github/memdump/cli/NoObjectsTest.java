package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.JsonTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no object of the program is none: slots, inclusions, the dump's own; singletons go under their class. */
class NoObjectsTest {
    @TempDir
    private Path folder;

    private String write(String name, HeapDsl dump) throws IOException {
        return dump.writeTo(folder.resolve(name)).toString();
    }

    private static Map<String, Long> rows(JsonTree answer, String key, String count) {
        Map<String, Long> rows = new HashMap<>();
        answer.list("rows").forEach(row -> rows.put(row.text(key), row.number(count)));
        return rows;
    }

    private static HeapDsl classes() {
        return HeapDsl.heap().root("vm", "Class", "Object", "Array", "list").root("machine_context")
            .klass("Class").ofClass("Class").klass("Object").ofClass("Class").klass("Array").ofClass("Class")
            .array("list").ofClass("Array").memsize(40).heldBy("Object");
    }

    /** Of a full dump 500 strings became free slots, and three new ones came. */
    private String[] full() throws IOException {
        HeapDsl before = classes();
        for (int i = 0; i < 500; i++) {
            before.string("t" + i, "t").ofClass("Object").memsize(40).generation(1);
        }
        HeapDsl after = before.then();
        for (int i = 0; i < 500; i++) {
            after.remove("t" + i).record("slot " + i, i == 7 ? "ZOMBIE" : i == 8 ? "MOVED" : "NONE");
        }
        for (int i = 0; i < 3; i++) {
            after.string("new " + i, "s").ofClass("Object").memsize(40).generation(4).heldBy("list");
        }
        return new String[] {write("before.json", before), write("after.json", after)};
    }

    @Test
    void slotsAreNeitherNewNorGarbageNorInAnyRow() throws IOException {
        String[] dumps = full();
        JsonTree stats = CommandRun.of("stats", dumps[1], "--json").json();
        assertEquals(9, stats.number("objects"));
        assertEquals(500, stats.number("slots"));
        assertEquals(Map.of("Object", 3L, "Class", 3L, "ROOT", 2L, "Array", 1L), rows(stats, "key", "count"));
        String text = CommandRun.of("stats", dumps[1]).out();
        assertTrue(text.contains("beside them 500 free slots, which are no objects: 498 NONE, 1 ZOMBIE, 1 MOVED\n"),
            text);
        JsonTree diff = CommandRun.of("diff", dumps[0], dumps[1], "--json").json();
        assertEquals(3, diff.number("new_objects"));
        assertEquals(500, diff.number("gone_objects"));
        assertEquals(0, diff.list("warnings").size());
        assertTrue(CommandRun.of("unreachable", dumps[1]).out().contains("garbage       0 objects"));
        assertEquals(0, CommandRun.of("report", dumps[0], dumps[1], "-o", folder.resolve("r").toString(),
            "--fail-if", "new_count > 100").code());
        assertEquals(10, CommandRun.of("table", dumps[1], "--columns", "object").out().lines().count());
    }

    @Test
    void slotsDoNotGrow() throws IOException {
        String[] dumps = full();
        Path third = Files.copy(Path.of(dumps[1]), folder.resolve("third.json"));
        JsonTree growth = CommandRun.of("growth", dumps[0], dumps[1], third, "--json").json();
        assertEquals(3, growth.number("survivors"));
        assertEquals(120, growth.number("survivors_memsize"));
        assertFalse(growth.list("rows").stream().anyMatch(row -> row.text("key").equals("NONE")));
    }

    @Test
    void singletonsGoUnderTheirClassInEveryCommand() throws IOException {
        HeapDsl before = classes().klass("Req").ofClass("Class").heldBy("vm");
        HeapDsl after = before.then();
        for (int i = 0; i < 42; i++) {
            after.object("r" + i).ofClass("Req").memsize(40).generation(5).allocatedAt("app.rb", 9, "new")
                .heldBy("list").singletonClass("s" + i, "r" + i).ofClass("Class").with("real_class_name", "Req")
                .generation(5);
        }
        String[] dumps = {write("before.json", before), write("after.json", after)};
        JsonTree stats = CommandRun.of("stats", "--where", "class = Req", dumps[1], "--json").json();
        assertEquals(Map.of("Req", 42L), rows(stats, "key", "count"));
        assertEquals(42L, rows(CommandRun.of("diff", dumps[0], dumps[1], "--json").json(), "key", "count").get("Req"));
        assertEquals(42L, rows(CommandRun.of("consumers", dumps[1], "--json").json(), "key", "count").get("Req"));
        assertEquals(43, CommandRun.of("table", "--where", "class = Req", "--columns", "class", dumps[1]).out()
            .lines().count());
        assertEquals(3, CommandRun.of("report", dumps[0], dumps[1], "-o", folder.resolve("r").toString(),
            "--fail-if", "new_count(class = Req) > 41").code());
    }

    @Test
    void anInclusionIsARowOfItsOwn() throws IOException {
        String dump = write("iclass.json", classes().module("Helper").ofClass("Class").heldBy("vm")
            .record("inclusion", "ICLASS").ofClass("Helper").memsize(40).heldBy("Object"));
        Map<String, Long> rows = rows(CommandRun.of("stats", dump, "--json").json(), "key", "count");
        assertEquals(1L, rows.get("ICLASS"));
        assertFalse(rows.containsKey("Helper"));
        assertEquals(0, CommandRun.of("stats", dump, "--where", "class = Helper", "--json").json()
            .number("selected"));
    }

    private HeapDsl dumping(HeapDsl before, String name, int generation) {
        return before.then().data("block " + name, "proc").memsize(80).generation(generation)
            .allocatedAt("(eval)", 6, "initialize")
            .record("file " + name, "FILE").ofClass("Object").memsize(8432).generation(generation)
            .allocatedAt("(eval)", 12, "open").heldBy("machine_context")
            .data("thread " + name, "VM/thread").ofClass("Thread").memsize(1 << 20).generation(generation)
            .allocatedAt("(eval)", 6, "new").refers("block " + name, "file " + name).heldBy("ractor");
    }

    /** A program that leaks 300 objects, dumped twice by a thread of the dump. */
    private String[] dumped() throws IOException {
        HeapDsl process = classes().klass("Thread").ofClass("Class").heldBy("vm").klass("Tok").ofClass("Class")
            .heldBy("vm").data("ractor", "ractor").heldBy("vm").data("main", "VM/thread").ofClass("Thread")
            .memsize(1 << 20).heldBy("ractor");
        HeapDsl later = process.then();
        for (int i = 0; i < 300; i++) {
            later.object("t" + i).ofClass("Tok").memsize(40).generation(12).allocatedAt("leak.rb", 7, "new")
                .heldBy("list");
        }
        return new String[] {write("before.json", dumping(process, "one", 11)),
            write("after.json", dumping(later, "two", 13))};
    }

    @Test
    void whatTheDumpMadeIsNamedAndNoLeak() throws IOException {
        String[] dumps = dumped();
        String before = dumps[0];
        String after = dumps[1];
        JsonTree suspects = CommandRun.of("suspects", after, before, "--json").json();
        assertEquals(1, suspects.list("rows").size());
        JsonTree diff = CommandRun.of("diff", before, after, "--json").json();
        assertEquals(303, diff.number("new_objects"));
        assertEquals(3, diff.number("own_objects"));
        assertEquals((1 << 20) + 8432 + 80, diff.number("own_memsize"));
        String text = CommandRun.of("diff", before, after).out();
        assertTrue(text.contains("  the dump itself made 3 of the new objects (file 8.2 KiB, thread 1.0 MiB,"
            + " block 80 B): no suspect and no budget counts them, and only --where lists"
            + " them\n"), text);
        assertEquals(0, CommandRun.of("report", before, after, "-o", folder.resolve("r").toString(),
            "--fail-if", "new_memsize > 500k").code());
        assertFalse(text.contains("  Thread\n"), text);
        assertTrue(CommandRun.of("diff", before, after, "--where", "class = Thread").out().contains("  Thread\n"));
        assertEquals(1L, rows(CommandRun.of("consumers", after, "--json").json(), "key", "count").get("Thread"));
    }

    @Test
    void theReportAccusesNothingThatTheDumpMade() throws IOException {
        String[] dumps = dumped();
        Path report = folder.resolve("r");
        String text = CommandRun.of("report", dumps[0], dumps[1], "-o", report).out();
        assertTrue(text.contains("gather in Array of class Object: Tok ×300, allocated at leak.rb:7."
            + " 300 new objects (11.7 KiB)"), text);
        assertTrue(text.contains("Besides, the dump itself made 3 new objects: file 8.2 KiB, thread 1.0 MiB, block"
            + " 80 B."), text);
        assertFalse(text.contains("ractor"), text);
        JsonTree json = JsonTree.read(Files.readString(report.resolve("report.json")));
        assertEquals(303, json.number("new_objects"));
        assertEquals(3, json.number("own_objects"));
        assertEquals(1, json.list("holders").size());
        assertEquals(300, json.list("holders").get(0).number("new_objects"));
        assertFalse(json.list("classes").stream().anyMatch(row -> row.text("class").equals("Thread")));
        assertEquals(302, json.list("border").size(), "one row an object of the border");
        String picture = Files.readString(report.resolve("leak.gexf"));
        assertTrue(picture.contains("Tok"), picture);
    }

    @Test
    void theBorderListsWhatTheDumpMadeOnlyForMachinesAndOnRequest() throws IOException {
        String[] dumps = dumped();
        String text = CommandRun.of("border", dumps[0], dumps[1], "--top", "1").out();
        assertTrue(text.contains("  Tok "), text);
        String asked = CommandRun.of("border", dumps[0], dumps[1], "--where", "class = Thread").out();
        assertTrue(asked.contains("  Thread (the dump's own thread)  "), asked);
        assertEquals(302, CommandRun.of("border", dumps[0], dumps[1], "--json").json().list("rows").size());
    }
}
