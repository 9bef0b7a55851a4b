package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.testing.HeapDsl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code report --baseline}, and what GitHub Actions is shown. */
class ReportBaselineTest {
    @TempDir
    private Path folder;
    private Path before;
    private Path known;
    private final Map<String, String> environment = new HashMap<>();

    private static HeapDsl shop() {
        return HeapDsl.heap().klass("Shop").klass("Session").klass("Order|x").root("vm", "Shop")
            .object("sessions").ofClass("Shop").heldBy("Shop").memsize(40).generation(1)
            .object("orders").ofClass("Session").heldBy("Shop").memsize(40).generation(1);
    }

    private static HeapDsl leaking(HeapDsl heap, String name, String ofClass, String holder, int line) {
        for (int i = 0; i < 50; i++) {
            heap.object(name + i).ofClass(ofClass).memsize(400).generation(5)
                .allocatedAt("/srv/app/shop.rb", line, "visit").heldBy(holder);
        }
        return heap;
    }

    @BeforeEach
    void prepare() throws IOException {
        before = shop().writeTo(folder.resolve("before.json"));
        Path after = leaking(shop().then(), "s", "Session", "sessions", 12).writeTo(folder.resolve("after.json"));
        known = folder.resolve("known.json");
        CommandRun.of("report", before, after, "-o", folder.resolve("out")).quiet();
        Files.copy(folder.resolve("out/report.json"), known);
    }

    private CommandRun report(HeapDsl later, Object... options) throws IOException {
        Path after = later.writeTo(folder.resolve("later.json"));
        List<Object> words = new ArrayList<>(List.of("report", before, after, "-o", folder.resolve("out")));
        words.addAll(List.of(options));
        return CommandRun.in(environment, new byte[0], words.toArray());
    }

    @Test
    void whatTheBaselineKnowsIsNoFailureThoughItsLineHasMoved() throws IOException {
        CommandRun run = report(leaking(shop().then(), "t", "Session", "sessions", 19), "--baseline", known);
        assertEquals(0, run.code(), run.err());
        assertEquals("", run.err());
    }

    @Test
    void aSuspectThatTheBaselineDoesNotHaveEndsWithThree() throws IOException {
        HeapDsl later = leaking(leaking(shop().then(), "s", "Session", "sessions", 12), "o", "Order|x", "orders", 30);
        CommandRun run = report(later, "--baseline", known);
        assertEquals(3, run.code(), run.err());
        assertTrue(run.err().matches("memdump: new since .*known.json: suspect \\d, Order\\|x ×50, [^\n]* Session\n"
            + "memdump: what it is made of, and what holds it: .*report.html\n"), run.err());
        assertTrue(Files.exists(folder.resolve("out/report.html")));
    }

    @Test
    void aBaselineThatIsNoneIsSaidBeforeAnyDumpIsRead() throws IOException {
        CommandRun.of("report", "nowhere.json", "-o", folder, "--baseline", folder.resolve("no.json"))
            .fails(1, "no.json, the baseline, is not there");
        CommandRun.of("report", "nowhere.json", "-o", folder, "--baseline", before)
            .fails(1, "is not the report.json of a report");
        Path text = Files.writeString(folder.resolve("x.json"), "{\"suspects\": [}");
        CommandRun.of("report", "nowhere.json", "-o", folder, "--baseline", text).fails(1, "is no JSON document");
    }

    @Test
    void gitHubIsShownAnnotationsAndASummaryWhereItAsks() throws IOException {
        Path summary = Files.writeString(folder.resolve("summary.md"), "what another step said\n");
        environment.putAll(Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", summary.toString(),
            "GITHUB_WORKSPACE", "/srv"));
        HeapDsl later = leaking(leaking(shop().then(), "s", "Session", "sessions", 12), "o", "Order|x", "orders", 30);
        CommandRun run = report(later, "--baseline", known, "--fail-if", "new_count > 3");
        assertEquals(3, run.code(), run.err());
        assertTrue(run.err().contains("::error title=memdump budget::new_count > 3: it is 100 objects"), run.err());
        assertTrue(run.err().contains("::error file=app/shop.rb,line=30,title=memdump%3A new since the baseline::"
            + "Order|x ×50, "), run.err());
        assertTrue(run.err().contains("::warning file=app/shop.rb,line=12,title=memdump%3A suspect "), run.err());
        assertFalse(run.out().contains("::error"), run.out());
        String text = Files.readString(summary);
        assertTrue(text.startsWith("what another step said\n\n### memdump\n"), text);
        assertTrue(text.contains("\n| known | Session ×50 | 19.5 KiB | "), text);
        assertTrue(text.contains("\n| new | Order\\|x ×50 | 19.5 KiB | "), text);
        assertTrue(text.contains("\n- broken: new\\_count \\> 3: it is 100 objects"), text);
    }

    @Test
    void elsewhereNothingIsSaidToGitHub() throws IOException {
        CommandRun run = report(leaking(shop().then(), "s", "Session", "sessions", 12), "--fail-if", "new_count > 3");
        assertFalse(run.err().contains("::"), run.err());
    }
}
