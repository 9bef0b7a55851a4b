package io.github.memdump.gephi.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.gephi.Gephi;
import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.Recipes;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.gephi.workspace.ViewWorkspace;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.view.NodeRole;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.ViewBudget;
import java.awt.EventQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FactsTest {
    @TempDir
    private Path folder;

    @AfterEach
    void closeProject() {
        Gephi.projects().closeCurrentProject();
    }

    private static WorkspaceHeap opened(Recipe.Subject subject, List<DumpFile> dumps) throws Exception {
        return ViewWorkspace.open(Recipes.of(subject, dumps, "", ViewBudget.of(500, 600)), dumps, new TicketTask());
    }

    @Test
    void tellsDumpsCountsOmissionsAndTheCommand() throws Exception {
        GoldenDumps golden = GoldenDumps.RUBY_3_4;
        WorkspaceHeap heap = opened(Recipe.Subject.BORDER,
            List.of(DumpFile.of(golden.before()), DumpFile.of(golden.after())));
        String facts = Facts.of(heap, 500, 600);
        String news = String.format("%,d objects are new", golden.answer().number("diff", "size"));
        assertTrue(facts.contains(news), facts);
        assertTrue(facts.contains("before.json.gz"), facts);
        assertTrue(facts.contains("raise the node budget"), facts);
        assertFalse(facts.contains("--nodes (now"), facts);
        assertTrue(facts.contains("memdump view border"), facts);
        assertTrue(facts.contains("500 nodes and 600 edges"), facts);
    }

    @Test
    void theLegendOfClassesTellsWhatKindsThereAreAndNotWhatIsNew() throws Exception {
        GoldenDumps golden = GoldenDumps.RUBY_3_4;
        String facts = Facts.of(opened(Recipe.Subject.CLASSES,
            List.of(DumpFile.of(golden.before()), DumpFile.of(golden.after()))), 500, 600);
        assertTrue(facts.contains(NodeRole.CODE.meaning()), facts);
        assertTrue(facts.contains(NodeRole.REST.meaning()), facts);
        assertFalse(facts.contains(NodeRole.HOLDER.meaning()), facts);
    }

    @Test
    void theLegendOfGrowthTellsTheColourOfWhatHasStayed() throws Exception {
        HeapDsl first = HeapDsl.heap().root("vm", "a").object("a").generation(1);
        HeapDsl second = first.then().object("b").generation(2).heldBy("a");
        HeapDsl third = second.then().object("c").generation(3).heldBy("a");
        String facts = Facts.of(opened(Recipe.Subject.GROWTH, List.of(
            DumpFile.of(first.writeTo(folder.resolve("1.json"))), DumpFile.of(second.writeTo(folder.resolve("2.json"))),
            DumpFile.of(third.writeTo(folder.resolve("3.json"))))), 3, 2);
        assertTrue(facts.contains(NodeRole.MEMBER.meaning()), facts);
    }

    @Test
    void warnsOfADumpThatIsGoneAndEscapesNames() throws Exception {
        Path dump = HeapDsl.heap().root("vm", "a").object("a").writeTo(folder.resolve("a<b>&c.json"));
        WorkspaceHeap heap = opened(Recipe.Subject.HEAP, List.of(DumpFile.of(dump)));
        Files.delete(dump);
        String facts = Facts.of(heap, 2, 1);
        assertTrue(facts.contains("no longer there"), facts);
        assertTrue(facts.contains("a&lt;b&gt;&amp;c.json"), facts);
        assertFalse(facts.contains("a<b>"), facts);
    }

    @Test
    void thePanelOffersOnlyWhatCanBeDone() throws Exception {
        DumpFile dump = DumpFile.of(HeapDsl.heap().root("vm", "a").object("a").writeTo(folder.resolve("a.json")));
        EventQueue.invokeAndWait(() -> {
            MemdumpPanel panel = new MemdumpPanel();
            panel.show(Facts.ofNothing(), false, Optional.empty());
            assertEquals(List.of("memdump.OpenDumps"), enabled(panel));
            panel.show(Facts.ofNothing(), true, Optional.of(WorkspaceHeap.remembered(
                Recipe.of(Recipe.Subject.HEAP, List.of("a.json"), ViewBudget.DEFAULT), List.of(dump), List.of())));
            assertEquals(7, enabled(panel).size());
        });
    }

    private static List<String> enabled(java.awt.Container container) {
        java.util.ArrayList<String> names = new java.util.ArrayList<>();
        for (java.awt.Component part : container.getComponents()) {
            if (part instanceof javax.swing.JButton && part.isEnabled() && part.getName() != null
                && part.getName().startsWith("memdump.")) {
                names.add(part.getName());
            } else if (part instanceof java.awt.Container) {
                names.addAll(enabled((java.awt.Container) part));
            }
        }
        return names;
    }
}
