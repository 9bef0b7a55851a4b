package io.github.memdump.gephi.window.histogram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Grouping;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JTable;
import javax.swing.SortOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistogramSorterTest {
    @TempDir
    private Path folder;

    private GroupRows rows() throws Exception {
        Path dump = HeapDsl.heap().root("vm", "a").klass("Apple").klass("Berry")
            .object("a").ofClass("Apple").memsize(10).refers("b", "c")
            .object("b").ofClass("Berry").memsize(20).object("c").ofClass("Berry").memsize(1)
            .writeTo(folder.resolve("heap.json"));
        Findings findings = Findings.of(HeapLoader.lenient().load(DumpInput.of(dump), Task.UNWATCHED))
            .retained(Task.UNWATCHED).build();
        return GroupRows.of(findings, Optional.empty(), Grouping.CLASS, Task.UNWATCHED);
    }

    @Test
    void theFirstClickShowsTheMostOfAFigureAndTheNextTurnsItRound() throws Exception {
        List<RowOrder> wanted = new ArrayList<>();
        HistogramSorter sorter = new HistogramSorter(new HistogramTableModel(rows()), RowOrder.byKey(true),
            wanted::add);
        sorter.toggleSortOrder(2);
        assertEquals(Optional.of(Figure.BYTES), wanted.get(0).figure());
        assertEquals(SortOrder.DESCENDING, sorter.getSortKeys().get(0).getSortOrder());
        sorter.toggleSortOrder(2);
        assertEquals(SortOrder.ASCENDING, sorter.getSortKeys().get(0).getSortOrder());
        sorter.toggleSortOrder(0);
        assertEquals(Optional.empty(), wanted.get(2).figure());
        assertEquals(SortOrder.ASCENDING, sorter.getSortKeys().get(0).getSortOrder());
    }

    @Test
    void theChosenRowStaysChosenWhenTheOrderChanges() throws Exception {
        GroupRows rows = rows();
        HistogramSorter sorter = new HistogramSorter(new HistogramTableModel(rows), RowOrder.byKey(true),
            order -> { });
        sorter.arrange(RowOrder.byKey(true).of(rows, RowSearch.of("")));
        JTable table = new JTable(sorter.getModel());
        table.setRowSorter(sorter);
        table.setRowSelectionInterval(1, 1);
        assertEquals("Berry", table.getValueAt(table.getSelectedRow(), 0));
        sorter.arrange(RowOrder.byKey(false).of(rows, RowSearch.of("")));
        assertEquals("Berry", table.getValueAt(table.getSelectedRow(), 0));
        sorter.arrange(RowOrder.byKey(true).of(rows, RowSearch.of("err")));
        assertEquals(1, table.getRowCount());
        assertEquals("Berry", table.getValueAt(table.getSelectedRow(), 0));
        sorter.arrange(RowOrder.byKey(true).of(rows, RowSearch.of("app")));
        assertEquals(-1, table.getSelectedRow());
    }

    @Test
    void ownSizeStaysInSightBesideWhatTheRowsAreSortedByInANarrowWindow() throws Exception {
        HistogramGrid grid = new HistogramGrid(() -> { });
        grid.setSize(240, 300);
        grid.show(new HistogramSorter(new HistogramTableModel(rows()), RowOrder.by(Figure.RETAINED, false),
            order -> { }));
        List<Object> shown = new ArrayList<>();
        for (int i = 0; i < grid.getColumnCount(); i++) {
            shown.add(grid.getColumnName(i));
        }
        assertTrue(shown.containsAll(List.of(Figure.RETAINED.title(), Figure.BYTES.title())), shown.toString());
    }
}
