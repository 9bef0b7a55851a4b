package io.github.memdump.gephi.window.object;

import io.github.memdump.analysis.Column;
import io.github.memdump.gephi.swing.HeapTable;
import io.github.memdump.gephi.swing.ShortText;
import java.awt.Component;
import java.awt.Insets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import javax.swing.JLabel;
import javax.swing.ListSelectionModel;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableCellRenderer;

/** Columns of one object: their names, which are those of the node table, and what they say. */
final class ColumnTable extends HeapTable {
    private static final long serialVersionUID = 1L;
    private static final double NAMES = 0.48;
    private static final Set<String> ENDS = Set.of(Column.CLASS.id(), Column.FILE.id(), Column.NAME.id());

    /** Makes a table of a name that does something when a column is chosen. */
    ColumnTable(String name, Runnable chosen) {
        super(new Rows(), chosen);
        setName(name);
        setSelectionMode(ListSelectionModel.MULTIPLE_INTERVAL_SELECTION);
        setFillsViewportHeight(false);
        DefaultTableCellRenderer names = new DefaultTableCellRenderer();
        names.setForeground(faint());
        getColumnModel().getColumn(0).setCellRenderer(names);
    }

    /** Of a class and of a file the end says more than the beginning. */
    static String shown(ColumnText column, ToIntFunction<String> width, int room) {
        return ENDS.contains(column.name()) ? ShortText.of(column.text(), width, room) : column.text();
    }

    /** Shows the columns of another object. */
    void show(List<ColumnText> columns) {
        ((Rows) getModel()).columns = columns;
        ((Rows) getModel()).fireTableDataChanged();
    }

    /** Returns the name of the column that is chosen. */
    Optional<String> chosen() {
        int row = getSelectedRow();
        return row < 0 ? Optional.empty() : Optional.of(((Rows) getModel()).columns.get(row).name());
    }

    @Override
    public void doLayout() {
        int widest = getColumnModel().getColumn(0).getMinWidth();
        for (ColumnText text : ((Rows) getModel()).columns) {
            widest = Math.max(widest, getFontMetrics(getFont()).stringWidth(text.name()) + 12);
        }
        // What the columns say matters more than the ends of their names.
        widest = Math.min(widest, (int) (getWidth() * NAMES));
        getColumnModel().getColumn(0).setPreferredWidth(widest);
        getColumnModel().getColumn(1).setPreferredWidth(Math.max(1, getWidth() - widest));
        super.doLayout();
    }

    @Override
    public Component prepareRenderer(TableCellRenderer renderer, int row, int column) {
        Component cell = super.prepareRenderer(renderer, row, column);
        ColumnText text = ((Rows) getModel()).columns.get(row);
        JLabel label = (JLabel) cell;
        label.setToolTipText(text.text());
        if (column == 1) {
            Insets border = label.getInsets();
            label.setText(shown(text, getFontMetrics(label.getFont())::stringWidth,
                getColumnModel().getColumn(1).getWidth() - border.left - border.right - 1));
        }
        return cell;
    }

    private static final class Rows extends AbstractTableModel {
        private static final long serialVersionUID = 1L;

        private transient List<ColumnText> columns = List.of();

        @Override
        public int getRowCount() {
            return columns.size();
        }

        @Override
        public int getColumnCount() {
            return 2;
        }

        @Override
        public Object getValueAt(int row, int column) {
            return column == 0 ? columns.get(row).name() : columns.get(row).text();
        }
    }
}
