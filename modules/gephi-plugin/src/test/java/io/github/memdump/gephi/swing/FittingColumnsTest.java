package io.github.memdump.gephi.swing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import javax.swing.table.DefaultTableColumnModel;
import javax.swing.table.TableColumn;
import javax.swing.table.TableColumnModel;
import org.junit.jupiter.api.Test;

final class FittingColumnsTest {
    private static final int[] WIDTHS = {60, 70, 80};
    private static final int[] PRIORITIES = {2, 0, 1};

    @Test
    void aNarrowTableShowsWhatMattersMost() {
        assertArrayEquals(new boolean[] {false, false, true}, FittingColumns.shown(WIDTHS, PRIORITIES, 50));
        assertArrayEquals(new boolean[] {true, false, true}, FittingColumns.shown(WIDTHS, PRIORITIES, 160));
        assertArrayEquals(new boolean[] {true, true, true}, FittingColumns.shown(WIDTHS, PRIORITIES, 380));
    }

    @Test
    void columnsComeBackToTheirPlacesAndTheFirstTakesTheRest() {
        TableColumn[] columns = IntStream.range(0, 4).mapToObj(TableColumn::new).toArray(TableColumn[]::new);
        TableColumnModel model = new DefaultTableColumnModel();
        for (TableColumn column : columns) {
            model.addColumn(column);
        }
        FittingColumns fitting = new FittingColumns(columns, WIDTHS, PRIORITIES, 0.36,
            Integer.MAX_VALUE);
        fitting.fit(model, 200);
        assertArrayEquals(new int[] {0, 3}, shown(model));
        assertEquals(120, columns[0].getPreferredWidth());
        fitting.fit(model, 600);
        assertArrayEquals(new int[] {0, 1, 2, 3}, shown(model));
        assertEquals(390, columns[0].getPreferredWidth());
        fitting.fit(model, 260);
        assertArrayEquals(new int[] {0, 1, 3}, shown(model));
    }

    @Test
    void theFirstColumnHasNoMoreThanItNeedsBeforeTheOthersAreThere() {
        TableColumn[] columns = IntStream.range(0, 4).mapToObj(TableColumn::new).toArray(TableColumn[]::new);
        TableColumnModel model = new DefaultTableColumnModel();
        for (TableColumn column : columns) {
            model.addColumn(column);
        }
        new FittingColumns(columns, WIDTHS, PRIORITIES, 0.36, 50).fit(model, 260);
        assertArrayEquals(new int[] {0, 1, 2, 3}, shown(model));
        assertEquals(50, columns[0].getPreferredWidth());
    }

    private static int[] shown(TableColumnModel model) {
        return IntStream.range(0, model.getColumnCount()).map(i -> model.getColumn(i).getModelIndex()).toArray();
    }
}
