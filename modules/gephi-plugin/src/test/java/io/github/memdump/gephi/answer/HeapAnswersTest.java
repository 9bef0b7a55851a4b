package io.github.memdump.gephi.answer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Grouping;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.render.TextRenderer;
import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.Heaps;
import io.github.memdump.gephi.heap.Recipes;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.tab.Popup;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.SubjectText;
import io.github.memdump.view.ViewBudget;
import java.awt.Component;
import java.awt.Container;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import javax.swing.JMenuItem;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HeapAnswersTest {
    private static final int SESSIONS = 10;

    @TempDir
    private Path folder;

    private Findings findings(int dumps, Recipe.Subject subject) throws Exception {
        HeapDsl heap = HeapDsl.heap().root("vm", "store").klass("Store").klass("Session")
            .object("store").ofClass("Store").generation(1);
        List<DumpFile> files = new ArrayList<>();
        for (int dump = 0; dump < dumps; dump++) {
            if (dump > 0) {
                heap = heap.then();
            }
            List<String> all = new ArrayList<>();
            for (int i = 0; i < SESSIONS * (dump + 1); i++) {
                all.add("s" + i);
            }
            for (String session : all.subList(SESSIONS * dump, all.size())) {
                heap.object(session).ofClass("Session").memsize(40).generation(dump + 2)
                    .allocatedAt("store.rb", 3, "add");
            }
            heap.change("store").refers(all.subList(SESSIONS * dump, all.size()).toArray(new String[0]));
            files.add(DumpFile.of(heap.writeTo(folder.resolve("dump" + dump + ".json"))));
        }
        return Heaps.shared().findings(Recipes.of(subject, files, "", ViewBudget.DEFAULT), files, Task.UNWATCHED);
    }

    /** The tables that a pane shows. */
    private static List<AnswerGrid> tables(Answer answer, List<String> inspected) {
        List<AnswerGrid> found = new ArrayList<>();
        Deque<Container> open = new ArrayDeque<>(
            List.of(AnswerPane.of(answer, inspected::add, (subject, menu) -> { })));
        while (!open.isEmpty()) {
            for (Component part : open.pop().getComponents()) {
                if (part instanceof AnswerGrid) {
                    found.add((AnswerGrid) part);
                } else if (part instanceof Container) {
                    open.push((Container) part);
                }
            }
        }
        return found;
    }

    @Test
    void whereTheyHangIsOneLineForAllOfAClass() throws Exception {
        Findings findings = findings(1, Recipe.Subject.HEAP);
        AnswerGrid table = tables(HeapAnswers.paths(findings, SubjectText.objects("Session", findings, Task.UNWATCHED),
            Task.UNWATCHED), new ArrayList<>()).get(0);
        assertEquals(3, table.getRowCount());
        AnswerRows rows = (AnswerRows) table.getModel();
        assertTrue(rows.isTree());
        assertTrue(rows.name(2).endsWith("Session"), rows.name(2));
        assertTrue(rowOf(rows, 2).contains(Integer.toString(SESSIONS)), rowOf(rows, 2).toString());
        assertFalse(rows.object(2).isEmpty());
    }

    @Test
    void whatLeaksIsToldAsTheCommandTellsIt() throws Exception {
        Answer answer = HeapAnswers.suspects(findings(2, Recipe.Subject.SUSPECTS), Task.UNWATCHED);
        String told = TextRenderer.text(answer, OptionalInt.empty());
        assertTrue(told.contains("Store") && told.contains("Session") && told.contains("store.rb:3"), told);
        assertEquals(List.of(), tables(answer, new ArrayList<>()));
        List<DumpFile> empty = List.of(DumpFile.of(HeapDsl.heap().root("vm", "Store").klass("Store")
            .writeTo(folder.resolve("empty.json"))));
        Answer nothing = HeapAnswers.suspects(Heaps.shared().findings(Recipes.of(Recipe.Subject.SUSPECTS, empty, "",
            ViewBudget.DEFAULT), empty, Task.UNWATCHED), Task.UNWATCHED);
        assertTrue(TextRenderer.text(nothing, OptionalInt.empty()).startsWith("Nothing is suspected"));
    }

    @Test
    void aRowHandsOverItsObject() throws Exception {
        Findings findings = findings(1, Recipe.Subject.HEAP);
        List<String> inspected = new ArrayList<>();
        JTable table = tables(HeapAnswers.referrers(findings, SubjectText.objects("Session", findings,
            Task.UNWATCHED), Task.UNWATCHED), inspected).get(0);
        table.setRowSelectionInterval(0, 0);
        table.getActionMap().get("choose").actionPerformed(null);
        assertEquals(List.of(((AnswerRows) table.getModel()).object(0)), inspected);
    }

    @Test
    void rowsOfferWhatRowsOfOtherTablesDo() throws Exception {
        Findings findings = findings(4, Recipe.Subject.GROWTH);
        List<RowSubject> subjects = new ArrayList<>();
        for (AnswerGrid table : tables(HeapAnswers.growth(findings, Task.UNWATCHED), new ArrayList<>())) {
            table.setRowSelectionInterval(0, 0);
            assertTrue(table.getComponentPopupMenu() instanceof Popup);
            table.chosenSubject().ifPresent(subject -> subjects.add(0, subject));
        }
        assertEquals(3, subjects.size(), "classes, lines and holders, not dumps");
        for (RowSubject subject : subjects) {
            NodeSet chosen = SubjectText.objects(subject.text(), findings, Task.UNWATCHED);
            assertTrue(chosen.size() > 0, subject.text());
            assertEquals(chosen.size(), SubjectText.objects(subject.selection(), findings, Task.UNWATCHED).size());
        }
        RowSubject classes = RowSubject.ofGroups(Grouping.CLASS, List.of("Session"), List.of("Session"));
        assertEquals(offered(classes, findings), offered(subjects.get(0), findings));
        assertEquals(List.of("Session"), subjects.get(0).names());
        assertEquals(List.of("Session"), subjects.get(1).groups());
        assertTrue(subjects.get(1).selection().contains("store.rb"), subjects.get(1).selection());
        List<String> ofObject = offered(subjects.get(2), findings);
        assertTrue(ofObject.containsAll(List.of("Show in graph", "Referrers", "Inspect", "Copy name")),
            ofObject.toString());
    }

    @Test
    void rowsThatAreChosenTogetherAreOneSelection() throws Exception {
        Findings findings = findings(4, Recipe.Subject.GROWTH);
        RowSubject both = RowSubject.ofAll(List.of(RowSubject.ofClass("Session"),
            RowSubject.ofClassAtSite("Store", "", Optional.of("0x1:0"))));
        assertEquals(4 * SESSIONS + 1, SubjectText.objects(both.text(), findings, Task.UNWATCHED).size());
        assertEquals(Optional.empty(), both.object());
        assertEquals(List.of("Session", "Store"), both.groups());
    }

    @Test
    void theWordsOfWhatLeaksStandForObjectsClassesAndLines() throws Exception {
        Findings findings = findings(2, Recipe.Subject.SUSPECTS);
        AnswerPane pane = AnswerPane.of(HeapAnswers.suspects(findings, Task.UNWATCHED), object -> { },
            (subject, menu) -> { });
        AnswerPage page = (AnswerPage) ((JScrollPane) pane.getComponent(0)).getViewport().getView();
        assertTrue(page.getComponentPopupMenu() instanceof Popup);
        String text = page.getDocument().getText(0, page.getDocument().getLength());
        for (String word : List.of("Session \u00d7", "0x", "store.rb:3")) {
            assertTrue(text.contains(word), word + " in " + text);
            page.setCaretPosition(text.indexOf(word) + 1);
            page.getPopupLocation(null);
            RowSubject subject = page.subject().orElseThrow(() -> new AssertionError(word + " in " + text));
            assertTrue(SubjectText.objects(subject.text(), findings, Task.UNWATCHED).size() > 0, subject.text());
        }
        page.setCaretPosition(text.indexOf("objects"));
        page.getPopupLocation(null);
        assertEquals(Optional.empty(), page.subject());
    }

    private List<String> offered(RowSubject subject, Findings findings) throws Exception {
        Popup popup = new Popup(menu -> { });
        List<DumpFile> dumps = List.of(DumpFile.of(folder.resolve("dump0.json")));
        WorkspaceHeap heap = WorkspaceHeap.remembered(Recipes.of(Recipe.Subject.HEAP, dumps, "", ViewBudget.DEFAULT),
            dumps, List.of());
        new RowActions(heap, subject, object -> { }).offer(popup, Optional.of(findings));
        return Arrays.stream(popup.getComponents()).filter(JMenuItem.class::isInstance)
            .map(item -> ((JMenuItem) item).getText()).collect(Collectors.toList());
    }

    @Test
    void figuresHaveTheRoomThatTheyNeed() throws Exception {
        for (AnswerGrid table : tables(HeapAnswers.growth(findings(4, Recipe.Subject.GROWTH), Task.UNWATCHED),
            new ArrayList<>())) {
            table.setSize(820, 300);
            table.doLayout();
            AnswerRows rows = (AnswerRows) table.getModel();
            assertEquals(rows.getColumnCount(), table.getColumnCount(), "all columns are shown");
            for (int column = 1; column < table.getColumnCount(); column++) {
                for (int row = 0; row < rows.getRowCount(); row++) {
                    String text = rows.text(row, table.convertColumnIndexToModel(column));
                    assertTrue(table.getFontMetrics(table.getFont()).stringWidth(text)
                        <= table.getColumnModel().getColumn(column).getPreferredWidth(), text);
                }
            }
        }
    }

    @Test
    void growthHasALineForEachClassAndIsDrawn() throws Exception {
        List<AnswerGrid> tables = tables(HeapAnswers.growth(findings(4, Recipe.Subject.GROWTH), Task.UNWATCHED),
            new ArrayList<>());
        long[] course = {};
        for (AnswerGrid table : tables) {
            AnswerRows rows = (AnswerRows) table.getModel();
            for (int row = 0; row < rows.getRowCount(); row++) {
                course = rows.name(row).equals("Session") && rows.course(row).length == 4 ? rows.course(row) : course;
            }
        }
        assertArrayEquals(new long[] {SESSIONS, 2 * SESSIONS, 3 * SESSIONS, 4 * SESSIONS}, course);
        CourseChart chart = new CourseChart();
        chart.setSize(400, 200);
        chart.show(List.of("Session"), List.of(course));
        BufferedImage image = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);
        chart.paint(image.createGraphics());
        int coloured = 0;
        for (int rgb : image.getRGB(0, 0, 400, 200, null, 0, 400)) {
            coloured += (rgb & 0xFFFFFF) == 0xE8590C ? 1 : 0;
        }
        assertTrue(coloured > 300, coloured + " pixels of the line");
    }

    @Test
    void growthOfTwoDumpsIsRefusedInWords() throws Exception {
        Findings findings = findings(2, Recipe.Subject.BORDER);
        IOException refused = assertThrows(IOException.class, () -> HeapAnswers.growth(findings, Task.UNWATCHED));
        assertTrue(refused.getMessage().contains("three dumps"), refused.getMessage());
    }

    @Test
    void theGrowthOfAClassIsChosenInTheLines() throws Exception {
        List<AnswerGrid> tables = tables(HeapAnswers.growth(findings(4, Recipe.Subject.GROWTH), Task.UNWATCHED),
            new ArrayList<>());
        Set<String> chosen = new HashSet<>();
        for (AnswerGrid table : tables) {
            if (table.choose(List.of("Session")) && table.getSelectedRow() >= 0) {
                chosen.add(((AnswerRows) table.getModel()).name(table.convertRowIndexToModel(table.getSelectedRow())));
            }
        }
        assertEquals(Set.of("Session"), chosen);
        assertTrue(tables.stream().anyMatch(table -> !table.choose(List.of("Session"))), "the dumps are no lines");
    }

    @Test
    void namesOfLinesThatEndTogetherStandApart() {
        assertArrayEquals(new int[] {10, 40, 90}, CourseChart.apart(new int[] {10, 40, 90}, 16, 5, 100));
        assertArrayEquals(new int[] {68, 84, 100}, CourseChart.apart(new int[] {97, 98, 99}, 16, 5, 100));
        assertArrayEquals(new int[] {21, 5}, CourseChart.apart(new int[] {6, 5}, 16, 5, 100));
    }

    private static List<String> rowOf(AnswerRows rows, int row) {
        List<String> texts = new ArrayList<>();
        for (int column = 0; column < rows.getColumnCount(); column++) {
            texts.add(rows.text(row, column));
        }
        return texts;
    }
}
