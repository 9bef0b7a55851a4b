package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.cli.command.Session;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.JsonTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BadInputTest {
    private static final Path EXAMPLES = Path.of("..", "..", "src", "examples");
    private static final Pattern INPUT = Pattern.compile("(before|after|small|[1-4])[.]json([.]gz)?");
    private static final Pattern OUTPUT = Pattern.compile("(~/)?[\\w.-]+[.](json|json[.]gz|csv|gml|gexf|gephi|png)");

    @TempDir
    private Path folder;
    private Path good;

    @BeforeEach
    void write() throws IOException {
        good = heap().writeTo(folder.resolve("good.json"));
    }

    @AfterEach
    void nothingHalfWrittenIsLeft() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.map(Path::getFileName).map(Path::toString)
                .filter(name -> name.endsWith(".unfinished") || name.startsWith("out")).collect(Collectors.toList()));
        }
    }

    private static HeapDsl heap() {
        return HeapDsl.heap().root("vm", "store").klass("Store").object("store").ofClass("Store").memsize(40)
            .generation(3);
    }

    /** Some commands, each with the dump in every place that it has for one, and an output. */
    private List<CommandRun> everywhere(Path dump) {
        Path out = folder.resolve("out.csv");
        return List.of(
            CommandRun.of("stats", dump), CommandRun.of("stats", "--json", dump),
            CommandRun.of("diff", dump, good, "-o", out), CommandRun.of("diff", good, dump, "-o", out, "--json"),
            CommandRun.of("border", dump, good, "-o", out), CommandRun.of("border", good, dump, "-o", out),
            CommandRun.of("dominators", dump), CommandRun.of("dominators", "--json", dump),
            CommandRun.of("table", dump, "--columns", "object", "-o", out),
            CommandRun.of("table", good, "--before", dump, "--columns", "in_after", "-o", out),
            CommandRun.of("gephi", dump), CommandRun.of("gephi", good, dump));
    }

    /**
     * The first example of each command's help for each number of dumps, once for each place of a dump in it, with the
     * bad one there and good ones everywhere else.
     */
    static List<BadExample> examples() {
        List<BadExample> examples = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String example : HelpExamplesTest.examples()) {
            List<String> words = HelpExamplesTest.commands(example).get(0);
            if (words.get(0).equals("memdump") && !HelpExamplesTest.LIVE.contains(words.get(1))) {
                int dumps = 0;
                for (int place = 2; place < words.size() && !words.get(place).equals(">"); place++) {
                    if (INPUT.matcher(words.get(place)).matches() && !words.get(place - 1).equals("-o")
                        && seen.add(words.get(1) + dumps++)) {
                        examples.add(new BadExample(words, place));
                    }
                }
            }
        }
        return examples;
    }

    /** A command of the help with a place in it for a dump. */
    static final class BadExample {
        private final List<String> words;
        private final int place;

        BadExample(List<String> words, int place) {
            this.words = words;
            this.place = place;
        }

        CommandRun with(Path bad, Path folder) throws IOException {
            List<Object> arguments = new ArrayList<>();
            for (int i = 1; i < words.size() && !words.get(i).equals(">"); i++) {
                String word = words.get(i);
                boolean isOutput = words.get(i - 1).equals("-o")
                    || OUTPUT.matcher(word).matches() && !INPUT.matcher(word).matches();
                arguments.add(i == place ? bad : isOutput ? folder.resolve("out-" + word)
                    : word.endsWith(".jsh") ? EXAMPLES.resolve("leak.jsh")
                    : INPUT.matcher(word).matches() ? good(word, folder) : word);
            }
            return CommandRun.in(Map.of("MEMDUMP_CACHE", folder.resolve("cache").toString()), new byte[0],
                arguments.toArray());
        }

        /** Each name is a file of its own: commands refuse a dump that is given twice. */
        private static Path good(String name, Path folder) throws IOException {
            Path copy = folder.resolve("good-" + name + ".gz");
            if (!Files.exists(copy)) {
                Files.copy(EXAMPLES.resolve(name.startsWith("before") || name.startsWith("1") ? "before.json.gz"
                    : "after.json.gz"), copy);
            }
            return copy;
        }

        @Override
        public String toString() {
            return String.join(" ", words) + " [" + words.get(place) + "]";
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "dump x FILE|'x' is not a whole number.",
        "strings DUMP --min-copies x|'x' is not a whole number.",
        "sample DUMP --ratio x -o FILE|'x' is not a number.",
        "heapsnapshot DUMP FILE DUMP|More arguments than it takes: ",
        "where 1 --wait 0|--wait is 1 at least, not 0.",
        "dump 1 FILE --wait -1|--wait is 1 at least, not -1.",
        "stats DUMP --by x|expected one of class, kind, type, file, gem, site, generation but was 'x'.",
        "table DUMP --columns object --limit x|Value for option '--limit' (WHAT=N) should be in KEY=VALUE format"})
    void wrongValuesAreExplainedWithoutWordsOfJava(String line, String said) throws IOException {
        Path dump = HeapDsl.heap().root("vm", "a").object("a").writeTo(folder.resolve("dump.json"));
        CommandRun.of((Object[]) line.replace("DUMP", dump.toString())
            .replace("FILE", folder.resolve("out").toString()).split(" ")).fails(2, said);
    }

    @Test
    void everyCommandThatReadsADumpIsAmongTheExamples() {
        Set<String> commands = examples().stream().map(example -> example.words.get(1)).collect(Collectors.toSet());
        Set<String> others = new TreeSet<>(HelpTest.commands());
        others.removeAll(commands);
        assertEquals(Set.of("agent", "completion", "dump", "enable-allocation-trace", "index", "mcp", "watch",
            "where"), others);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyCommandRefusesWhatIsNoDump(BadExample example) throws IOException {
        Path missing = folder.resolve("no.json");
        example.with(missing, folder).fails(1, missing.toString(), "does not exist");
        example.with(folder, folder).fails(1, folder.toString(), "is a directory");
        Path empty = Files.createFile(folder.resolve("empty.json"));
        example.with(empty, folder).fails(1, empty.toString(), "is empty");
        Path notes = Files.writeString(folder.resolve("notes.json"), "these are notes and not a dump\n");
        example.with(notes, folder).fails(1, notes.toString(), "is not a Ruby heap dump");
    }

    @Test
    void aMissingFile() {
        Path missing = folder.resolve("no.json");
        everywhere(missing).forEach(run -> run.fails(1, missing.toString(), "does not exist", "Check the path"));
    }

    @Test
    void aDirectory() {
        everywhere(folder).forEach(run -> run.fails(1, folder.toString(), "is a directory", "Name the dump file"));
    }

    @Test
    void anEmptyFile() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.json"));
        everywhere(empty).forEach(run -> run.fails(1, empty.toString(), "is empty", "Take the dump again"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "graph.gexf | <?xml version='1.0'?><gexf version='1.3'><graph/></gexf> | GEXF",
        "graph.json | {\"nodes\":[{\"id\":1}],\"edges\":[]}                      | JSON of another kind",
        "list.json  | [1, 2, 3]                                              | JSON of another kind",
        "notes.txt  | these are notes and not a dump                         | plain text"})
    void anotherKindOfFile(String name, String text, String guess) throws IOException {
        Path other = Files.writeString(folder.resolve(name), text + "\n");
        everywhere(other).forEach(run -> run.fails(1, name, "is not a Ruby heap dump", guess));
    }

    @Test
    void aCutLastLineCostsOneLineAndIsTold() throws IOException {
        String text = heap().text();
        int last = text.lastIndexOf("\n{") + 1;
        Path cut = Files.writeString(folder.resolve("cut.json"), text.substring(0, last + 20));
        CommandRun run = CommandRun.of("stats", "--json", cut);
        JsonTree stats = run.json();
        assertEquals(Map.of("truncated_line", 1L), stats.numbers("issues"));
        assertEquals(2, stats.number("objects"));
        assertTrue(run.err().startsWith("memdump: warning: " + cut + ": 1 damaged place; the first: line 3 (byte "),
            run.err());
        assertEquals(1, stats.list("warnings").size());
        CommandRun.of("stats", "--strict", cut).fails(1, cut.toString(), "line 3", "cut off", "Without --strict");
    }

    @Test
    void garbageLinesAreCountedAndSkipped() throws IOException {
        Path dump = heap().raw("\u0000garbage").raw("{\"neither\":1}").raw("{\"half\":").object("last")
            .ofClass("Store").writeTo(folder.resolve("garbage.json"));
        JsonTree stats = CommandRun.of("stats", "--json", dump).json();
        assertEquals(4, stats.number("objects"));
        assertEquals(Map.of("malformed_line", 2L, "not_a_record", 1L), stats.numbers("issues"));
        CommandRun.of("stats", "--strict", dump).fails(1, "line 4");
    }

    @Test
    void aCutGzipFileIsReadAsFarAsItGoes() throws IOException {
        HeapDsl heap = heap();
        for (int i = 0; i < 2000; i++) {
            heap.string("s" + i, "text " + i * 7919 % 1000);
        }
        byte[] packed = Files.readAllBytes(heap.writeGzipTo(folder.resolve("whole.json.gz")));
        Path cut = Files.write(folder.resolve("cut.json.gz"), Arrays.copyOf(packed, packed.length / 2));
        JsonTree stats = CommandRun.of("stats", "--json", cut).json();
        assertTrue(stats.number("objects") > 100, () -> stats.number("objects") + " objects");
        assertEquals(1, stats.number("issues", "truncated_gzip"));
        CommandRun.of("stats", "--strict", cut).fails(1, cut.toString(), "cut off here");
    }

    @Test
    void aDumpWithoutRootsHasNothingReachable() throws IOException {
        Path since = HeapDsl.heap().klass("Store").object("store").ofClass("Store").writeTo(folder.resolve("s.json"));
        CommandRun run = CommandRun.of("dominators", "--json", since);
        assertEquals(0, run.json().number("reachable"));
        assertEquals(2, run.json().number("unreachable"));
        assertTrue(run.err().contains("no ROOT record"), run.err());
        CommandRun text = CommandRun.of("dominators", since);
        assertEquals(0, text.code());
        assertTrue(text.out().contains("no root reaches anything"), text.out());
        assertEquals("object,root_distance,retained_size", CommandRun.of("table", since, "--columns",
            "object,root_distance,retained_size").out().lines().findFirst().orElseThrow());
    }

    @Test
    void wrongUseIsExitCodeTwo() {
        CommandRun.of("stats").fails(2, "DUMP", "memdump stats --help");
        CommandRun.of("stats", good, "--nonsense").fails(2, "--nonsense", "memdump stats --help");
        CommandRun.of("stats", good, "--by", "colour").fails(2, "--by", "colour");
        CommandRun.of("stats", good, "--top", "0").fails(2, "--top", "1 or more, or all");
        CommandRun.of("stat", good).fails(2, "Did you mean stats");
        CommandRun.of("diff", good).fails(2, "AFTER");
        CommandRun.of("diff", "-", "-").fails(2, "standard input");
        CommandRun.of("border", good, good, "--min-keepalive", "many").fails(2, "many");
        CommandRun.of("table", good).fails(2, "--columns");
        CommandRun.of("gephi", good, good, good).fails(2, "good.json");
        CommandRun.of("gephi", "-").fails(2, "standard input");
    }

    @Test
    void columnsAreCheckedBeforeAnythingIsRead() {
        CommandRun.of("table", "no.json", "--columns", "object,retaind_size").fails(2, "retaind_size",
            "Did you mean retained_size?", "keepalive_new_count");
        CommandRun.of("table", "no.json", "--columns", "value", "--value-length", "0").fails(2, "1 or more");
        CommandRun.of("strings", "no.json", "--min-copies", "1").fails(2, "2 or more");
        CommandRun.of("show", "no.json").fails(2, "DUMP|ADDRESS");
        CommandRun.of("table", "no.json", "--columns", "border").fails(2, "--before BEFORE");
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsTold() {
        CommandRun.of("table", good, "--columns", "object", "-o", folder.resolve("no").resolve("out.csv"))
            .fails(1, "there is no directory");
        CommandRun.of("diff", good, good, "-o", folder).fails(1, "is a directory");
    }

    @Test
    void aMistakeInTheProgramIsOneLineAndItsTraceIsThereOnDemand() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Session broken = Session.of(null, null, err, Map.of());
        assertEquals(1, Main.run(broken, "stats", good.toString()));
        String told = err.toString(StandardCharsets.UTF_8);
        assertTrue(told.matches("memdump: [^\n]*MEMDUMP_DEBUG[^\n]*\n"), told);
        CommandRun run = CommandRun.in(Map.of("MEMDUMP_DEBUG", "1"), "x".getBytes(StandardCharsets.UTF_8), "stats",
            "-");
        assertEquals(1, run.code());
        assertTrue(run.err().contains("\tat io.github.memdump"), run.err());
    }
}
