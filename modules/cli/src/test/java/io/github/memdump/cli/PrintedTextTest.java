package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.memdump.cli.command.Session;
import io.github.memdump.testing.JsonTree;
import io.github.memdump.text.Printable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What commands print, all of them, whatever names a dump and its files have. */
class PrintedTextTest {
    private static final String[] EVIL = {"\u001B[31mRED\u001B[0m\u001B]0;TITLE\u0007", "\u009B31mCSI",
        "\u202Egnp.exe\u202C", "zero\u200Bwidth\u2060\uFEFF", "ls\u2028ps\u2029nel\u0085", "\uD800lone",
        "tag\uDB40\uDC41", "\u2066isolate\u2069", "null\u0000del\u007F\b", "crlf\r\nline", "\t=1+1", "\r=1+1",
        "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)", "fill\u3164\u00AD\uFE0F"};
    private static final String ALL = String.join("", EVIL);
    /** No test reads or writes an index that a person has. */
    private static final String CACHE = Path.of("target", "no-such-cache\u001B").toString();
    /** They need a process, a screen or an assistant; what they say without one is looked at. */
    private static final Set<String> ALONE = Set.of("dump", "enable-allocation-trace", "gephi", "mcp", "watch",
        "where");
    private static final Set<String> PRINT_NO_DUMP = Set.of("help", "completion", "index");

    @TempDir
    private Path folder;

    private Path before;
    private Path after;

    static Stream<String> commands() {
        return new TreeSet<>(commandLine().getSubcommands().keySet()).stream();
    }

