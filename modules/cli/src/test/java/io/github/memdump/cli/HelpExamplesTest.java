package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.cli.command.Session;
import io.github.memdump.testing.JsonTree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Does what the help of each command gives as examples, in a folder with the files that they name. */
class HelpExamplesTest {
    private static final Path EXAMPLES = Path.of("..", "..", "src", "examples");
    /** They want a Ruby process, which {@link LiveProcessTest} and others have, or an assistant. */
    static final Set<String> LIVE = Set.of("dump", "enable-allocation-trace", "where", "watch", "mcp");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\|)|(>)|(&&)|([^\\s|>']+)");
    private static final Pattern FILE = Pattern.compile(
        "(~/)?[\\w.-]+\\.(json|json\\.gz|csv|gml|gexf|gephi|png|jsh|txt|heapsnapshot)");

    private static final Pattern FIGURE = Pattern.compile("\\d");
    private static final Pattern UNFILLED = Pattern.compile("\\bnull\\b|\\bNaN\\b|Infinity|%[,.\\d]*[sdf]|[{]\\d[}]");

    @TempDir
    private static Path folder;
    private static Map<String, String> environment;

    @BeforeAll
    static void prepare() throws IOException {
        for (String name : List.of("before", "after")) {
            Path packed = Files.copy(EXAMPLES.resolve(name + ".json.gz"), folder.resolve(name + ".json.gz"));
            try (GZIPInputStream plain = new GZIPInputStream(Files.newInputStream(packed))) {
                Files.copy(plain, folder.resolve(name + ".json"));
            }
        }
        Files.copy(folder.resolve("before.json"), folder.resolve("small.json"));
        Files.copy(folder.resolve("before.json.gz"), folder.resolve("1.json.gz"));
        for (int i = 2; i <= 4; i++) {
            Files.copy(folder.resolve("after.json.gz"), folder.resolve(i + ".json.gz"));
        }
        Files.writeString(folder.resolve("leak.jsh"), Files.readString(EXAMPLES.resolve("leak.jsh"))
            .replaceAll("\"(\\w+\\.(gml|json\\.gz))\"", Matcher.quoteReplacement("\"" + folder) + "/$1\""));
        Files.writeString(folder.resolve("salt.txt"), "a long word\n");
        Path gephi = folder.resolve("gephi-0.10.1");
        Files.createDirectories(gephi.resolve("bin"));
        Files.createDirectories(gephi.resolve("etc"));
        Files.writeString(gephi.resolve("etc/gephi.clusters"), "platform\n");
        Files.createDirectories(gephi.resolve("platform"));
        Files.writeString(gephi.resolve("bin/gephi"), "#!/bin/sh\nexit 1\n");
        Files.setPosixFilePermissions(gephi.resolve("bin/gephi"), PosixFilePermissions.fromString("rwx------"));
        environment = Map.of("MEMDUMP_CACHE", folder.resolve("cache").toString(), "GEPHI_HOME", gephi.toString());
    }

    static List<String> examples() {
        return HelpTest.commands().stream().flatMap(command -> examplesOf(command).stream())
            .collect(Collectors.toList());
    }

    /** Returns the lines as a reader sees and copies them: none may be broken but by a backslash. */
    private static List<String> examplesOf(String command) {
        List<String> lines = CommandRun.of(command, "--help").quiet().lines().collect(Collectors.toList());
        int begin = Math.max(lines.indexOf("Examples:"), lines.indexOf("Example:")) + 1;
        List<String> examples = new ArrayList<>();
        for (int i = begin; !lines.get(i).isBlank(); i++) {
            String last = examples.isEmpty() ? "" : examples.get(examples.size() - 1);
            if (last.endsWith(" \\")) {
                examples.set(examples.size() - 1, last.substring(0, last.length() - 1) + lines.get(i).strip());
            } else {
                assertTrue(lines.get(i).matches("  (memdump|echo) .*"), "a broken line: " + lines.get(i));
                examples.add(lines.get(i).strip());
            }
        }
        assertFalse(examples.isEmpty(), command);
        assertTrue(examples.stream().allMatch(line -> (line + " ").contains("memdump " + command + " ")), command);
        return examples;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void doesWhatItSays(String example) throws IOException {
        byte[] input = new byte[0];
        Path redirected = null;
        List<List<String>> commands = commands(example);
        for (List<String> words : commands) {
            if (words.get(0).equals("echo")) {
                input = (words.get(1) + "\n").getBytes(StandardCharsets.UTF_8);
                continue;
            }
            int redirection = words.indexOf(">");
            redirected = redirection < 0 ? null : place(words.get(redirection + 1));
            List<String> arguments = words.subList(1, redirection < 0 ? words.size() : redirection);
            if (LIVE.contains(arguments.get(0))) {
                parses(arguments);
                return;
            }
            input = run(arguments, input).getBytes(StandardCharsets.UTF_8);
        }
        if (redirected != null) {
            Files.write(redirected, input);
            assertTrue(redirected.toString().matches(".*(completion|[.]rb)")
                || JsonTree.read(Files.readString(redirected)).has("warnings"), example);
        }
    }

    private String run(List<String> arguments, byte[] input) throws IOException {
        List<String> words = new ArrayList<>();
        List<Path> written = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            boolean isOutput = i > 0 && arguments.get(i - 1).equals("-o");
            boolean isFile = isOutput || FILE.matcher(arguments.get(i)).matches()
                || arguments.get(i).startsWith("~/");
            words.add(isFile ? place(arguments.get(i)).toString() : arguments.get(i));
            if (isOutput) {
                written.add(place(arguments.get(i)));
            }
        }
        CommandRun run = CommandRun.in(environment, input, words.toArray());
        if (arguments.get(0).equals("gephi")) {
            // The dumps and the program were found: what is missing is a display.
            run.fails(1, "no display");
            return "";
        }
        assertEquals(0, run.code(), run.err());
        assertFalse(run.err().contains("Did you mean"), run.err());
        for (Path file : written) {
            isWhole(file);
        }
        if (!arguments.get(0).equals("interactive")) {
            isAnAnswer(arguments, run.out());
        }
        return run.out();
    }

    /** A document, a script, or sentences and figures of which nothing was left unfilled. */
    private static void isAnAnswer(List<String> arguments, String out) {
        assertFalse(out.isBlank(), "it says nothing");
        if (arguments.contains("--json")) {
            assertTrue(JsonTree.read(out).has("warnings"), out);
        } else if (arguments.get(0).equals("table") && !arguments.contains("-o")) {
            // Of the example's dump there may be no such row.
            assertEquals(arguments.get(arguments.indexOf("--columns") + 1), out.lines().findFirst().orElseThrow());
        } else if (out.startsWith("{\"")) {
            out.lines().forEach(JsonTree::read);
        } else if (arguments.get(0).equals("completion")) {
            assertTrue(out.contains("memdump"), out);
        } else {
            assertTrue(FIGURE.matcher(out).find(), "no figure: " + out);
            assertFalse(UNFILLED.matcher(out).find(), out);
        }
    }

    /** A file is of the kind that its name says, and can be read from the first byte to the last. */
    private static void isWhole(Path file) throws IOException {
        String name = file.getFileName().toString();
        assertTrue(Files.exists(file), name);
        if (Files.isDirectory(file)) {
            assertTrue(Files.readString(file.resolve("report.html")).contains("</html>"), name);
        } else if (name.endsWith(".json") || name.endsWith(".json.gz")) {
            assertTrue(CommandRun.of("stats", "--strict", "--json", file).json().number("objects") > 0, name);
        } else if (name.endsWith(".csv")) {
            List<Map<String, String>> rows = CsvRecords.of(Files.readString(file));
            // The example is a dump of Ruby 3.1, which has no shapes.
            assertEquals(name.equals("shapes.csv"), rows.isEmpty(), name);
        } else if (name.endsWith(".gml")) {
            assertTrue(Files.readString(file).strip().startsWith("graph") && Files.readString(file).strip()
                .endsWith("]"), name);
        } else if (name.endsWith(".gexf")) {
            assertTrue(Files.readString(file).strip().endsWith("</gexf>"), name);
        } else if (name.endsWith(".gephi")) {
            try (ZipFile zip = new ZipFile(file.toFile())) {
                assertTrue(zip.size() > 0, name);
            }
        } else if (name.endsWith(".png")) {
            assertTrue(ImageIO.read(file.toFile()).getWidth() > 0, name);
        } else {
            assertTrue(Files.size(file) > 0, name);
        }
    }

    private static void parses(List<String> arguments) {
        Memdump.commandLine(Session.of(new ByteArrayInputStream(new byte[0]), OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(), Map.of())).parseArgs(arguments.toArray(new String[0]));
    }

    private Path place(String name) {
        return folder.resolve(name.startsWith("~/") ? name.substring(2) : name);
    }

    /** Returns the words of each command of a line, up to {@code &&}, as a shell sees them. */
    static List<List<String>> commands(String line) {
        List<List<String>> commands = new ArrayList<>(List.of(new ArrayList<>()));
        for (Matcher word = WORD.matcher(line); word.find() && word.group(4) == null;) {
            if (word.group(2) != null) {
                commands.add(new ArrayList<>());
            } else {
                commands.get(commands.size() - 1).add(word.group(1) == null ? word.group() : word.group(1));
            }
        }
        return commands;
    }
}
