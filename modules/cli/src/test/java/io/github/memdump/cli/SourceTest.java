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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines of the program's source beside the places where objects were allocated. */
class SourceTest {
    private static final String BEFORE = GoldenDumps.RUBY_3_4.before().toString();
    private static final String AFTER = GoldenDumps.RUBY_3_4.after().toString();
    private static final String PLACE = "/srv/shop/shop_model.rb:87";

    @TempDir
    Path folder;

    @BeforeEach
    void writeSource() throws IOException {
        Files.write(folder.resolve("shop_model.rb"), IntStream.rangeClosed(1, 100)
            .mapToObj(i -> "  line_" + i + " = {}").collect(Collectors.toList()));
    }

    @Test
    void suspectsShowTheLinesThatAllocated() throws IOException {
        String mapped = "/srv/shop=" + folder;
        String text = CommandRun.of("suspects", AFTER, BEFORE, "--source", mapped).quiet();
        assertTrue(text.contains(PLACE + "  line_87 = {}"), text);
        JsonTree row = CommandRun.of("suspects", AFTER, BEFORE, "--source", mapped, "--json").json().list("rows")
            .get(0);
        assertEquals("line_87 = {}", row.list("accumulated").get(0).list("sites").get(0).text("source"));
        assertFalse(CommandRun.of("suspects", AFTER, BEFORE).quiet().contains("line_87"));
        assertFalse(CommandRun.of("suspects", AFTER, BEFORE, "--source", mapped, "--no-source").quiet()
            .contains("line_87"));
    }

    @Test
    void borderAndShowHaveThemToo() throws IOException {
        String text = CommandRun.of("border", BEFORE, AFTER, "--source", folder.toString()).quiet();
        assertTrue(text.contains(PLACE + "  line_87 = {}"), text);
        JsonTree border = CommandRun.of("border", BEFORE, AFTER, "--source", folder.toString(), "--json").json();
        JsonTree row = border.list("rows").stream().filter(each -> each.text("source").equals("line_87 = {}"))
            .findFirst().orElseThrow();
        assertTrue(border.list("groups").stream().anyMatch(each -> each.text("source").equals("line_87 = {}")));
        String shown = CommandRun.of("show", AFTER, row.text("object"), "--source", folder.toString()).quiet();
        assertTrue(shown.contains("line_87 = {}"), shown);
        assertEquals("line_87 = {}", CommandRun.of("show", AFTER, row.text("object"), "--source", folder.toString(),
            "--json").json().text("source"));
    }

    @Test
    void theReportHasThemInItsTextAndDocument() throws IOException {
        Path report = folder.resolve("report");
        String text = CommandRun.of("report", BEFORE, AFTER, "-o", report.toString(), "--source", folder.toString())
            .quiet();
        assertTrue(text.contains("    " + PLACE + "  line_87 = {}"), text);
        assertTrue(Files.readString(report.resolve("report.json")).contains("line_87 = {}"));
    }

    @Test
    void thePageHasThemAndOpensThemInTheEditorThatIsNamed() throws IOException {
        String link = "href=\"editor://open?file="
            + folder.resolve("shop_model.rb").toUri().getRawPath() + "&amp;line=87\">" + PLACE + "</a>";
        String page = page("--source", folder.toString(), "--editor", "editor://open?file={file}&line={line}");
        assertTrue(page.contains(link), link);
        assertTrue(page.contains("line_87 = {}</code>"));
        String plain = page("--source", folder.toString());
        assertFalse(plain.contains("editor://"));
        assertTrue(plain.contains("line_87 = {}</code>"));
        assertFalse(page("--editor", "editor://open?file={file}").contains("href=\"editor:"), "no file is here");
    }

    private String page(String... options) throws IOException {
        Path report = folder.resolve("report");
        List<Object> words = new ArrayList<>(List.of("report", BEFORE, AFTER, "-o", report, "--nodes", "50"));
        words.addAll(List.of(options));
        CommandRun.of(words.toArray()).quiet();
        return Files.readString(report.resolve("report.html"));
    }

    @Test
    void thePageTellsTheApplicationsOwnLineAboveALibrarysContainer() throws IOException {
        HeapDsl before = HeapDsl.heap().root("vm", "store").klass("Store").klass("Array").klass("Job")
            .object("store").ofClass("Store").allocatedAt("/app/lib/store.rb", 3, "new").refers("pool")
            .array("pool").ofClass("Array").allocatedAt("/usr/lib/ruby/gems/3.4.0/gems/pool-1.0/lib/pool.rb", 9, "new");
        HeapDsl after = before.then();
        for (int i = 0; i < 60; i++) {
            after.object("job" + i).ofClass("Job").memsize(400).generation(5)
                .allocatedAt("/app/lib/work.rb", 7, "work").heldBy("pool");
        }
        Path report = folder.resolve("own");
        CommandRun.of("report", before.writeTo(folder.resolve("a.json")), after.writeTo(folder.resolve("b.json")),
            "-o", report).quiet();
        String page = Files.readString(report.resolve("report.html"));
        assertTrue(page.contains("<small>own line: /app/lib/store.rb:3 made Store, the nearest of the application"),
            page.substring(page.indexOf("<h2"), page.indexOf("id=\"retained\"")));
    }

    @Test
    void whatIsNoAddressOfAFileIsWrongUse() {
        CommandRun.of("report", BEFORE, AFTER, "-o", folder.resolve("report"), "--editor", "vscode://open")
            .fails(2, "'vscode://open' is no address of a file, such as vscode://file{file}:{line}.");
    }

    @Test
    void whatIsNoFolderIsWrongUse() throws IOException {
        for (List<String> wrong : List.of(List.of("--source", folder.resolve("none").toString()),
            List.of("--source", "/app=" + folder.resolve("shop_model.rb")))) {
            CommandRun.of("show", AFTER, "vm", wrong.get(0), wrong.get(1)).fails(2, "is not a folder");
        }
    }

    @Test
    void aRedactedDumpTakesNoLineAlong() throws IOException {
        Path redacted = folder.resolve("redacted.json");
        CommandRun.of("redact", AFTER, redacted.toString()).quiet();
        assertFalse(Files.readString(redacted).contains("line_87"));
    }
}
