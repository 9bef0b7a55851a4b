package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.testing.JsonTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Objects that are shown by themselves say by what they are held. */
class HeldByTest {
    private static final Path BEFORE = Path.of("..", "..", "src", "examples", "before.json.gz");
    private static final Path AFTER = Path.of("..", "..", "src", "examples", "after.json.gz");

    @Test
    void whatGrewSaysByWhichVariableItIsHeld() throws IOException {
        List<JsonTree> grown = CommandRun.of("diff", "--json", BEFORE, AFTER).json().list("grown");
        assertEquals("@sessions of Shop::SessionStore", grown.get(0).text("held_by"));
        assertEquals("[@sessions]", grown.get(0).at("via", "names").toString());
        assertEquals("ivar", grown.get(0).text("via", "kind"));
        assertTrue(CommandRun.of("diff", BEFORE, AFTER).quiet().contains("constant ORDERS of module Shop"));
    }

    @Test
    void whatKeepsMostAliveSaysSoAndARootHasNoHolder() throws IOException {
        List<JsonTree> rows = CommandRun.of("keepalive", "--json", AFTER).json().list("rows");
        JsonTree root = first(rows, row -> row.text("type").equals("ROOT"));
        assertEquals("", root.text("held_by"));
        assertEquals(null, root.at("via"));
        assertTrue(rows.stream().anyMatch(row -> row.text("held_by").equals("@sessions of Shop::SessionStore")));
    }

    @Test
    void theLargestOfAGroupAndOneOfThoseInSparsePagesSaySo() throws IOException {
        List<JsonTree> groups = CommandRun.of("consumers", "--json", AFTER).json().list("rows");
        JsonTree stores = first(groups, row -> row.text("key").equals("Shop::SessionStore"));
        assertEquals("constant SESSIONS of module Shop", stores.text("held_by"));
        assertFalse(stores.text("largest").isEmpty());
        JsonTree holder = CommandRun.of("pages", "--json", AFTER).json().list("holders").get(0);
        assertFalse(holder.text("example").isEmpty());
        assertTrue(holder.has("via"));
    }

    private static JsonTree first(List<JsonTree> rows, Predicate<JsonTree> wanted) {
        return rows.stream().filter(wanted).findFirst().orElseThrow();
    }
}
