package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** report.json, and what holds for it and for the page alike: same bytes, nothing loaded, no value of a string. */
class ReportDocumentTest {
    private static final GoldenDumps DUMPS = GoldenDumps.RUBY_3_1;
    /** Everything in HTML and CSS that makes a browser load something. */
    private static final Pattern LOADS = Pattern.compile("(?i)\\s(src|srcset|href|xlink:href|action|formaction|data|"
        + "poster|background|manifest|ping|cite)\\s*=|url\\s*\\(|@import|@font-face|image-set|"
        + "<\\s*(script|link|iframe|frame|object|embed|img|image|use|base|form|audio|video|source|applet)\\b|"
        + "http-equiv=\"refresh\"");

    @TempDir
    private Path folder;

    private ReportFolderFiles report(String name, Object... more) {
        return report(Map.of(), name, more);
    }

    private ReportFolderFiles report(Map<String, String> environment, String name, Object... more) {
        Object[] words = new Object[more.length + 5];
        System.arraycopy(new Object[] {"report", "-o", folder.resolve(name), "--nodes", "200"}, 0, words, 0, 5);
        System.arraycopy(more, 0, words, 5, more.length);
        CommandRun run = CommandRun.in(environment, new byte[0], words);
        assertEquals(0, run.code(), run.err());
        return new ReportFolderFiles(folder.resolve(name));
    }

    @ParameterizedTest
    @EnumSource(GoldenDumps.class)
    void theSameDumpsGiveTheSameBytesWhereverTheyAreWrittenAndHoweverTheyAreRead(GoldenDumps dumps)
            throws IOException {
        Map<String, String> cached = Map.of("MEMDUMP_CACHE", folder.resolve("cache").toString());
        Object[] pair = {dumps.before(), dumps.after(), "--fail-if", "count < 5"};
        ReportFolderFiles first = report(cached, "one", pair);
        ReportFolderFiles again = report(cached, "elsewhere", pair);
        ReportFolderFiles direct = report("direct", dumps.before(), dumps.after(), "--fail-if", "count < 5",
            "--no-index");
        for (String name : List.of("report.html", "report.json", "border.csv")) {
            assertArrayEquals(first.bytes(name), again.bytes(name), name);
            assertArrayEquals(first.bytes(name), direct.bytes(name), name);
        }
    }

    @Test
    void namesOfDumpsAreThoseThatWereGivenAndTheFolderIsNotTold() throws IOException {
        ReportFolderFiles report = report("secret-folder", DUMPS.before(), DUMPS.after());
        String all = new String(report.bytes("report.json"), StandardCharsets.UTF_8) + report.html();
        assertFalse(all.contains("secret-folder") || all.contains(System.getProperty("user.dir")));
        assertEquals(DUMPS.before().toString(), report.json().list("dumps").get(0).text("dump"));
    }

    /** Requires those fields of the table in report.md that are there in some cases, and no other of the table. */
    static void requireFields(JsonTree json, Set<String> cases) throws IOException {
        String documented = Files.readString(Path.of("../../src/docs/report.md"), StandardCharsets.UTF_8);
        Matcher fields = Pattern.compile("(?m)^\\| `([a-z_]+)` \\| ([a-z ]+) \\|").matcher(documented);
        int met = 0;
        while (fields.find()) {
            boolean isThere = fields.group(2).equals("always") || cases.contains(fields.group(2));
            assertEquals(isThere, json.has(fields.group(1)), fields.group(1));
            met += isThere ? 1 : 0;
        }
        assertEquals(((Map<?, ?>) json.at()).size(), met, "each field is documented");
    }

    @Test
    void hasTheFieldsThatAreDocumented() throws IOException {
        JsonTree json = report("out", DUMPS.before(), DUMPS.after()).json();
        requireFields(json, Set.of("with an earlier dump"));
        assertEquals(2, json.list("dumps").size());
        assertEquals(DUMPS.answer().number("interface", "diff_border"), json.list("border").size());
        JsonTree row = json.list("border").get(0);
        assertTrue(row.number("keepalive_new_count") > 0 && row.number("retained_size") >= 0, row.toString());
        assertTrue(row.text("object").startsWith("0x") && row.text("file").endsWith(".rb"), row.toString());
        requireFields(report("out", DUMPS.after()).json(), Set.of("one dump"));
    }

