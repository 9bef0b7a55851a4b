package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.answer.Figures;
import io.github.memdump.cli.browser.Browser;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.HeapDsl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a report in Chromium: it can be explored, loads nothing, and runs nothing that a dump has in it. */
class ExplorerPageTest {
    private static final String ESCAPE = "\ue00c";
    private static final String DOWN = "\ue015";
    private static final String ENTER = "\ue007";
    private static final String BOXES = "document.querySelectorAll('.box').length";
    private static final String FOCUS = "document.querySelector('.path b').textContent";

    @TempDir
    private static Path folder;
    private static Path page;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start(folder);
        GoldenDumps dumps = GoldenDumps.RUBY_3_1;
        page = report("golden", dumps.before(), dumps.after());
        // The browser's own first page asks for much.
        open(page, "");
        browser.requests();
    }

    @AfterAll
    static void end() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    private static Path report(String name, Path... dumps) {
        Object[] words = new Object[dumps.length + 5];
        System.arraycopy(new Object[] {"report", "-o", folder.resolve(name), "--nodes", "300"}, 0, words, 0, 5);
        System.arraycopy(dumps, 0, words, 5, dumps.length);
        CommandRun.of(words).quiet();
        return folder.resolve(name).resolve("report.html");
    }

    @BeforeEach
    void open() throws IOException {
        browser.resize(1280, 900);
        browser.prefer("light");
        open(page, "");
    }

    private static void open(Path file, String place) throws IOException {
        browser.open(file, place);
    }

    @AfterEach
    void requireSilence() throws IOException {
        assertEquals(List.of(), browser.complaints());
        assertEquals(List.of(), browser.requests());
    }

    private static boolean is(String expression) throws IOException {
        return Boolean.TRUE.equals(browser.value(expression));
    }

    private static long number(String expression) throws IOException {
        return ((Number) browser.value(expression)).longValue();
    }

    @ParameterizedTest
    @CsvSource({"1280, light", "1280, dark", "390, light", "390, dark"})
    void fitsScreensAndTurnsDark(int width, String scheme) throws IOException {
        browser.resize(width, 900);
        browser.prefer(scheme);
        open(page, "");
        assertEquals(width, number("document.documentElement.scrollWidth"), "nothing sticks out");
        assertTrue(number(BOXES) > 20, "boxes");
        assertTrue(number(BOXES) <= 3_000, "boxes");
        assertEquals(scheme.equals("dark") ? "rgb(18, 23, 28)" : "rgb(255, 255, 255)",
            browser.value("getComputedStyle(document.body).backgroundColor"));
        assertNotEquals(browser.value("getComputedStyle(document.querySelector('.fresh-0')).backgroundColor"),
            browser.value("getComputedStyle(document.querySelector('.fresh-4')).backgroundColor"));
    }

    @Test
    void boxesOpenByMouseAndByKeyAndCloseAgain() throws IOException {
        assertEquals("All that the roots reach", browser.value(FOCUS));
        browser.click(".box[aria-level='2']");
        Object inside = browser.value(FOCUS);
        assertNotEquals("All that the roots reach", inside);
        assertTrue(((String) browser.value("location.hash")).startsWith("#retained-"));
        browser.value("document.querySelector('.box').focus()");
        browser.press(DOWN, ENTER);
        assertNotEquals(inside, browser.value(FOCUS));
        assertEquals(browser.value(FOCUS), browser.value("document.activeElement.textContent"));
        browser.press(ESCAPE);
        assertEquals(inside, browser.value(FOCUS));
        browser.press(ESCAPE, ESCAPE);
        assertEquals("All that the roots reach", browser.value(FOCUS));
    }

    @Test
    void boxesAreSearchedAndColoured() throws IOException {
        browser.press("/");
        browser.type("#retained input", "leak::session");
        assertTrue(number("document.querySelectorAll('.box.found').length") > 0);
        assertTrue(is("Array.from(document.querySelectorAll('.box.found')).every(box => /Leak::Session|All that/"
            + ".test(box.title))"), "only what was searched for");
        browser.type("#retained input", ENTER);
        assertTrue(((String) browser.value(FOCUS)).startsWith("Leak::Session"));
        for (String kind : List.of("class", "gem or folder", "line that allocated it")) {
            browser.value("(() => { const by = document.querySelector('#retained [aria-label=\"Colour by\"]');"
                + " by.value = Array.from(by.options).findIndex(option => option.text === arguments[0]);"
                + " by.dispatchEvent(new Event('change')); })()", kind);
            assertTrue(number("document.querySelectorAll('#retained .legend button').length") > 1, kind);
            assertTrue(number("document.querySelectorAll('.box[class*=hue-]').length") > 0, kind);
        }
    }

    @Test
    void addressesLeadToSuspectsWhichOpenToPathsAndToBoxes() throws IOException {
        open(page, "#suspect-2");
        assertTrue(is("document.querySelector('#suspect-2 details').open"));
        assertFalse(is("document.querySelector('#suspect-1 details').open"));
        assertTrue(is("Math.abs(document.querySelector('#suspect-2').getBoundingClientRect().top) < 900"));
        assertTrue(is("document.querySelector('#suspect-1 .via') !== null"), "names of references");
        assertTrue(is("/shop_model.rb:\\d+/.test(document.querySelector('#suspect-1 .steps').textContent)"), "lines");
        browser.click("#suspect-1 .links a:last-child");
        String there = (String) browser.value("location.hash");
        assertTrue(there.startsWith("#retained-"), there);
        Object focus = browser.value(FOCUS);
        open(page, there);
        assertEquals(focus, browser.value(FOCUS));
    }

    @Test
    void tablesAreSortedAndSearched() throws IOException {
        String table = "document.querySelectorAll('.scroll > table')[1]";
        String first = table + ".tBodies[0].rows[0].lastElementChild.textContent";
        long seen = number("Array.from(" + table + ".tBodies[0].rows).filter(row => !row.hidden).length");
        assertEquals(12, seen);
        browser.value(table + ".tHead.rows[0].lastElementChild.firstElementChild.click()");
        assertTrue(is("((rows) => rows.every((row, i) => i === 0 || rows[i - 1].lastElementChild.textContent <="
            + " row.lastElementChild.textContent))(Array.from(" + table + ".tBodies[0].rows))"), "by name");
        browser.value(table + ".tHead.rows[0].firstElementChild.firstElementChild.click()");
        assertTrue(is("((rows) => rows.every((row, i) => i === 0 || +rows[i - 1].cells[0].dataset.v >="
            + " +row.cells[0].dataset.v))(Array.from(" + table + ".tBodies[0].rows))"), "by number, the largest first");
        browser.value("(() => { const field = " + table
            + ".parentElement.previousElementSibling.querySelector('input'); field.value = 'leak::session';"
            + " field.dispatchEvent(new Event('input')); })()");
        assertEquals(List.of("Leak::Session"), browser.value("Array.from(" + table + ".tBodies[0].rows).filter(row =>"
            + " !row.hidden).map(row => row.lastElementChild.textContent)"));
        assertTrue(((String) browser.value(first)).length() > 0);
    }

    @Test
    void thePictureZoomsMovesAndIsSearched() throws IOException {
        String moved = "document.querySelector('#picture svg > g').getAttribute('transform')";
        browser.value("document.querySelector('#picture .frame').focus()");
        browser.press("+", "+");
        String zoomed = (String) browser.value(moved);
        assertTrue(zoomed.endsWith("scale(2.25)"), zoomed);
        browser.press("\ue014");
        assertNotEquals(zoomed, browser.value(moved));
        browser.press("0");
        assertEquals("translate(0,0) scale(1)", browser.value(moved));
        browser.type("#picture input", "leak::session");
        assertTrue(number("document.querySelectorAll('#picture circle.found').length") > 0);
        browser.type("#picture input", ENTER);
        assertTrue(((String) browser.value(moved)).endsWith("scale(6)"));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 999, 1_000, 1_023, 1_024, 1_048_524, 123_456_789, 9_876_543_210L, 1L << 50})
    void figuresReadAsInTheRestOfThePage(long number) throws IOException {
        String script = Files.readString(Path.of(
            "src/main/resources/io/github/memdump/cli/report/explorer/figures.js"));
        assertEquals(Figures.bytes(number) + " / " + Figures.count(number, "object"), browser.value(
            "(() => { " + script + " return bytes(arguments[0]) + ' / ' + count(arguments[0], 'object'); })"
                + ".apply(null, arguments)", number));
    }

    @Test
    void isReadableWithoutScriptsAndOnPaper() throws IOException {
        byte[] printed = browser.print();
        browser.runScripts(false);
        try {
            open(page, "");
            for (byte[] pages : List.of(printed, browser.print())) {
                try (PDDocument pdf = PDDocument.load(pages)) {
                    String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
                    assertTrue(text.contains("Leak::Registry") && text.contains("What holds the new objects"), text);
                    assertTrue(text.contains("Repeat it") && text.contains("./memdump report"), text);
                }
            }
        } finally {
            browser.runScripts(true);
        }
        try (PDDocument pdf = PDDocument.load(printed)) {
            assertTrue(new PDFTextStripper().getText(pdf).contains("What retains what"));
        }
    }

    @Test
    void growthOverDumpsIsDrawnForTheClassesThatAreChosen() throws IOException {
        Path[] dumps = new Path[4];
        HeapDsl heap = HeapDsl.heap().klass("Item").klass("Other").root("vm", "Item", "Other")
            .hash("all").heldBy("Item");
        for (int dump = 0; dump < dumps.length; dump++) {
            heap = heap.then();
            for (int i = 0; dump > 0 && i < 40; i++) {
                heap.object("o" + dump + "_" + i).ofClass(i % 4 == 0 ? "Other" : "Item").memsize(40)
                    .generation(dump + 1).allocatedAt("item.rb", 7, "new").heldBy("all");
            }
            dumps[dump] = heap.writeTo(folder.resolve(dump + ".json"));
        }
        open(report("growth", dumps), "");
        assertEquals(2, number("document.querySelectorAll('#growth path').length"));
        assertEquals(8, number("document.querySelectorAll('#growth circle').length"));
        browser.click("#growth button");
        assertEquals(1, number("document.querySelectorAll('#growth path').length"));
    }

    @Test
    void nothingInADumpRuns() throws IOException {
        String script = "</script><script>document.title = 'run'</script>";
        String image = "<img src=x onerror=\"document.title='run'\">";
        HeapDsl before = HeapDsl.heap().root("vm", "Store").klass("Store").record("Bad", "CLASS").with("name", script)
            .record("Worse", "CLASS").with("name", image + "]]>\u2028<!--")
            .object("store").ofClass("Worse").heldBy("Store");
        HeapDsl after = before.then();
        for (int i = 0; i < 30; i++) {
            after.object("leak" + i).ofClass(i % 3 == 0 ? "Worse" : "Bad").memsize(40 + i).generation(5)
                .allocatedAt(script + image, 3, "javascript:document.title='run'").heldBy("store");
        }
        open(report("hostile", before.writeTo(folder.resolve("before.json")),
            after.writeTo(folder.resolve("<b onmouseover=alert(1)>.json"))), "#suspect-1");
        browser.press("/");
        browser.type("#retained input", "onerror");
        browser.type("#retained input", ENTER);
        assertTrue(number("document.querySelectorAll('.box').length") > 0, "it is drawn all the same");
        assertNotEquals("run", browser.value("document.title"));
        assertEquals(0, number("document.images.length"));
        assertEquals(3, number("document.scripts.length"));
    }
}
