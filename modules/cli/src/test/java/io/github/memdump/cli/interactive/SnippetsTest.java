package io.github.memdump.cli.interactive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.file.Inputs;
import io.github.memdump.file.Target;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One shell for all: what a snippet leaves behind, no other one minds. */
class SnippetsTest {
    /** vm → store → list → one → word, list → two; nothing holds lonely. */
    private static final HeapDsl SHOP = HeapDsl.heap().klass("Shop").klass("Plan").root("vm", "store")
        .object("store").ofClass("Shop").memsize(40).array("list").heldBy("store").memsize(80)
        .object("one").ofClass("Plan").heldBy("list").memsize(40).object("two").ofClass("Plan").heldBy("list")
        .memsize(40).string("word", "secret").heldBy("one").memsize(40).object("lonely");

    private static final List<String> WARNINGS = new ArrayList<>();

    @TempDir
    private static Path folder;
    private static final StoppableTask TASK = new StoppableTask(Task.UNWATCHED);
    private static Bindings bindings;
    private static Snippets snippets;

    @BeforeAll
    static void open() throws IOException {
        Dump before = load(SHOP.writeTo(folder.resolve("before.json")).toString());
        SHOP.object("three").ofClass("Plan").heldBy("list").memsize(40).string("text", "more").heldBy("three");
        Dump dump = load(SHOP.writeTo(folder.resolve("after.json")).toString());
        bindings = Bindings.open(dump, Optional.of(before), SnippetsTest::load);
        snippets = new Snippets(TASK);
        snippets.begin(bindings.declarations());
    }

    @AfterAll
    static void close() {
        snippets.close();
        bindings.close();
    }

    private static Dump load(String file) throws IOException {
        return Dump.of(HeapLoader.strict().load(DumpInput.of(Path.of(file)), TASK), new Source(file, new Terms()));
    }

    private static final class Terms implements Source.Terms {
        @Override
        public DumpInput input(String dump) throws IOException {
            return DumpInput.of(Path.of(dump));
        }

        @Override
        public DumpLimits limits() {
            return DumpLimits.DEFAULT;
        }

        @Override
        public Target target(String file) throws IOException {
            return Target.of(Path.of(file), Inputs.none());
        }

        @Override
        public Task task() {
            return TASK;
        }

        @Override
        public void doubt(HeapDiff diff) {
            // Few objects are nothing to judge by.
        }

        @Override
        public void warn(String sentence) {
            WARNINGS.add(sentence);
        }
    }

    private static String answer(String line) {
        Answer answer = snippets.run(line);
        assertEquals("", answer.failure());
        return answer.text();
    }

    private static String failure(String line) {
        Answer answer = snippets.run(line);
        assertTrue(answer.isFailure(), answer.text());
        assertFalse(answer.failure().contains("\tat "), answer.failure());
        assertFalse(answer.failure().contains("io.github"), answer.failure());
        return answer.failure();
    }

    @Test
    void whatALineReturnsIsPrintedAndOfAVariableItsFirstLine() {
        assertEquals("4\n", answer("2 + 2"));
        assertEquals("", answer("int unset;"));
        assertEquals("", answer("if (dump.size() < 0) { }"));
        assertEquals("\"\"\n", answer("\"\""));
        assertEquals("x = 10\n", answer("int x = 10"));
        assertEquals("x = 11\n", answer("x = x + 1"));
        assertEquals("11\n", answer("x"));
        String kept = answer("var plans = dump.where(\"class=Plan\")");
        assertTrue(kept.startsWith("plans = 3 objects of "), kept);
        assertEquals(1, kept.lines().count());
        assertTrue(answer("plans").contains("100.0 %") && answer("plans").contains("Plan\n"), answer("plans"));
        assertEquals("1\n2\n", answer("1; 2"));
    }

    @Test
    void operationsHaveTheAnswersOfTheEngine() {
        assertEquals("2\n", answer("dump.diff(before).size()"));
        assertEquals("0\n", answer("before.diff(dump).size()"));
        assertEquals("5\n", answer("dump.diff(before.where(\"class = Plan\").without(\"" + SHOP.address("two")
            + "\")).where(\"class = Plan or type = ROOT or class = Shop or type = ARRAY\").size()"));
        assertEquals("1\n", answer("dump.interfaceWith(dump.diff(before)).newBorder().size()"));
        assertEquals("2\n", answer("dump.interfaceWith(dump.diff(before)).newBorder().eachRecord()"
            + ".findFirst().get().number(\"keepalive_count\")"));
        assertEquals("6\n", answer("dump.rootsOf(\"class = Plan\").size()"));
        assertEquals("4\n", answer("dump.rootOf(\"" + SHOP.address("one") + "\").size()"));
        assertEquals("2\n", answer("dump.subgraphOf(\"" + SHOP.address("one") + "\").size()"));
        assertEquals("1\n", answer("dump.parentsOf(dump.objectsOfClass(\"Plan\")).size()"));
        assertEquals("3\n", answer("dump.objectsOfClass(\"/^Pl/\").size()"));
        assertEquals("3\n", answer("dump.collapse(\"type = ARRAY\").find(\"" + SHOP.address("store")
            + "\").outDegree()"));
        assertEquals("1\n", answer("dump.group(\"Plans\", plans).where(\"class = Plan\").size()".replace("plans",
            "dump.objectsOfClass(\"Plan\")")));
    }