    @BeforeEach
    void writeDumps() throws IOException {
        String name = "\u001B[2J\u0007" + (isUnicode() ? "\u202E\u200B\u009B" : "");
        Path evil = Files.createDirectory(folder.resolve(name));
        before = write(evil.resolve("before\n.json"), 1);
        after = write(evil.resolve("after\r.json"), 12);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void nothingPrintedMovesTheCursorOrHidesText(String command) throws IOException {
        List<String> words = words(spec(command));
        Run run = Run.of(words);
        run.isClean();
        if (!ALONE.contains(command)) {
            assertEquals(0, run.code, run.err);
        }
        Run json = Run.of(with(words, "--json"));
        json.isClean();
        if (json.code == 0 && !PRINT_NO_DUMP.contains(command)) {
            JsonTree.read(json.out);
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void mistakesAreSaidInCleanText(String command) throws IOException {
        List<String> words = words(spec(command));
        Run.of(with(words, "--" + ALL)).isClean();
        Run.of(List.of(command, ALL, ALL, ALL, ALL, ALL)).isClean();
        for (OptionSpec option : spec(command).options()) {
            // Of a required option a second value is a mistake by itself.
            if (option.arity().max() > 0) {
                Run.of(List.of(command, "missing" + ALL, option.longestName() + "=" + ALL)).isClean();
            }
        }
        Run.of(List.of(command, "--help")).isClean();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void damagedDumpsAreNamedInCleanText(String command) throws IOException {
        byte[] bad = ("{\"address\":\"0x" + ALL + "\",\"type\":\"" + ALL + "\n" + ALL + "\n")
            .getBytes(StandardCharsets.UTF_8);
        Files.write(after, bad, StandardOpenOption.APPEND);
        Run.of(with(words(spec(command)), "--strict")).isClean();
        Files.write(before, bad);
        Files.write(after, bad);
        Run.of(words(spec(command))).isClean();
        List<String> words = words(spec(command));
        Files.delete(before);
        Files.delete(after);
        Run.of(words).isClean();
    }

    @Test
    void namesAreShownAsEscapesAndKeptInJson() throws IOException {
        Run text = Run.of(List.of("stats", after.toString(), "--top", "all"));
        assertTrue(text.out.contains("\\x1B[31mRED\\x1B[0m\\x1B]0;TITLE\\x07"), text.out);
        assertTrue(text.out.contains("\\u{202E}gnp.exe\\u{202C}"), text.out);
        assertTrue(text.out.contains("\\u{D800}lone"), text.out);
        Run json = Run.of(List.of("stats", after.toString(), "--top", "all", "--json"));
        List<String> keys = JsonTree.read(json.out).list("rows").stream().map(row -> row.text("key"))
            .collect(Collectors.toList());
        for (int i = 0; i < EVIL.length; i++) {
            assertTrue(keys.contains(EVIL[i]) || EVIL[i].contains("\uD800"), keys + " lacks " + Printable.of(EVIL[i]));
        }
    }

    @Test
    void cellsOfCsvAreNoFormulas() {
        Run csv = Run.of(List.of("table", after.toString(), "--columns", "class,name,file,method,memsize"));
        for (Map<String, String> record : CsvRecords.of(csv.out)) {
            record.values().forEach(cell -> assertTrue(cell.isEmpty() || "=+-@\t\r".indexOf(cell.charAt(0)) < 0, cell));
        }
        assertTrue(csv.out.contains("'=cmd|' /C calc'!A0"), csv.out);
    }

    @Test
    void aDumpOnStandardOutputMeansTheSame() throws IOException {
        Run dump = Run.of(List.of("select", after.toString(), "--where", "type = CLASS"));
        Path copy = Files.write(folder.resolve("copy.json"), dump.out.getBytes(StandardCharsets.UTF_8));
        Path direct = folder.resolve("direct.json");
        Run.of(List.of("select", after.toString(), "--where", "type = CLASS", "-o", direct.toString()));
        String rows = JsonTree.read(Run.of(List.of("stats", copy.toString(), "--json")).out).list("rows").toString();
        assertEquals(JsonTree.read(Run.of(List.of("stats", direct.toString(), "--json")).out).list("rows").toString(),
            rows);
        assertTrue(dump.out.contains("\\u202egnp.exe"), dump.out);
    }

    /** Fills what a command takes by what it is called in its help. */
    private List<String> words(CommandSpec spec) throws IOException {
        List<String> words = new ArrayList<>(List.of(spec.name()));
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            if (parameter.arity().min() > 0 || parameter.paramLabel().matches("DUMP|BEFORE|DUMP\\|ADDRESS|ADDRESS")) {
                words.addAll(values(parameter.paramLabel(), spec));
            }
            if (parameter.arity().min() > 1) {
                words.add("0x1000");
            }
        }
        for (OptionSpec option : spec.options()) {
            // Of a group one is enough, or none.
            if (option.required() && option.group() == null) {
                words.add(option.longestName());
                words.addAll(values(option.paramLabel(), spec));
            }
        }
        if (spec.findOption("--where") != null) {
            words.addAll(List.of("--where", "type != ROOT"));
        }
        // They go into a file unless asked otherwise.
        if (spec.name().equals("redact")) {
            words.add("-o=-");
        }
        return words;
    }

    private List<String> values(String label, CommandSpec spec) throws IOException {
        switch (label) {
            case "BEFORE":
                return List.of(before.toString());
            case "DUMP":
                return List.of("growth", "compare").contains(spec.name())
                    ? List.of(before.toString(), copy(before).toString(), after.toString()) : List.of(after.toString());
            case "AFTER":
                return List.of(after.toString());
            case "DUMP|ADDRESS":
                return List.of(spec.positionalParameters().get(0).paramLabel().equals(label) ? after.toString()
                    : "0x1000");
            case "ADDRESS":
            case "OBJECT":
            case "OBJECT,…":
                return List.of("0x1000");
            case "OUT":
            case "DIR":
            case "FILE":
                return List.of(after.resolveSibling("out\u0007" + spec.name()).toString());
            case "GML":
                return List.of("-");
            case "A,B,C":
                return List.of("object,class,name,file,method,value");
            case "SUBJECT":
                return List.of("heap");
            case "SELECTION":
                return List.of("type != ROOT");
            case "SHELL":
                return List.of("bash");
            case "R":
                return List.of("1");
            case "PID":
                return List.of("999999999");
            case "N":
            case "SIZE":
                return List.of("1");
            case "NAME":
            case "WORD":
            case "TEXT":
                return List.of("x");
            case "COMMAND":
                return List.of("stats");
            default:
                return fail("Say in this test what " + label + " of memdump " + spec.name() + " stands for.");
        }
    }

    private Path copy(Path dump) throws IOException {
        Path copy = dump.resolveSibling("copy\u001B.json");
        Files.write(copy, Files.readAllBytes(dump));
        return copy;
    }

    private static Path write(Path file, int objects) throws IOException {
        StringBuilder dump = new StringBuilder();
        StringBuilder held = new StringBuilder();
        for (int c = 0; c < EVIL.length; c++) {
            String name = json(EVIL[c]);
            long klass = 0x1000 + 0x100000L * c;
            dump.append(String.format("{\"address\":\"0x%x\", \"type\":\"CLASS\", \"name\":%s, \"memsize\":640,"
                + " \"generation\":1}\n", klass, name));
            dump.append(String.format("{\"type\":\"ROOT\", \"root\":%s, \"references\":[\"0x%x\"]}\n", name, klass));
            held.append(String.format("%s\"0x%x\"", c == 0 ? "" : ", ", klass));
            for (int i = 1; i <= objects; i++) {
                dump.append(String.format("{\"address\":\"0x%x\", \"type\":\"%s\", \"class\":\"0x%x\", \"value\":%s,"
                        + " \"file\":%s, \"line\":3, \"method\":%s, \"generation\":%d, \"memsize\":400}\n",
                    klass + i * 0x28, i % 2 == 0 ? "OBJECT" : "STRING", klass, name, name, name, i == 1 ? 1 : 2));
                held.append(String.format(", \"0x%x\"", klass + i * 0x28));
            }
        }
        dump.append("{\"type\":\"ROOT\", \"root\":\"vm\", \"references\":[").append(held).append("]}\n");
        return Files.write(file, dump.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** As Ruby writes it, but half of the characters as they are. */
    private static String json(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isEscaped = c < ' ' || Character.isSurrogate(c) || i % 2 == 0 && c > 0x7E;
            json.append(isEscaped ? String.format("\\u%04x", (int) c) : Character.toString(c));
        }
        return json.append('"').toString();
    }

    private static boolean isUnicode() {
        return "UTF-8".equals(System.getProperty("sun.jnu.encoding"));
    }

    private static List<String> with(List<String> words, String word) {
        List<String> more = new ArrayList<>(words);
        more.add(word);
        return more;
    }

    private static CommandLine commandLine() {
        return Memdump.commandLine(Session.of(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(),
            new ByteArrayOutputStream(), Map.of()));
    }

    private static CommandSpec spec(String command) {
        return commandLine().getSubcommands().get(command).getCommandSpec();
    }

    private static final class Run {
        private final List<String> words;
        private final int code;
        private final String out;
        private final String err;

        private Run(List<String> words, int code, String out, String err) {
            this.words = words;
            this.code = code;
            this.out = out;
            this.err = err;
        }

        static Run of(List<String> words) {
            CommandRun run = CommandRun.in(Map.of("MEMDUMP_CACHE", CACHE),
                "1 + 1\n".getBytes(StandardCharsets.UTF_8), words.toArray());
            return new Run(words, run.code(), run.out(), run.err());
        }

        void isClean() {
            Stream.of(out, err).forEach(text -> text.codePoints()
                .filter(c -> c != '\n' && !Printable.isPrintable(c)).findFirst()
                .ifPresent(c -> fail(String.format("U+%04X from %s: %s", c, words, text))));
        }
    }
}
