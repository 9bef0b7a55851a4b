package io.github.memdump.gephi.window.dominators;

import javax.swing.table.AbstractTableModel;
import org.openide.util.NbBundle;

/** The unfolded rows of a dominator tree as a table; cells are the numbers of rows, which renderers put into words. */
final class DominatorTableModel extends AbstractTableModel {
    static final int OBJECT = 0;
    static final int RETAINED = 1;
    static final int COUNT = 2;
    static final int OWN = 3;
    private static final long serialVersionUID = 1L;
    private static final String[] TITLES = {"column.object", "column.retained", "column.count", "column.own"};

    private final transient DominatorWords words;

    DominatorTableModel(DominatorWords words) {
        this.words = words;
    }

    @Override
    public int getRowCount() {
        return words.rows().count();
    }

    @Override
    public int getColumnCount() {
        return TITLES.length;
    }

    @Override
    public String getColumnName(int column) {
        return NbBundle.getMessage(DominatorTableModel.class, TITLES[column]);
    }

    /** Returns the text of the cell, which is what is copied and read aloud. */
    @Override
    public Object getValueAt(int row, int column) {
        switch (column) {
            case OBJECT:
                return words.name(row);
            case RETAINED:
                return words.retained(row);
            case COUNT:
                return words.count(row);
            default:
                return words.own(row);
        }
    }
}
