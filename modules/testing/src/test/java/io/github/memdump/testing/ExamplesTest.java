package io.github.memdump.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the README of the examples says of its dumps. */
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("..", "..", "src", "examples");

    private static Oracle before;
    private static Oracle after;
    private static DiffOracle diff;
    private static String readme;

    @BeforeAll
    static void read() throws IOException {
        before = Oracle.of(EXAMPLES.resolve("before.json.gz"));
        after = Oracle.of(EXAMPLES.resolve("after.json.gz"));
        diff = after.since(before);
        readme = Files.readString(EXAMPLES.resolve("README.md"));
    }

    @Test
    void theReadmeTellsTheFiguresThatTheDumpsHave() {
        Map<String, Long> news = new HashMap<>();
        diff.rowsByClass().forEach(row -> news.put(row.key(), row.count()));
        for (String claim : List.of(
            String.format(Locale.ROOT, "%,d and %,d", before.objects().size(), after.objects().size()),
            String.format(Locale.ROOT, "%,d, of these %d `Shop::Session`, %d `Shop::Cart`, %d `Shop::Customer`, "
                + "%d `Shop::LineItem`, %d `Proc`", diff.newObjects().size(), news.get("Shop::Session"),
                news.get("Shop::Cart"), news.get("Shop::Customer"), news.get("Shop::LineItem"), news.get("Proc")),
            diff.oldBorder().size() + " objects, of which four",
            diff.newBorder().size() + " objects |")) {
            assertTrue(readme.contains(claim), claim);
        }
    }

    @Test
    void fourOldContainersOfTheShopHoldWhatIsNew() {
        Map<String, Long> held = new TreeMap<>();
        for (String holder : diff.oldBorder()) {
            if (List.of("Hash", "Array").contains(after.className(holder))) {
                Map<String, Long> classes = after.graph().get(holder).stream().filter(diff.newObjects()::contains)
                    .collect(Collectors.groupingBy(after::className, Collectors.counting()));
                classes.forEach((name, count) -> held.put(after.className(holder) + " of " + name, count));
            }
        }
        assertEquals(Map.of("Hash of Shop::Session", 240L, "Array of Proc", 240L, "Hash of String", 29L,
            "Array of Shop::Order", 20L), held);
    }

    @Test
    void noLineIsDamaged() {
        assertEquals(0, before.damagedLines());
        assertEquals(0, after.damagedLines());
    }
}