    @Test
    void theLargestRowsAreThereUnlessAllAreAskedForAndBudgetsGoByAll() throws IOException {
        HeapDsl before = HeapDsl.heap().klass("Item").root("vm", "Item").array("list").heldBy("Item");
        HeapDsl after = before.then();
        for (int i = 0; i < 2_100; i++) {
            after.object("item" + i).ofClass("Item").memsize(40).generation(5).heldBy("list");
        }
        Path first = before.writeTo(folder.resolve("before.json"));
        Path last = after.writeTo(folder.resolve("after.json"));
        JsonTree some = report("some", first, last, "--fail-if", "new_count > 2100").json();
        assertEquals(2_000, some.list("border").size());
        assertEquals(100, some.number("left_out", "border"));
        assertEquals(2_100, some.list("budgets").get(0).number("value"));
        assertEquals(2_100, some.number("new_border"));
        JsonTree all = report("all", first, last, "--all").json();
        assertEquals(2_100, all.list("border").size());
        assertEquals(0, all.number("left_out", "border"));
        assertTrue(all.text("command").contains(" --all"));
    }

    @Test
    void theTablesOfGrowthAreBoundedToo() throws IOException {
        HeapDsl first = HeapDsl.heap().klass("Item").root("vm", "Item").array("list").heldBy("Item");
        HeapDsl second = first.then();
        for (int i = 0; i < 2_050; i++) {
            second.klass("Kind" + i).heldBy("Item").object("item" + i).ofClass("Kind" + i).memsize(40).generation(5)
                .heldBy("list");
        }
        Path[] dumps = {first.writeTo(folder.resolve("1.json")), second.writeTo(folder.resolve("2.json")),
            second.then().writeTo(folder.resolve("3.json"))};
        JsonTree some = report("some", dumps[0], dumps[1], dumps[2]).json();
        JsonTree all = report("all", dumps[0], dumps[1], dumps[2], "--all").json();

        for (String table : List.of("rows", "sites")) {
            assertEquals(2_000, some.list("growth", table).size(), table);
            assertEquals(all.list("growth", table).size() - 2_000, some.number("left_out", "growth." + table), table);
            assertTrue(all.list("growth", table).size() >= 2_050, table);
        }
    }

    @Test
    void theDocumentOnStandardOutputIsTheSameButForTheDirectory() throws IOException {
        Path out = folder.resolve("out");
        String printed = CommandRun.of("report", DUMPS.before(), DUMPS.after(), "-o", out, "--nodes", "200", "--json")
            .quiet();
        String written = new String(new ReportFolderFiles(out).bytes("report.json"), StandardCharsets.UTF_8);
        String directory = ",\"directory\":\"" + out + "\"";
        assertTrue(printed.contains(directory));
        assertEquals(written.replaceAll("\\s+", ""), printed.replace(directory, "").replaceAll("\\s+", ""));
    }

    @Test
    void thePageLoadsNothing() throws IOException {
        String html = report("out", DUMPS.before(), DUMPS.after()).html();
        requireNothingLoaded(html);
        assertFalse(PagePolicy.withoutScripts(html).replace("http://www.w3.org/", "").contains("://"));
        assertTrue(html.contains("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>"));
        assertTrue(html.contains("@media print") && html.contains("@media (max-width: 40rem)"));
    }

    static void requireNothingLoaded(String page) {
        String html = PagePolicy.withoutScripts(page);
        Matcher loads = LOADS.matcher(html);
        assertFalse(loads.find(), () -> html.substring(Math.max(0, loads.start() - 80), loads.end() + 40));
    }

    @Test
    void tablesAndThePictureScrollInsideThemselves() throws IOException {
        String html = report("out", DUMPS.before(), DUMPS.after()).html();
        Matcher tables = Pattern.compile("(.{0,24})<table").matcher(html);
        int met = 0;
        while (tables.find()) {
            assertTrue(tables.group(1).endsWith("<div class=\"scroll\">"), tables.group());
            met++;
        }
        assertTrue(met >= 3, met + " tables");
        assertTrue(html.contains(".scroll { overflow-x: auto; }") && html.contains("<div class=\"frame\"><svg"));
    }

    @Test
    void noFileHasAValueOfAString() throws IOException {
        ReportFolderFiles report = report("out", DUMPS.before(), DUMPS.after());
        for (String name : List.of("report.html", "report.json", "border.csv", "leak.gexf")) {
            String text = new String(report.bytes(name), StandardCharsets.UTF_8);
            // The script's strings: "session-#{id}", "captured #{n}/#{i}", "thread stack …", "cvar #{i}", "user #{n}".
            assertFalse(Pattern.compile("session-[0-9]|captured [0-9]|thread stack [0-9]|cvar [0-9]|user [0-9]")
                .matcher(text).find(), name);
        }
    }
}
