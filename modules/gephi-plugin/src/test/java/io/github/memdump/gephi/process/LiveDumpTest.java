package io.github.memdump.gephi.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.memdump.gephi.Gephi;
import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.Recipes;
import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.gephi.workspace.ViewWorkspace;
import io.github.memdump.live.Approach;
import io.github.memdump.live.DumpOptions;
import io.github.memdump.live.RubyProcess;
import io.github.memdump.task.Task;
import io.github.memdump.testing.LeakingRuby;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.ViewBudget;
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
    private final RubyProcesses rubies = new LiveRubyProcesses();
    private final EarlierDumps known = new EarlierDumps();
    @TempDir
    private Path folder;
    private LeakingRuby ruby;

    @BeforeEach
    void startRuby() throws Exception {
        boolean isThere = LeakingRuby.isThere();
        assumeTrue(isThere || LeakingRuby.isPromised(), "there is no ruby with rbtrace");
        assertTrue(isThere, "there is no ruby with rbtrace, although MEMDUMP_LIVE_TEST=1 promises one");
        ruby = LeakingRuby.start(folder.resolve("shop.rb"), 300);
    }

    @AfterEach
    void stopRuby() {
        if (ruby != null) {
            ruby.close();
        }
        Gephi.projects().closeCurrentProject();
    }

    private ProcessState ask(ProcessRow row, boolean tracing) {
        return ProcessQuery.ask(rubies, row, Approach.usual(), tracing);
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
        assertTrue(ask(row, false).mayTrace());
        assertFalse(ask(row, true).mayTrace());

        ruby.leak();
        DumpOptions packed = DumpOptions.usual().compressed();
        new DumpRun(rubies, row, folder.resolve("1.json.gz"), packed, Approach.usual(),
            known.of(row)).take(known, Task.UNWATCHED);
        ruby.leak();
        List<Path> dumps = new DumpRun(rubies, listed(), folder.resolve("2.json.gz"), packed,
            Approach.usual(), known.of(listed()))
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
        ruby.end();
        assertTrue(ask(row, false).sentence().startsWith("There is no process"));
    }
}
