package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.JsonTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationsTest {
    /** vm → store → list → one → word, list → two; store → Shop; lonely → friend; nothing holds lonely. */
    private final HeapDsl shop = HeapDsl.heap().klass("Shop").klass("Plan").root("vm", "store").root("gone")
        .object("store").ofClass("Shop").refers("Shop").generation(3).memsize(40)
        .array("list").heldBy("store").memsize(80)
        .object("one").ofClass("Plan").heldBy("list").memsize(40).object("two").ofClass("Plan").heldBy("list")
        .memsize(40).string("word", "secret").heldBy("one").memsize(40)
        .object("lonely").refersToMissing("nobody").object("friend").heldBy("lonely");

    @TempDir
    private Path folder;
    private Path dump;

    @BeforeEach
    void writeDump() throws IOException {
        dump = shop.writeTo(folder.resolve("shop.json"));
    }

    /** Runs a command that writes to standard output, and returns which records there are. */
    private List<String> records(Object... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertEquals(0, run.code(), run.err());
        return names(run.out());
    }

    private List<String> names(String written) {
        return written.lines().map(JsonTree::read).map(record -> record.has("root") ? record.text("root")
            : name(record.text("address"))).collect(Collectors.toList());
    }

    private String name(String address) {
        return shop.symbols().stream().filter(symbol -> shop.address(symbol).equals(address)).findFirst()
            .orElse(address);
    }

    private static JsonTree record(String written, String address) {
        return JsonTree.read(written.lines().filter(line -> line.contains("\"address\":\"" + address)).findFirst()
            .orElseThrow());
    }

    private String at(String symbol) {
        return shop.address(symbol);
    }

    private static void assertSame(String names, List<String> written) {
        assertEquals(new TreeSet<>(Arrays.asList(names.split(" "))), new TreeSet<>(written));
    }

    @Test
    void selectTakesTheObjectsOfASelectionAndThoseThatAreNamed() {
        assertSame("one two", records("select", dump, "--where", "class = Plan"));
        assertSame("one two vm store", records("find_all", dump, "vm", at("store") + ":3", "--where", "class = Plan"));
        assertEquals(List.of("list"), records("find", dump, at("list").toUpperCase().replace("0X", "0x")));
    }

    @Test
    void withoutTakesObjectsOutAndAllReferencesToThem() {
        String written = CommandRun.of("remove", dump, at("list")).out();
        assertFalse(names(written).contains("list"));
        assertEquals(10, names(written).size());
        assertFalse(written.contains(at("list")), written);
    }

    @Test
    void subgraphOfTakesWhatAnObjectHoldsToADepth() {
        assertSame("list one two word", records("subgraph_of", dump, at("list")));
        assertSame("list one two", records("subgraph-of", dump, at("list"), "--max-depth", 1));
        assertSame("list", records("subgraph-of", dump, at("list"), "--max_depth=0"));
        assertSame("one two", records("subgraph-of", dump, at("list"), "--where", "class = Plan"));
        assertSame("vm store list one two word Shop", records("subgraph-of", dump, "vm"));
        CommandRun.of("subgraph-of", dump, at("list"), "--max-depth", -1).fails(2, "less than 0");
    }

    @Test
    void rootOfTakesEverythingThatHoldsAnObject() {
        assertSame("vm store list one word", records("root_of", dump, at("word")));
        assertSame("lonely friend", records("root-of", at("friend"), dump));
    }

    @Test
    void rootsOfTakesAPathFromTheRootsOrFromGivenObjects() {
        assertSame("vm store list two", records("roots-of", dump, at("two")));
        assertSame("store list two", records("roots_of", dump, at("two"), "--from", at("store") + ":3"));
        CommandRun run = CommandRun.of("roots-of", dump, at("friend"), at("two"), "--json");
        assertEquals(1, run.json().number("reached"));
        assertEquals(2, run.json().number("targets"));
        assertTrue(run.err().contains("1 of 2 objects cannot be reached from any root"), run.err());
    }

    @Test
    void parentsOfListsWhoRefersToObjectsOrWritesThem() throws IOException {
        JsonTree rows = CommandRun.of("parents_of", dump, "--where", "class = Plan", "--json").json();
        assertEquals(1, rows.list("rows").size());
        assertEquals(at("list"), rows.text("rows", "0", "object"));
        assertEquals(2, rows.number("rows", "0", "count"));
        assertEquals(0, CommandRun.of("parents-of", dump, "--where", "class = Plan", "--min", 2, "--json").json()
            .number("objects"));
        assertTrue(CommandRun.of("parents-of", dump, at("word")).quiet().contains("1 object refers to them"));
        Path out = folder.resolve("parents.json");
        String both = "address in (" + at("list") + ", " + at("one") + ")";
        CommandRun.of("parents-of", dump, "--where", both, "-o", out).quiet();
        assertSame("store list", names(Files.readString(out)));
        CommandRun.of("parents-of", dump, "--where", both, "--exclude", "-o", out).quiet();
        assertSame("store", names(Files.readString(out)));
    }

    @Test
    void collapseConnectsWhoHeldWithWhatWasHeld() {
        String written = CommandRun.of("collapse", dump, "--where", "type = ARRAY").out();
        List<JsonTree> held = record(written, at("store")).list("references");
        assertEquals(List.of(at("Shop"), at("one"), at("two")), held.stream().map(JsonTree::toString)
            .collect(Collectors.toList()));
    }

    @Test
    void cleanupTakesStepsOneByOne() {
        assertFalse(records("cleanup", dump).contains("list"));
        assertTrue(records("cleanup", dump, "--steps", "hash,imemo").contains("list"));
        assertFalse(records("common-cleanup", dump, "--steps", "hash,ARRAY").contains("list"));
        Path mixed = folder.resolve("mixed.json");
        HeapDsl heap = HeapDsl.heap().root("vm", "i").record("i", "ICLASS").object("o").heldBy("i");
        write(heap, mixed);
        assertEquals(3, CommandRun.of("cleanup", mixed, "--json").json().number("objects"));
        assertEquals(2, CommandRun.of("cleanup", mixed, "--json", "--iclass").json().number("objects"));
    }

    private static void write(HeapDsl heap, Path file) {
        try {
            heap.writeTo(file);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    @Test
    void groupPutsOneRecordInThePlaceOfMany() {
        String written = CommandRun.of("group", dump, "--where", "class = Plan", "--name", "plans").out();
        JsonTree group = record(written, at("one"));
        assertEquals("GROUP", group.text("type"));
        assertEquals("plans", group.text("name"));
        assertEquals(80, group.number("memsize"));
        assertEquals(at("word"), group.text("references", "0"));
        assertFalse(written.contains(at("two")), written);
    }

    @Test
    void removeNodeTakesOutWhatIsAloneKeptAlive() {
        assertSame("vm gone store Shop Plan lonely friend", records("remove_node", dump, at("list")));
    }

    @Test
    void smallComponentsGo() {
        assertFalse(records("remove-small-components", dump).contains("gone"));
        assertFalse(records("remove_small_components", dump, "--max_size", 2).contains("lonely"));
        assertTrue(records("remove-small-components", dump, "--max-size", 1).contains("lonely"));
    }

    @Test
    void aSampleIsTheSameForTheSameSeed() {
        Path after = GoldenDumps.RUBY_3_1.after();
        JsonTree one = CommandRun.of("sample", after, "--ratio", 0.1, "--seed", 5, "--json").json();
        assertEquals(one.toString(), CommandRun.of("sample", after, "--ratio", 0.1, "--seed", 5, "--json").json()
            .toString());
        assertTrue(Math.abs(one.number("objects") - one.number("of_objects") / 10) < one.number("of_objects") / 50);
        CommandRun.of("sample", dump, "--ratio", 1.5).fails(2, "from 0 to 1");
    }

    @Test
    void rootsAreWhatNothingRefersTo() {
        assertSame("vm gone lonely Plan", records("roots", dump));
        assertSame("lonely Plan", records("roots", dump, "--where", "not root"));
    }

    @Test
    void childrenAreAdded() {
        assertSame("list one two", records("add_children", dump, at("list")));
    }

    @Test
    void outDegreesAreListedMostFirst() {
        List<JsonTree> rows = CommandRun.of("out_degree", dump, "--min", 1, "--json").json().list("rows");
        assertEquals(List.of(2L, 2L, 1L, 1L, 1L), rows.stream().map(row -> row.number("out_degree"))
            .collect(Collectors.toList()));
        assertTrue(CommandRun.of("out-degree", dump, "--where", "type = ARRAY").quiet().contains("listed: 1\n"));
    }

    @Test
    void danglingReferencesAreListedAndNeverWritten() {
        JsonTree told = CommandRun.of("validate_references", dump, "--json").json();
        assertEquals(1, told.number("dangling_references"));
        assertEquals(List.of(at("nobody")), told.list("missing").stream().map(JsonTree::toString)
            .collect(Collectors.toList()));
        assertEquals(at("lonely"), told.text("rows", "0", "object"));
        assertTrue(CommandRun.of("validate-references", dump).quiet().contains(at("nobody")));
        String written = CommandRun.of("cleanup-refs", dump).out();
        assertFalse(written.contains(at("nobody")), written);
        assertEquals(11, names(written).size());
    }

    @Test
    void classesAreReplacedByTheirNamesAndReferredToOnRequest() {
        JsonTree plain = record(CommandRun.of("replace-class", dump).out(), at("one"));
        assertEquals("Plan", plain.text("class"));
        assertEquals(at("Plan"), plain.text("class_address"));
        assertEquals(1, plain.list("references").size());
        JsonTree added = record(CommandRun.of("replace_class", dump, "--add_ref").out(), at("one"));
        assertEquals(List.of(at("word"), at("Plan")), added.list("references").stream().map(JsonTree::toString)
            .collect(Collectors.toList()));
    }

    @Test
    void gmlGoesBesideTheDumpOrWhereItIsSaid() throws IOException {
        CommandRun.of("gml", dump).quiet();
        String beside = Files.readString(folder.resolve("shop.gml"));
        assertEquals(11, beside.split("  node\n", -1).length - 1);
        String piped = CommandRun.of("gml", dump, "-o", "-", "--where", "class = Plan", "--columns",
            "object,retained_size").quiet();
        assertEquals(2, piped.split("  node\n", -1).length - 1);
        assertTrue(piped.contains("retained_size 80"), piped);
        Path named = folder.resolve("named.gml");
        assertEquals(7, CommandRun.of("gml", dump, named, "--json").json().number("references"));
        assertTrue(Files.exists(named));
        Path packed = shop.writeGzipTo(folder.resolve("packed.json.gz"));
        CommandRun.of("gml", packed, "--add_ref").quiet();
        assertTrue(Files.readString(folder.resolve("packed.gml")).contains("kind \"class\""));
        CommandRun.of("cleanup", dump, "-o", folder.resolve("clean.gml")).quiet();
        assertTrue(Files.readString(folder.resolve("clean.gml")).contains("kind \"collapsed\""));
    }

    @Test
    void stringsAreWrittenOnRequestOnlyAndOtherFieldsAlways() {
        String written = CommandRun.of("select", dump, "--where", "type = STRING").out();
        assertFalse(written.contains("secret"), written);
        assertTrue(written.contains("\"bytesize\":6, \"encoding\":\"UTF-8\""), written);
        assertTrue(CommandRun.of("select", dump, "--where", "type = STRING", "--values").out().contains("secret"));
    }

    @Test
    void aDumpFromStandardInputIsWrittenWithAllItsFields() throws IOException {
        String direct = CommandRun.of("select", dump, "--where", "not root").out();
        byte[] packed = Files.readAllBytes(shop.writeGzipTo(folder.resolve("packed.json.gz")));
        CommandRun piped = CommandRun.in(Map.of(), packed, "select", "-", "--where", "not root");
        assertEquals(direct, piped.out());
        CommandRun counted = CommandRun.in(Map.of(), packed, "select", "-", "--where", "not root", "--json");
        assertEquals(9, counted.json().number("objects"));
        CommandRun chained = CommandRun.in(Map.of(), direct.getBytes(StandardCharsets.UTF_8), "stats", "-", "--json");
        assertEquals(9, chained.json().number("objects"));
    }

    @Test
    void filesArePackedByNameAndReplaceTheirSourceIfAsked() throws IOException {
        Path packed = folder.resolve("out.json.gz");
        CommandRun.of("cleanup-refs", dump, packed).quiet();
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
            assertEquals(11, new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().count());
        }
        CommandRun.of("cleanup-refs", dump, "-o", dump).fails(2, "would be lost");
        CommandRun.of("cleanup-refs", dump, "--in-place").quiet();
        assertEquals(11, Files.readString(dump).lines().count());
    }

    @Test
    void dumpAndObjectsMayComeInEitherOrder() {
        assertSame("vm store list one two word Shop", records("subgraph-of", "vm", dump));
        assertSame("lonely", records("remove", at("friend"), "vm", at("store") + ":3", at("list"), at("one"), at("two"),
            at("word"), at("Shop"), at("Plan"), "gone", dump));
        assertSame("list one two", records("add-children", at("list"), dump));
        assertEquals(CommandRun.of("show", dump, "vm").quiet(), CommandRun.of("show", "vm", dump).quiet());
        CommandRun.of("show", "missing.json", at("list")).fails(1, "missing.json");
        CommandRun.of("without", at("list"), at("one")).fails(1, at("one"));
    }

    @Test
    void wrongUseIsTold() {
        CommandRun.of("collapse", dump).fails(2, "Which objects?", "--where");
        CommandRun.of("root-of", dump, "0x123").fails(1, "has no object 0x123");
        CommandRun.of("root-of", dump, at("store") + ":9").fails(1, "at that address there is " + at("store") + ":3");
        CommandRun.of("root-of", dump, "wm").fails(1, "neither an address 0x… nor the name of a root", "vm, gone");
        CommandRun.of("cleanup", dump, "a", "-o", "b").fails(2, "Name the file to write once");
        CommandRun.of("cleanup", dump, "-o", "-", "--json").fails(2, "cannot both go to standard output");
        CommandRun.of("cleanup", dump, "-o", folder.resolve("no/where.json")).fails(1, "there is no directory");
    }
}
