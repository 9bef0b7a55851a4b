package io.github.memdump.gephi.window.histogram;

import java.util.Locale;
import javax.swing.table.AbstractTableModel;
import org.openide.util.NbBundle;

/** A histogram as a table: the key, then the figures. */
final class HistogramTableModel extends AbstractTableModel {
    private static final long serialVersionUID = 1L;

    private final transient GroupRows rows;

    HistogramTableModel(GroupRows rows) {
        this.rows = rows;
    }

    /** Returns the rows behind the table. */
    GroupRows rows() {
        return rows;
    }

    /** Returns the figure of a column after the first. */
    Figure figure(int column) {
        return rows.figures().get(column - 1);
    }

    @Override
    public int getRowCount() {
        return rows.count();
    }

    @Override
    public int getColumnCount() {
        return rows.figures().size() + 1;
    }

    @Override
    public String getColumnName(int column) {
        return column > 0 ? figure(column).title()
            : NbBundle.getMessage(HistogramTableModel.class,
                "Grouping." + rows.grouping().name().toLowerCase(Locale.ROOT));
    }

    @Override
    public Class<?> getColumnClass(int column) {
        return column == 0 ? String.class : Long.class;
    }

    @Override
    public Object getValueAt(int row, int column) {
        return column == 0 ? rows.key(row) : (Object) rows.value(figure(column), row);
    }
}