    @Test
    void whatIsNoJavaIsToldInWords() {
        assertEquals("There is no method 'sise' here. Did you mean size?\n  dump.sise()\n      ^",
            failure("dump.sise()"));
        assertEquals("There is no variable 'bfore' here. Did you mean before?\n  dump.diff(bfore)\n            ^",
            failure("dump.diff(bfore)"));
        assertTrue(failure("int wrong = \"text\"").startsWith("Incompatible types: "));
        assertEquals("There is no class dump here.", failure("dump size"));
        assertTrue(failure("dump.size(").contains("not finished"));
    }

    @Test
    void whatIsNotThereIsToldWithWhatIs() {
        assertTrue(failure("dump.table(\"object,clas\")")
            .startsWith("There is no column 'clas'. Did you mean class? There are: object, "));
        assertTrue(failure("dump.where(\"clas = Plan\")").endsWith("  clas = Plan\n  ^"));
        assertTrue(failure("dump.where(\"new\")").contains("dump.diff(before)"));
        assertTrue(failure("dump.top(\"in_after\")").contains("dump.diff(before)"));
        assertTrue(failure("dump.top(\"class\")").contains("is text"));
        assertTrue(failure("dump.objectsOfClass(\"Plam\")").contains("Did you mean Plan?"));
        assertTrue(failure("dump.objectsOfType(\"ARRRAY\")").contains("Did you mean ARRAY?"));
        assertTrue(failure("dump.stats(\"color\")").contains("\"site\""));
        assertTrue(failure("dump.find(\"0x12\")").contains("has no object 0x12"));
        assertTrue(failure("dump.where(\"class = Plan\").rootOf(\"vm\")").contains("not in this part"));
        assertTrue(failure("dump.rootsOf(before)").contains("Only .diff(other) compares"));
        assertTrue(failure("load(\"nowhere.json\")").contains("nowhere.json does not exist"));
        assertTrue(failure("dump.saveGml(\"no/such/folder/x.gml\")").contains("no/such/folder"));
    }

    @Test
    void whatALineThrowsIsToldWithoutATrace() {
        assertTrue(failure("List.of(1, 2).get(7)").matches("(?s)The line threw \\w*IndexOutOfBoundsException: .*"));
        assertTrue(failure("((String) null).length()").startsWith("The line threw NullPointerException"));
        assertTrue(failure("int deep(int n) { return deep(n + 1) + 1; }\ndeep(0)").contains("without an end"));
        assertTrue(failure("throw new java.io.IOException(\"the disk is gone\");").contains("the disk is gone"));
        assertEquals("3\n", answer("1 + 2"));
    }

    @Test
    @Timeout(60)
    void whatRunsIsStoppedAndTheSessionGoesOn() throws Exception {
        assertEquals("kept = 1\n", answer("long kept = 1"));
        for (String line : List.of("while (true) { kept++; }", "while (true) { dump.rootsOf(\"class = Plan\"); }")) {
            CompletableFuture<Answer> running = CompletableFuture.supplyAsync(() -> snippets.run(line));
            while (!running.isDone()) {
                TimeUnit.MILLISECONDS.sleep(300);
                snippets.stop();
            }
            assertTrue(running.get().failure().startsWith("Stopped."), running.get().failure());
        }
        assertEquals("true\n", answer("kept > 0"));
        assertEquals("6\n", answer("dump.rootsOf(\"class = Plan\").size()"));
    }

    @Test
    void tabOffersWhatGoesOn() {
        JavaCompleter completer = new JavaCompleter(snippets);
        assertEquals(List.of("interfaceWith("), completer.suggestions("dump.inter", 10));
        assertEquals(List.of("before"), completer.suggestions("dump.diff(bef", 13));
        assertTrue(completer.suggestions("com", 3).contains("commands()"));
        List<String> all = completer.suggestions("dump.", 5);
        assertTrue(all.contains("commonCleanup()") && !all.contains("wait(") && !all.contains("getClass()"),
            all.toString());
    }

    @Test
    void aSnippetGoesOnUntilItIsFinished() {
        assertTrue(snippets.isUnfinished("for (int i = 0; i < 2; i++) {"));
        assertTrue(snippets.isUnfinished("dump.diff("));
        assertTrue(snippets.isUnfinished("int a = 1; if (a > 0) {"));
        assertFalse(snippets.isUnfinished("dump.diff(before)"));
        assertFalse(snippets.isUnfinished(""));
        assertFalse(snippets.isUnfinished("// nothing"));
        assertFalse(snippets.isUnfinished("dump.)"));
    }

    @Test
    void tablesShowTheFirstRowsAndTellOfTheOthers() {
        String all = answer("dump.table(\"object\")");
        int size = Integer.parseInt(answer("dump.size()").strip());
        assertEquals(size + 2, all.lines().count());
        String two = answer("dump.table(\"object\").first(2)");
        assertEquals(5, two.lines().count());
        assertTrue(two.endsWith("… " + (size - 2) + " more: .all() or .first(100) prints them\n"), two);
        assertTrue(answer("dump.top(\"memsize\").row(0)").contains("80"));
        assertTrue(failure("dump.stats().row(99)").contains("There is no row 99"));
    }

    @Test
    void helpSaysWhatThereIs() {
        String all = answer("commands()");
        for (String name : Guide.names()) {
            assertTrue(all.contains(name + "(") || List.of("help", "commands", "toString", "toGml").contains(name),
                name);
        }
        assertTrue(answer("help(\"interface_with\")").contains("dump.interfaceWith(d)"));
        assertTrue(answer("help(\"colapse\")").contains("Did you mean collapse?"));
        assertTrue(answer("help()").contains("dump.diff(before)"));
    }
}
