package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.JsonTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody sees first: the leaks that the Ruby scripts were written to have. */
class ReportFirstScreenTest {
    private static final Path EXAMPLES = Path.of("../../src/examples");

    @TempDir
    private Path folder;

    private ReportFolderFiles report(Path before, Path after) {
        CommandRun.of("report", before, after, "-o", folder.resolve("out"), "--nodes", "200").quiet();
        return new ReportFolderFiles(folder.resolve("out"));
    }

    private static void requireAll(String text, String... parts) {
        for (String part : parts) {
            assertTrue(text.contains(part), () -> "'" + part + "' is not in: " + text);
        }
    }

    /** Returns the line of the script that has some code in it, as an allocation site. */
    private static String site(String code) throws IOException {
        List<String> lines = Files.readAllLines(EXAMPLES.resolve("leaky_shop.rb"));
        List<String> found = lines.stream().filter(line -> line.contains(code)).collect(Collectors.toList());
        assertEquals(1, found.size(), code);
        return "leaky_shop.rb:" + (lines.indexOf(found.get(0)) + 1);
    }

    @Test
    void theShopThatForgetsNoSessionAndNoCallback() throws IOException {
        String seen = report(EXAMPLES.resolve("before.json.gz"), EXAMPLES.resolve("after.json.gz")).firstScreen();
        requireAll(seen, "constant Shop → constant SESSIONS → Shop::SessionStore → @sessions → Hash",
            "Shop::EventBus → @listeners → Array", "root vm → ");
        // 60 visits before the first dump, 240 more before the second.
        requireAll(seen, "Shop::Session ×240", "Proc ×240", "300 references, 60 before",
            "300 in the whole dump, 60 before");
        requireAll(seen, site("Session.new(Customer.new(number), EVENTS)"), site("@listeners << listener"));
        String suspected = seen.substring(0, seen.indexOf("Ruled out"));
        assertFalse(suspected.contains("PageCache") || suspected.contains("Shop::Order"), suspected);
        assertTrue(seen.contains("PageCache"), "it is told why it is no suspect");
    }

    @ParameterizedTest
    @EnumSource(GoldenDumps.class)
    void theAppWhoseRegistryClosuresAndThreadsLeak(GoldenDumps dumps) throws IOException {
        ReportFolderFiles report = report(dumps.before(), dumps.after());
        String seen = report.firstScreen();
        // The dump of Ruby 3.4 says the names of variables.
        boolean hasShapes = dumps == GoldenDumps.RUBY_3_4;
        requireAll(seen, "constant Leak → a constant → Leak::Registry → " + (hasShapes ? "@list" : "a variable")
            + " → Array", "Leak::Registry → " + (hasShapes ? "@all" : "a variable") + " → Hash", "Leak::Session ×",
            "shop_model.rb:87 in new");
        // CALLBACKS gets a block every 20 rounds: 10 of the 200 rounds before, 30 of the 600 after.
        requireAll(seen, "Proc ×30 in Array of module Leak", "40 references, 10 before", "shop_model.rb:45 in lambda");
        requireAll(seen, "Thread ×2, large by itself", "/srv/shop/shop_model.rb:50", "end the thread");
        requireJson(report.json());
    }

    private static void requireJson(JsonTree json) {
        assertEquals(5, json.list("suspects").size());
        JsonTree registry = json.list("suspects").get(0);
        assertEquals("Leak::Session", registry.text("class"));
        assertEquals("root vm", registry.list("path").get(0).text("name"));
        assertTrue(registry.list("path").stream().anyMatch(step -> step.text("name").equals("Leak::Registry")));
        JsonTree holder = registry.list("holders").stream()
            .filter(row -> row.text("class").equals("Array")).findFirst().orElseThrow();
        assertEquals(200, holder.number("references_before"));
        assertEquals(800, holder.number("references"));
        assertEquals("/srv/shop/shop_model.rb:87",
            registry.list("accumulated").get(0).list("sites").get(0).text("site"));
        assertTrue(registry.number("new_count") > 10_000 && registry.number("new_size") > 700_000);
        assertEquals("thread", json.list("suspects").get(1).text("holder_kind"));
    }

    @Test
    void theFirstScreenOfOneDumpNamesWhatRetainsMuch() throws IOException {
        CommandRun.of("report", GoldenDumps.RUBY_3_1.after(), "-o", folder.resolve("out"), "--nodes", "200").quiet();
        requireAll(new ReportFolderFiles(folder.resolve("out")).firstScreen(), "Thread ×3, large by itself",
            "Leak::Registry → a variable → Array", "shop_model.rb:87 in new");
    }

    @Test
    void theHeadlineNamesTheOwnerWhereTheShortestPathIsALocalVariable() throws IOException {
        HeapDsl before = HeapDsl.heap().klass("Registry").klass("Item").root("vm", "Registry").klass("Main")
            .object("registry").ofClass("Registry").heldBy("Registry")
            .array("list").heldBy("registry").root("machine_context", "list");
        HeapDsl after = before.then();
        for (int i = 0; i < 100; i++) {
            after.object("item" + i).ofClass("Item").memsize(40).generation(5).heldBy("list");
        }
        String seen = report(before.writeTo(folder.resolve("before.json")), after.writeTo(folder.resolve("after.json")))
            .firstScreen();
        requireAll(seen, "100.0 % of new objects gather in ARRAY of Registry: Item ×100.",
            "Item ×100 in ARRAY of Registry");
    }
}
