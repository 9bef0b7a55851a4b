package io.github.memdump.gephi.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.EventQueue;
import javax.swing.table.DefaultTableModel;
import org.junit.jupiter.api.Test;

final class HeapTableTest {
    private static final Object[] COLUMNS = {"name", "some", "more"};

    @Test
    void aTableThatIsEmptiedForgetsItsColumns() throws Exception {
        EventQueue.invokeAndWait(() -> {
            HeapTable table = new HeapTable(new DefaultTableModel(COLUMNS, 3), () -> { });
            table.setFigures(new String[] {"999", "999"}, new int[] {0, 1}, 0.5);
            table.setSize(400, 300);
            table.doLayout();
            assertEquals(3, table.getColumnCount());
            table.setModel(new DefaultTableModel());
            table.doLayout();
            assertEquals(0, table.getColumnCount());
            table.setModel(new DefaultTableModel(COLUMNS, 1));
            table.setFigures(new String[] {"999", "999"}, new int[] {1, 0}, 0.5);
            table.setSize(10, 300);
            table.doLayout();
            assertEquals("more", table.getColumnName(1));
        });
    }
}
