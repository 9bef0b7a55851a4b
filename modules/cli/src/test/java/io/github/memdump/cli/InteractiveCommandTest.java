package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.JsonTree;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InteractiveCommandTest {
    private static final Path EXAMPLES = Path.of("..", "..", "src", "examples");
    private static final String AFTER = EXAMPLES.resolve("after.json.gz").toString();
    private static final String BEFORE = EXAMPLES.resolve("before.json.gz").toString();

    @TempDir
    private Path folder;

    private static CommandRun typed(String lines, Object... arguments) {
        return CommandRun.in(Map.of(), lines.getBytes(StandardCharsets.UTF_8), arguments);
    }

    @ParameterizedTest
    @EnumSource
    void aSessionComesToTheKnownAnswers(GoldenDumps golden) throws IOException {
        Path clean = folder.resolve("clean.json.gz");
        Path script = Files.writeString(folder.resolve("leak.jsh"), String.join("\n",
            "var d = dump.diff(before)",
            "d.size()",
            "var border = dump.interfaceWith(d)",
            "border.oldBorder().size()",
            "border.newBorder().size()",
            "border.edgesAcross()",
            "border.newBorder().eachRecord().mapToLong(r -> r.number(\"keepalive_count\")).sum()",
            "border.newBorder().eachRecord().mapToLong(r -> r.number(\"keepalive_new_count\")).sum()",
            "var clean = dump.commonCleanup()",
            "clean.size()",
            "clean.references()",
            "dump.rootsOf(d).where(\"new\").size()",
            "load(\"" + golden.before() + "\").diff(before).size()",
            "clean.save(\"" + clean + "\")"));
        JsonTree answer = golden.answer();
        long[] keepalive = {0, 0};
        for (JsonTree row : answer.list("keepalive", "rows")) {
            keepalive[0] += row.number("1");
            keepalive[1] += row.number("2");
        }
        Map<Long, String> answers = CommandRun.of("interactive", golden.after(), golden.before(), "--script", script,
            "--json").json().list("lines").stream().collect(Collectors.toMap(line -> line.number("line"),
                line -> line.text("answer").strip()));
        assertEquals(answer.number("diff", "size") + "", answers.get(2L));
        assertEquals(answer.number("interface", "self_border") + "", answers.get(4L));
        assertEquals(answer.number("interface", "diff_border") + "", answers.get(5L));
        assertEquals(answer.number("interface", "edges_across") + "", answers.get(6L));
        assertEquals(keepalive[0] + "", answers.get(7L));
        assertEquals(keepalive[1] + "", answers.get(8L));
        assertEquals(answer.number("common_cleanup", "remaining") + "", answers.get(10L));
        assertEquals(answer.number("common_cleanup", "edges_after") + "", answers.get(11L));
        assertEquals(answer.number("roots_of_diff", "targets_reachable") + "", answers.get(12L));
        assertEquals("0", answers.get(13L));
        assertEquals(answer.number("common_cleanup", "remaining"),
            CommandRun.of("stats", clean, "--json").json().number("objects"));
    }

    @Test
    void theSessionOfTheReadmeOfTheGemIsPossibleLineByLine() throws IOException {
        Path script = Files.writeString(folder.resolve("leak.jsh"), Files.readString(EXAMPLES.resolve("leak.jsh"))
            .replaceAll("\"(\\w+\\.(gml|json\\.gz))\"", Matcher.quoteReplacement("\"" + folder) + "/$1\""));
        String told = CommandRun.of("interactive", AFTER, BEFORE, "--script", script).quiet();
        List<String> lines = told.lines().collect(Collectors.toList());
        assertTrue(lines.get(0).startsWith("d = 3,403 objects of "), told);
        assertTrue(lines.contains("border = 8 old objects hold 532 new objects by 534 references"), told);
        assertTrue(lines.contains("532"), told);
        assertTrue(told.contains("filtered = 480 objects"), told);
        assertTrue(lines.get(lines.size() - 1).startsWith("dump = 1,"), told);
        for (String name : List.of("full.gml", "filtered.gml", "sessions.gml")) {
            String graph = Files.readString(folder.resolve(name));
            assertTrue(graph.contains("    in_after 1\n") && graph.contains("    in_after 0\n")
                || name.equals("sessions.gml"), name);
            assertEquals(!name.equals("sessions.gml"), graph.contains("    keepalive_count "), name);
        }
    }

    @Test
    void theLinesInTheDocumentRun() throws IOException {
        String document = Files.readString(EXAMPLES.resolve("../docs/interactive.md"));
        int begin = document.indexOf("```java\n") + 8;
        String lines = document.substring(begin, document.indexOf("```", begin));
        String told = typed(lines.replace("leak.gml", folder.resolve("leak.gml").toString()), "interactive", AFTER,
            BEFORE).quiet();
        assertTrue(told.contains("high = 480 objects"), told);
        assertTrue(Files.exists(folder.resolve("leak.gml")));
    }

    @Test
    void aScriptStopsAtTheFirstErrorAndNamesItsLine() throws IOException {
        Path script = Files.writeString(folder.resolve("wrong.jsh"), "# a comment\n\nint n = dump.size()\n"
            + "for (int i = 0; i < 1; i++) {\n    dump.statz();\n}\nSystem.out.println(\"not reached\");\n");
        CommandRun run = CommandRun.of("interactive", AFTER, "--script", script);
        assertEquals(1, run.code());
        assertEquals("n = 11727\n", run.out());
        assertEquals(List.of("memdump: " + script + ", line 5: There is no method 'statz' here. Did you mean stats?",
            "      dump.statz();", "          ^"), run.err().lines().collect(Collectors.toList()));
    }

    @Test
    void withJsonAScriptThatFailsLeavesStandardOutputEmpty() {
        typed("dump.size()\ndump.find(\"0x10\")\n", "interactive", AFTER, "--json")
            .fails(1, "standard input, line 2:", "has no object 0x10");
    }

    @Test
    void anObjectSaysByWhichPathItIsHeld() {
        String path = typed("dump.objectsOfClass(\"Shop::SessionStore\").eachRecord().findFirst().get().path()\n",
            "interactive", AFTER).quiet();
        assertTrue(path.contains("constant Shop → constant SESSIONS → Shop::SessionStore"), path);
    }

    @Test
    void standardInputThatNobodyTypesIsAScript() {
        PrintStream out = System.out;
        CommandRun run = typed("System.out.println(\"printed\");\nint twice(int n) {\n  return 2 * n;\n}\n\n"
            + "twice(dump.objectsOfType(\"ROOT\").size())\nexit\n1 / 0\n", "interactive", AFTER);
        assertEquals("printed\n8\n", run.quiet());
        assertEquals(out, System.out);
        assertEquals("", typed("", "interactive", AFTER).quiet());
    }

    @Test
    void aSnippetThatDoesNotEndIsTold() {
        typed("dump.size(\n", "interactive", AFTER, "--json").fails(1, "line 1:", "not finished");
    }

    @Test
    void whatCannotBeIsToldBeforeAnythingIsRead() {
        CommandRun.of("interactive", "-").fails(2, "--script FILE");
        CommandRun.of("interactive", AFTER, "--script", folder.resolve("no.jsh")).fails(1, "no.jsh does not exist");
        CommandRun.of("interactive", folder.resolve("no.json")).fails(1, "no.json does not exist");
    }

    @Test
    void theDumpMayComeFromStandardInput() throws IOException {
        Path script = Files.writeString(folder.resolve("s.jsh"), "dump.where(\"class = Proc\").save(\""
            + folder.resolve("procs.json") + "\").size()");
        CommandRun run = CommandRun.in(Map.of(), Files.readAllBytes(Path.of(AFTER)), "interactive", "-", "--script",
            script);
        assertEquals("301\n", run.quiet());
        assertFalse(Files.readString(folder.resolve("procs.json")).isEmpty());
    }
}
