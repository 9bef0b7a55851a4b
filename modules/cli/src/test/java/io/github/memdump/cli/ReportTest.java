package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.JsonTree;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class ReportTest {
    private static final Set<String> ALL = new TreeSet<>(List.of("report.html", "report.json", "leak.png", "leak.pdf",
        "leak.gephi", "leak.gexf", "border.csv"));
    private static final String NASTY = "<script>alert('x')</script>&\"\u0001\u00e9";

    @TempDir
    private Path folder;

    private static Set<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    /** Parses the page as XML, which HTML need not be but ours is. */
    private static Document parsed(String html) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
            .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @EnumSource(GoldenDumps.class)
    void allFilesOfARealLeakAreThereAndTellIt(GoldenDumps dumps) throws Exception {
        Path out = folder.resolve("out");
        String summary = CommandRun.of("report", dumps.before(), dumps.after(), "-o", out, "--nodes", "600").quiet();
        assertEquals(ALL, names(out));
        assertTrue(summary.contains("new objects ("), summary);
        assertTrue(summary.contains("Leak::Registry"), summary);
        assertTrue(summary.contains("./memdump gephi "), summary);
        requirePage(text(out.resolve("report.html")));
        requirePicture(ImageIO.read(out.resolve("leak.png").toFile()));
        try (PDDocument pdf = PDDocument.load(out.resolve("leak.pdf").toFile())) {
            String words = new PDFTextStripper().getText(pdf);
            assertEquals(1, pdf.getNumberOfPages());
            assertTrue(words.contains("Leak::Registry") && words.contains("Leak::Session"), words);
        }
        List<String> csv = Files.readAllLines(out.resolve("border.csv"));
        assertTrue(csv.get(0).startsWith("object,address,type,class,name,memsize,generation,"), csv.get(0));
        assertEquals(dumps.answer().number("interface", "diff_border"), csv.size() - 1);
    }

    private static void requirePage(String page) throws Exception {
        parsed(page);
        String html = PagePolicy.withoutScripts(page);
        assertFalse(html.contains("<script"), "no script but those of the policy");
        assertFalse(html.contains("<link") || html.contains("url(") || html.contains("@import"), "self-contained");
        assertFalse(html.matches("(?s).*(src|href)=.*"), "no reference");
        assertFalse(html.replace("http://www.w3.org/", "").contains("://"), "no address but those of name spaces");
        for (String heading : List.of("The picture", "What holds the new objects", "What grew",
            "Border: new objects held by old", "How much border objects keep alive",
            "What the picture leaves out", "Read this with care", "Repeat it")) {
            assertTrue(html.contains("<h2>" + heading), heading);
        }
        assertTrue(html.contains("./memdump report "));
        assertTrue(html.contains("Leak::Session"));
        assertTrue(html.contains("allocation_info_tracer"), "the tracer is named");
        assertFalse(html.contains("session-1") || html.contains("captured 2"), "no value of a string");
    }

    private static void requirePicture(BufferedImage image) {
        assertTrue(image.getWidth() > 800 && image.getHeight() > 400, image.getWidth() + "×" + image.getHeight());
        int orange = 0;
        int white = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y) & 0xFFFFFF;
                orange += rgb == 0xE8590C ? 1 : 0;
                white += rgb == 0xFFFFFF ? 1 : 0;
            }
        }
        int pixels = image.getWidth() * image.getHeight();
        assertTrue(orange > pixels / 100, "new objects take " + orange + " of " + pixels + " pixels");
        assertTrue(white > pixels / 3, "ground");
    }

    @Test
    void theSameDumpsGiveTheSamePageAndTable() throws IOException {
        GoldenDumps dumps = GoldenDumps.RUBY_3_4;
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        CommandRun.of("report", dumps.before(), dumps.after(), "-o", one, "--nodes", "200").quiet();
        CommandRun.of("report", dumps.before(), dumps.after(), "-o", two, "--nodes", "200").quiet();
        for (String name : List.of("report.html", "border.csv", "leak.png", "leak.pdf")) {
            assertArrayEquals(Files.readAllBytes(one.resolve(name)), Files.readAllBytes(two.resolve(name)), name);
        }
    }

    private HeapDsl nasty() {
        return HeapDsl.heap().root("vm", "Store").klass("Store").record("Bad", "CLASS").with("name", NASTY)
            .object("store").ofClass("Store").heldBy("Store");
    }

    @Test
    void namesOutOfADumpCannotBecomeMarkup() throws Exception {
        HeapDsl before = nasty();
        HeapDsl after = before.then().object("leak").ofClass("Bad").generation(5).allocatedAt(NASTY, 3, NASTY)
            .heldBy("store");
        Path out = folder.resolve("out");
        CommandRun.of("report", before.writeTo(folder.resolve("before.json")),
            after.writeTo(folder.resolve("a<b>&.json")), "-o", out).quiet();
        String html = text(out.resolve("report.html"));
        assertFalse(PagePolicy.withoutScripts(html).contains("<script"));
        assertTrue(html.contains("&lt;script&gt;alert('x')&lt;/script&gt;&amp;&quot;\\x01\u00e9"));
        parsed(html);
        parsed(text(out.resolve("leak.gexf")));
        assertTrue(Files.size(out.resolve("leak.pdf")) > 0);
    }

    @Test
    void equalDumpsGiveAReportThatSaysSo() throws Exception {
        Path dump = nasty().writeTo(folder.resolve("same.json"));
        Path out = folder.resolve("out");
        String summary = CommandRun.of("report", dump, dump, "-o", out).quiet();
        assertTrue(summary.contains("Nothing is new between the two dumps."), summary);
        assertEquals(ALL, names(out));
        assertTrue(text(out.resolve("report.html")).contains("Nothing is new"));
    }

    @Test
    void oneDumpIsToldWithoutABorder() throws Exception {
        Path out = folder.resolve("out");
        JsonTree json = CommandRun.of("report", GoldenDumps.RUBY_3_1.after(), "-o", out, "--nodes", "300", "--json")
            .json();
        assertEquals(36_274, json.number("objects"));
        assertEquals(300, json.number("nodes"));
        Set<String> files = new TreeSet<>(ALL);
        files.remove("border.csv");
        assertEquals(files, names(out));
        String html = text(out.resolve("report.html"));
        parsed(html);
        assertTrue(html.contains("What retains most") && html.contains("Leak::Session"));
    }

    @Test
    void theTerminalNamesTheSuspectsThatThePageNames() throws Exception {
        GoldenDumps dumps = GoldenDumps.RUBY_3_4;
        for (List<Path> given : List.of(List.of(dumps.after()), List.of(dumps.before(), dumps.after()))) {
            Path out = folder.resolve("out" + given.size());
            List<Object> words = new ArrayList<>(List.of("report", "-o", out, "--nodes", "50"));
            words.addAll(given);
            String summary = CommandRun.of(words.toArray()).quiet();
            String first = summary.lines().filter(line -> line.startsWith("  suspect 1: ")).findFirst().orElseThrow();
            String title = first.substring("  suspect 1: ".length(), first.indexOf(','));
            assertTrue(text(out.resolve("report.html")).contains(title), first);
            assertEquals(given.size() == 2, first.contains("Leak"), first);
        }
    }

    @Test
    void jsonTellsTheFigures() {
        GoldenDumps dumps = GoldenDumps.RUBY_3_1;
        JsonTree json = CommandRun.of("report", dumps.before(), dumps.after(), "-o", folder.resolve("out"), "--json",
            "--nodes", "100").json();
        assertEquals(13_388, json.number("new_objects"));
        assertEquals(dumps.answer().number("interface", "diff_border"), json.number("new_border"));
        assertEquals(12_000, json.list("holders").get(0).number("new_objects"));
        assertEquals(100, json.number("nodes"));
    }

    @Test
    void onlyTheOwnerReadsAReportAndOtherFilesStay() throws IOException {
        Path dump = nasty().writeTo(folder.resolve("same.json"));
        Path out = Files.createDirectory(folder.resolve("out"));
        Files.writeString(out.resolve("notes.txt"), "mine");
        Files.writeString(out.resolve("report.html"), "an earlier one");
        CommandRun.of("report", dump, dump, "-o", out).quiet();
        assertEquals("mine", text(out.resolve("notes.txt")));
        for (String name : ALL) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(out.resolve(name))));
        }
        assertTrue(text(out.resolve("report.html")).contains("Nothing is new"));
        assertEquals(Set.of("same.json", "out"), names(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a dump", "<?xml version=\"1.0\"?><gexf/>", "{\"nodes\":[]}"})
    void badInputLeavesNothing(String content) throws IOException {
        Path good = nasty().writeTo(folder.resolve("good.json"));
        Path bad = Files.writeString(folder.resolve("bad.json"), content);
        CommandRun.of("report", good, bad, "-o", folder.resolve("out")).fails(1, "bad.json");
        CommandRun.of("report", bad, "-o", folder.resolve("out")).fails(1, "bad.json");
        CommandRun.of("report", good, folder.resolve("gone.json"), "-o", folder.resolve("out")).fails(1, "gone.json");
        assertEquals(Set.of("good.json", "bad.json"), names(folder));
    }

    @Test
    void aPlaceThatCannotBeWrittenIsToldBeforeAnythingIsRead() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        CommandRun.of("report", "unread.json", "-o", file).fails(1, "is a file");
        CommandRun.of("report", "unread.json", "-o", folder.resolve("no/where")).fails(1, "no directory", "Create it");
        CommandRun.of("report", "unread.json", "-o", folder.resolve("out"), "--nodes", "0").fails(2, "--nodes");
        CommandRun.of("report", "unread.json").fails(2, "--output");
        assertEquals(Set.of("file"), names(folder));
    }

    @Test
    void aDumpWithoutRootsIsDrawnAndSaysSo() throws Exception {
        HeapDsl before = HeapDsl.heap().klass("Store").object("store").ofClass("Store");
        HeapDsl after = before.then().object("leak").ofClass("Store").generation(4).heldBy("store");
        Path out = folder.resolve("out");
        CommandRun run = CommandRun.of("report", before.writeTo(folder.resolve("before.json")),
            after.writeTo(folder.resolve("after.json")), "-o", out);
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("No root reaches any of them"), run.out());
        String html = text(out.resolve("report.html"));
        parsed(html);
        assertTrue(html.contains("no ROOT record"));
        assertTrue(html.contains("<title>Store "), "the holder and what it holds are drawn");
    }
}
