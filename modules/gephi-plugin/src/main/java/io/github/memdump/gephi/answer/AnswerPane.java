package io.github.memdump.gephi.answer;

import io.github.memdump.answer.Answer;
import io.github.memdump.answer.AnswerRenderer;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.Paragraph;
import io.github.memdump.answer.render.HtmlRenderer;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.tab.Popup;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.swing.BorderFactory;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JEditorPane;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTabbedPane;
import javax.swing.JTextArea;
import org.openide.util.NbBundle;

/** An answer on the screen: its sentences, and its tables, each on a tab where there are several. */
final class AnswerPane extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int GAP = 8;
    private static final Dimension TABLE = new Dimension(940, 320);
    private static final Dimension PAGE = new Dimension(820, 520);
    private static final String GRID = "memdump.answer.grid";
    /** The part of the height that lines have of a page with a table. */
    private static final double CHART = 0.5;
    /** Of the headings on a page, which has none above. */
    private static final int LEVEL = 2;

    private AnswerPane() {
        super(new BorderLayout(0, GAP));
        setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
    }

    /** Returns an answer about a heap, whose rows and words offer what can be done with what they are about. */
    static AnswerPane of(Answer answer, WorkspaceHeap heap, Consumer<String> inspect) {
        return of(answer, inspect, (subject, popup) ->
            new RowActions(heap, subject, inspect).offer(popup, heap.loaded()));
    }

    /** Returns an answer whose rows hand over objects to be inspected, and what they stand for to fill a menu. */
    static AnswerPane of(Answer answer, Consumer<String> inspect, BiConsumer<RowSubject, Popup> menu) {
        Parts parts = new Parts();
        try {
            answer.show(parts);
        } catch (IOException impossible) {
            throw new IllegalStateException("nothing is written", impossible);
        }
        AnswerPane pane = new AnswerPane();
        if (parts.tables.isEmpty()) {
            pane.add(page(answer, menu), BorderLayout.CENTER);
            return pane;
        }
        pane.add(words(String.join("\n", parts.sentences)), BorderLayout.NORTH);
        if (parts.tables.size() == 1) {
            pane.add(table(parts.tables.get(0), inspect, menu), BorderLayout.CENTER);
        } else {
            JTabbedPane tabs = new JTabbedPane();
            for (AnswerTable<?> table : parts.tables) {
                tabs.addTab(shortly(table.title()), null, table(table, inspect, menu), table.title());
            }
            pane.add(tabs, BorderLayout.CENTER);
        }
        return pane;
    }

    /** Opens the first table whose rows are drawn as lines, and chooses the rows of these names in it. */
    void choose(List<String> names) {
        for (Component part : getComponents()) {
            for (int tab = 0; part instanceof JTabbedPane && tab < ((JTabbedPane) part).getTabCount(); tab++) {
                JTabbedPane tabs = (JTabbedPane) part;
                AnswerGrid grid = (AnswerGrid) ((JComponent) tabs.getComponentAt(tab)).getClientProperty(GRID);
                if (grid.choose(names)) {
                    tabs.setSelectedIndex(tab);
                    return;
                }
            }
        }
    }

    private static String shortly(String title) {
        String first = title.split(",", 2)[0];
        return first.isEmpty() ? NbBundle.getMessage(AnswerPane.class, "AnswerPane.dumps") : first;
    }

    /** An answer of words alone, as long as it may be. */
    private static JComponent page(Answer answer, BiConsumer<RowSubject, Popup> menu) {
        AnswerPage page = new AnswerPage();
        page.setEditable(false);
        page.setContentType("text/html");
        page.putClientProperty(JEditorPane.HONOR_DISPLAY_PROPERTIES, Boolean.TRUE);
        page.setFont(new JLabel().getFont());
        try {
            page.setText(HtmlRenderer.html(answer, LEVEL));
        } catch (IOException impossible) {
            throw new IllegalStateException("nothing is written", impossible);
        }
        page.setCaretPosition(0);
        page.setName("memdump.answer.page");
        page.setComponentPopupMenu(new Popup(popup ->
            page.subject().ifPresent(subject -> menu.accept(subject, popup))));
        JScrollPane scroll = new JScrollPane(page);
        scroll.setPreferredSize(PAGE);
        return scroll;
    }

    private static JTextArea words(String text) {
        JTextArea words = new JTextArea(text);
        words.setEditable(false);
        words.setOpaque(false);
        words.setLineWrap(true);
        words.setWrapStyleWord(true);
        words.setFont(new JLabel().getFont());
        words.setName("memdump.answer.words");
        return words;
    }

    private static JComponent table(AnswerTable<?> table, Consumer<String> inspect,
            BiConsumer<RowSubject, Popup> menu) {
        AnswerRows rows = new AnswerRows(table);
        AnswerGrid grid = new AnswerGrid(rows, inspect);
        grid.setName("memdump.answer.table");
        grid.setComponentPopupMenu(new Popup(popup ->
            grid.chosenSubject().ifPresent(subject -> menu.accept(subject, popup))));
        JScrollPane scroll = new JScrollPane(grid);
        scroll.setPreferredSize(TABLE);
        JPanel panel = new JPanel();
        panel.putClientProperty(GRID, grid);
        panel.setLayout(new BoxLayout(panel, BoxLayout.PAGE_AXIS));
        JComponent content = rows.haveCourses() ? withChart(rows, grid, scroll) : scroll;
        content.setAlignmentX(Component.LEFT_ALIGNMENT);
        panel.add(content);
        if (!table.note().isEmpty()) {
            JTextArea note = words(table.note());
            note.setAlignmentX(Component.LEFT_ALIGNMENT);
            panel.add(note);
        }
        return panel;
    }

    /** The rows that are chosen, or else the first ones, as lines. */
    private static JComponent withChart(AnswerRows rows, AnswerGrid grid, JScrollPane scroll) {
        CourseChart chart = new CourseChart();
        chart.setName("memdump.answer.chart");
        Runnable show = () -> {
            int[] shown = grid.getSelectedRowCount() > 0 ? grid.getSelectedRows()
                : IntStream.range(0, Math.min(CourseChart.MOST - 3, grid.getRowCount())).toArray();
            List<Integer> chosen = Arrays.stream(shown).map(grid::convertRowIndexToModel).boxed()
                .filter(row -> rows.course(row).length > 1).collect(Collectors.toList());
            chart.show(chosen.stream().map(rows::name).collect(Collectors.toList()),
                chosen.stream().map(rows::course).collect(Collectors.toList()));
        };
        grid.getSelectionModel().addListSelectionListener(event -> show.run());
        show.run();
        JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT, chart, scroll);
        split.setBorder(BorderFactory.createEmptyBorder());
        split.setResizeWeight(CHART);
        return split;
    }

    /** Takes what people see of an answer. */
    private static final class Parts implements AnswerRenderer {
        private final List<String> sentences = new ArrayList<>();
        private final List<AnswerTable<?>> tables = new ArrayList<>();

        @Override
        public void fact(String field, Object value) {
            // For machines.
        }

        @Override
        public void paragraph(Paragraph paragraph) {
            if (!paragraph.lead().isEmpty()) {
                sentences.add(paragraph.lead());
            }
            paragraph.details().forEach(detail -> sentences.add("  "
                + (detail.label().isEmpty() ? "" : detail.label() + ": ") + detail.words()));
        }

        @Override
        public void table(AnswerTable<?> table) {
            if (table.isForPeople()) {
                tables.add(table);
            }
        }

        @Override
        public void section(String field, String title, Answer inner) throws IOException {
            inner.show(this);
        }

        @Override
        public void sections(String field, List<Answer> inner) throws IOException {
            for (Answer each : inner) {
                each.show(this);
            }
        }

        @Override
        public void next(String command, String purpose) {
            // Commands are for terminals.
        }
    }
}
