package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.JsonTree;
import io.github.memdump.testing.Oracle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathsTest {
    /** Two ways to the session: over the store, and over a thread and one of two arrays. */
    private static final HeapDsl HEAP = HeapDsl.heap().klass("Store").klass("Thread").klass("Session")
        .root("vm", "Store", "thread").root("machine_context", "thread")
        .hash("all").heldBy("Store").object("thread").ofClass("Thread")
        .array("a1").heldBy("thread").array("a2").heldBy("thread").object("block").heldBy("a1", "a2")
        .object("session").ofClass("Session").memsize(40).allocatedAt("shop.rb", 3, "new").heldBy("all", "block")
        .object("other").ofClass("Session").memsize(60).heldBy("all").string("lost", "secret");

    @TempDir
    private Path folder;
    private Path dump;

    @BeforeEach
    void write() throws IOException {
        dump = HEAP.writeTo(folder.resolve("heap.json"));
    }

    @Test
    void showsPathsThatShareNothingAndWhatEveryPathGoesThrough() {
        String text = CommandRun.of("paths", dump, HEAP.address("session")).quiet();

        assertTrue(text.contains("Session " + HEAP.identity("session") + ", 40 B, allocated at shop.rb:3"), text);
        assertTrue(text.contains("Path 1 of 2, 3 references"), text);
        assertTrue(text.contains("Path 2 of 2, 4 references"), text);
        assertTrue(text.contains("  * HASH " + HEAP.identity("all") + "\n"), text);
        assertTrue(text.contains("  * OBJECT " + HEAP.identity("block") + "\n"), text);
        assertTrue(text.contains("  + class Store " + HEAP.identity("Store") + "\n"), text);
        assertTrue(text.contains("  + Thread " + HEAP.identity("thread") + "\n"), text);
        assertTrue(text.contains("\nNext: "), text);
    }

    @Test
    void theSameForMachines() {
        JsonTree json = CommandRun.of("paths", "--json", dump, HEAP.address("session")).json();

        assertEquals(HEAP.identity("session"), json.text("object"));
        assertEquals(true, json.at("complete"));
        List<JsonTree> paths = json.list("paths");
        assertEquals(2, paths.size());
        assertEquals(3, paths.get(0).number("references"));
        assertEquals(List.of("vm", HEAP.identity("Store"), HEAP.identity("all"), HEAP.identity("session")),
            objects(paths.get(0)));
        assertEquals(List.of(HEAP.identity("block"), HEAP.identity("session")), objects(paths.get(1)).subList(3, 5));
        assertEquals(HEAP.identities("all", "block").stream().sorted().collect(Collectors.toList()),
            objects(json, "cut").stream().sorted().collect(Collectors.toList()));
        assertEquals(HEAP.identities("Store", "thread").stream().sorted().collect(Collectors.toList()),
            objects(json, "cut_near_roots").stream().sorted().collect(Collectors.toList()));
    }

    @Test
    void dumpAndAddressComeInEitherOrderAndRootsByName() {
        assertEquals(CommandRun.of("paths", dump, HEAP.address("other")).quiet(),
            CommandRun.of("paths", HEAP.address("other"), dump).quiet());
        assertTrue(CommandRun.of("paths", dump, "vm").quiet().contains("It is a root"));
    }

    @Test
    void aDirectReferenceFromARootIsPartOfTheCut() {
        String text = CommandRun.of("paths", dump, HEAP.address("thread")).quiet();

        assertTrue(text.contains("Path 2 of 2, 1 reference\n"), text);
        assertTrue(text.contains("  - the reference from root vm itself"), text);
        assertTrue(text.contains("  - the reference from root machine_context itself"), text);
    }

    @Test
    void pathsCanBeLedAroundTypesAndSelections() {
        for (String[] detour : new String[][] {{"--stop-at", "class"}, {"--avoid", "type = HASH"}}) {
            JsonTree json = CommandRun.of("paths", dump, HEAP.address("session"), detour[0], detour[1], "--json")
                .json();
            assertEquals(1, json.list("paths").size());
            assertTrue(objects(json.list("paths").get(0)).contains(HEAP.identity("block")));
        }
        String none = CommandRun.of("paths", dump, HEAP.address("other"), "--stop-at", "CLASS,module").quiet();
        assertTrue(none.contains("No path leads to it from a root"), none);
    }

    @Test
    void saysThatThereAreMoreThanItShows() {
        String text = CommandRun.of("paths", dump, HEAP.address("session"), "--count", "1").quiet();

        assertTrue(text.contains("Path 1 of 1 or more"), text);
        assertTrue(text.contains("There are more paths"), text);
    }

    @Test
    void pathsToManyObjectsAreMergedByClass() {
        String text = CommandRun.of("paths", dump, "--where", "class = Session").quiet();
        assertTrue(text.contains("2 objects chosen, 100 B\n"), text);
        assertTrue(text.contains("root vm"), text);
        assertTrue(text.contains("→ class Store"), text);

        JsonTree json = CommandRun.of("paths", dump, "--where", "class = Session or type = STRING", "--json").json();
        assertEquals(3, json.number("objects"));
        assertEquals(1, json.number("unreachable"));
        List<JsonTree> rows = json.list("rows");
        assertEquals(List.of("root vm", "class Store", "HASH", "Session"),
            rows.stream().map(row -> row.text("key")).collect(Collectors.toList()));
        assertEquals(2, rows.get(3).number("paths"));
        assertEquals(100, rows.get(3).number("memsize"));
        assertEquals(4, rows.get(3).number("root_distance"));
        assertEquals(1, CommandRun.of("paths", dump, "--where", "class = Session", "--json", "--top", "1").json()
            .list("rows").size());
        assertTrue(CommandRun.of("paths", dump, "--where", "class = Nothing").quiet().contains("true of no object"));
        assertTrue(CommandRun.of("paths", dump, "--where", "type = STRING").quiet().contains("they are garbage"));
    }

    @Test
    void mistakesAreToldBeforeAnythingIsRead() {
        CommandRun.of("paths", "missing.json").fails(2, "--where", "address");
        CommandRun.of("paths", "0x7f00").fails(2, "Name a dump");
        CommandRun.of("paths", "missing.json", "0x1", "--where", "new").fails(2, "Name a dump");
        CommandRun.of("paths", "missing.json", "0x1", "--count", "0").fails(2, "--count");
        CommandRun.of("paths", "missing.json", "0x1", "--avoid", "clas = X").fails(2, "--avoid", "column 1", "class");
        CommandRun mistaken = CommandRun.of("paths", "missing.json", "--where", "clas = X");
        assertEquals(2, mistaken.code());
        assertTrue(mistaken.err().contains("--where, column 1"), mistaken.err());
        CommandRun.of("paths", dump, "0x1").fails(1, "has no object 0x1");
        CommandRun.of("paths", dump, HEAP.address("other") + ":5").fails(1, "at that address there is", "Session");
    }

    @Test
    void everyPathOfARealDumpIsMadeOfItsReferences() {
        Oracle oracle = Oracle.of(GoldenDumps.RUBY_3_4.after());
        Map<String, Integer> distances = oracle.rootDistances();
        String module = oracle.objects().stream().filter(object -> oracle.type(object).equals("MODULE")
            && distances.getOrDefault(object, 0) == 3).sorted().findFirst().orElseThrow();

        JsonTree json = CommandRun.of("paths", GoldenDumps.RUBY_3_4.after(), module, "--json").json();

        assertEquals(distances.get(module) - 1, (int) json.list("paths").get(0).number("references"));
        for (JsonTree path : json.list("paths")) {
            List<String> objects = objects(path);
            assertEquals("ROOT", oracle.type(objects.get(0)));
            for (int i = 0; i + 1 < objects.size(); i++) {
                assertTrue(oracle.graph().get(objects.get(i)).contains(objects.get(i + 1)), objects.toString());
            }
        }
        assertFalse(json.list("paths").isEmpty());
    }

    @Test
    void referrersAreMergedByClassStepByStep() {
        String text = CommandRun.of("referrers", dump, "--where", "class = Session").quiet();
        assertTrue(text.contains("2 objects chosen, 100 B\n"), text);
        assertTrue(text.contains("• HASH"), text);
        assertTrue(text.contains("← class Store"), text);

        List<JsonTree> rows = CommandRun.of("referrers", HEAP.address("block"), dump, "--json", "--depth", "2").json()
            .list("rows");
        assertEquals(List.of("ARRAY", "Thread"), rows.stream().map(row -> row.text("key"))
            .collect(Collectors.toList()));
        assertEquals(2, rows.get(0).number("count"));
        assertEquals(1, rows.get(0).number("held"));
        assertEquals(2, rows.get(1).number("references"));
        assertEquals(false, rows.get(1).at("expanded"));
        assertTrue(CommandRun.of("referrers", dump, HEAP.address("lost")).quiet().contains("Nothing refers to it"));
        CommandRun.of("referrers", dump, "--depth", "0", "vm").fails(2, "--depth");
        CommandRun.of("referrers", dump).fails(2, "--where");
    }

    private static List<String> objects(JsonTree json, String... path) {
        JsonTree at = path.length == 0 ? json : json.tree(path);
        return at.list("rows").stream().map(row -> row.text("object")).collect(Collectors.toList());
    }
}
