package io.github.memdump.gephi.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.memdump.gephi.Gephi;
import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.gephi.workspace.DumpFile;
import io.github.memdump.gephi.workspace.Recipes;
import io.github.memdump.gephi.workspace.ViewWorkspace;
import io.github.memdump.live.DumpOptions;
import io.github.memdump.live.RubyProcess;
import io.github.memdump.task.Task;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.ViewBudget;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.gephi.graph.api.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Ruby process that leaks, dumped twice as the dialog does it. Skipped where there is no Ruby with rbtrace. */
final class LiveDumpTest {
    private static final String LEAK = String.join("\n",
        "require 'rbtrace'",
        "class Session; def initialize(n); @cart = [\"item #{n}\"] * 3; end; end",
        "class Registry; SESSIONS = []; end",
        "$stdout.sync = true",
        "puts 'ready'",
        "Thread.new { while $stdin.gets; 300.times { |n| Registry::SESSIONS << Session.new(n) }; puts 'done'; end }",
        "sleep 0.01 while true", "");

    private final Rubies rubies = new LiveRubies();
    private final EarlierDumps known = new EarlierDumps();
    @TempDir
    private Path folder;
    private Process ruby;
    private BufferedReader said;

    @BeforeEach
    void startRuby() throws Exception {
        boolean isThere = run("ruby", "-e", "require 'rbtrace'") && run("rbtrace", "--version");
        assumeTrue(isThere || "1".equals(System.getenv("MEMDUMP_LIVE_TEST")), "there is no ruby with rbtrace");
        assertTrue(isThere, "there is no ruby with rbtrace, although MEMDUMP_LIVE_TEST=1 promises one");
        Path script = Files.writeString(folder.resolve("shop.rb"), LEAK);
        ruby = new ProcessBuilder("ruby", script.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        said = new BufferedReader(new InputStreamReader(ruby.getInputStream(), StandardCharsets.UTF_8));
        assertEquals("ready", said.readLine());
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    @AfterEach
    void stopRuby() {
        if (ruby != null) {
            ruby.destroyForcibly();
        }
        Gephi.projects().closeCurrentProject();
    }

    private void leak() throws IOException {
        ruby.getOutputStream().write('\n');
        ruby.getOutputStream().flush();
        assertEquals("done", said.readLine());
    }

    private ProcessRow listed() {
        return rubies.running().stream().filter(row -> row.pid() == ruby.pid()).findFirst().orElseThrow();
    }

    @Test
    void aRunningProcessIsListedTracedDumpedTwiceAndItsLeakShown() throws Exception {
        ProcessRow row = listed();
        assertEquals("shop", row.name());
        assertTrue(row.command().endsWith("shop.rb"), row.command());
        assertTrue(row.memory().orElseThrow() > 5 << 20, "it takes " + row.memory());
        assertTrue(row.start().isPresent());
        assertEquals(RubyProcess.Tracing.LOADED, row.tracing());
        assertTrue(Asking.ask(rubies, row, false).mayTrace());
        assertFalse(Asking.ask(rubies, row, true).mayTrace());

        leak();
        DumpOptions packed = DumpOptions.usual().compressed();
        new DumpRun(rubies, row, folder.resolve("1.json.gz"), packed, known.of(row)).take(known, Task.UNWATCHED);
        leak();
        List<Path> dumps = new DumpRun(rubies, listed(), folder.resolve("2.json.gz"), packed, known.of(listed()))
            .take(known, Task.UNWATCHED);
        assertEquals(List.of(folder.resolve("1.json.gz"), folder.resolve("2.json.gz")), dumps);

        List<DumpFile> files = List.of(DumpFile.of(dumps.get(0)), DumpFile.of(dumps.get(1)));
        ViewWorkspace.open(Recipes.of(Recipe.Subject.BORDER, files, "", ViewBudget.DEFAULT), files, new TicketTask());
        assertEquals(300, StreamSupport.stream(Gephi.graph().getGraph().getNodes().toCollection().spliterator(), false)
            .filter(LiveDumpTest::isNewSession).count());
    }

    private static boolean isNewSession(Node node) {
        return "Session".equals(node.getAttribute("class")) && "new".equals(node.getAttribute("border"));
    }

    @Test
    void whatHasEndedIsNotAskedAnyMore() throws Exception {
        ProcessRow row = listed();
        ruby.destroyForcibly().waitFor();
        assertTrue(Asking.ask(rubies, row, false).sentence().startsWith("There is no process"));
    }
}
