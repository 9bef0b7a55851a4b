package io.github.memdump.gephi.swing;

import java.awt.Component;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.SwingConstants;
import javax.swing.table.JTableHeader;
import javax.swing.table.TableCellRenderer;

/** Puts headings where the cells below them begin: those of words at the left, those of figures right. */
final class Headings implements TableCellRenderer {
    private final TableCellRenderer usual;

    private Headings(TableCellRenderer usual) {
        this.usual = usual;
    }

    /** Aligns the headings of a table. */
    static void align(JTableHeader header) {
        header.setDefaultRenderer(new Headings(header.getDefaultRenderer()));
    }

    @Override
    public Component getTableCellRendererComponent(JTable table, Object value, boolean selected, boolean focused,
            int row, int column) {
        Component heading = usual.getTableCellRendererComponent(table, value, selected, focused, row, column);
        if (heading instanceof JLabel) {
            ((JLabel) heading).setHorizontalAlignment(((HeapTable) table).isFigure(column)
                ? SwingConstants.TRAILING : SwingConstants.LEADING);
        }
        return heading;
    }
}
