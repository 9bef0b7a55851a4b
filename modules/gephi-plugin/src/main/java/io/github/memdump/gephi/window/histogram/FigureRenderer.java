package io.github.memdump.gephi.window.histogram;

import io.github.memdump.gephi.swing.HeapTable;
import java.awt.Component;
import javax.swing.BorderFactory;
import javax.swing.JTable;
import javax.swing.table.DefaultTableCellRenderer;

/** Shows a figure at the right edge of its column; zeros step back. */
final class FigureRenderer extends DefaultTableCellRenderer {
    private static final long serialVersionUID = 1L;
    private static final int MARGIN = 6;

    private final Figure figure;

    FigureRenderer(Figure figure) {
        this.figure = figure;
        setHorizontalAlignment(TRAILING);
    }

    @Override
    public Component getTableCellRendererComponent(JTable table, Object value, boolean selected, boolean focused,
            int row, int column) {
        long number = (Long) value;
        super.getTableCellRendererComponent(table, figure.format(number), selected, false, row, column);
        setBorder(BorderFactory.createEmptyBorder(0, 0, 0, MARGIN));
        if (!selected) {
            setForeground(number == 0 ? HeapTable.faint() : table.getForeground());
        }
        return this;
    }
}
