package io.github.memdump.gephi.window.object;

import io.github.memdump.analysis.Findings;
import io.github.memdump.gephi.swing.Amounts;
import io.github.memdump.view.ObjectNames;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javax.swing.table.AbstractTableModel;
import org.openide.util.NbBundle;

/** A page of a list of objects as a table: name, retained size, identity. */
public final class ObjectListModel extends AbstractTableModel {
    /** The widest texts of the columns after the first one. */
    public static final String[] WIDEST = {"1023.9 MiB", "0x7fffffffffff:1000"};
    private static final long serialVersionUID = 1L;
    private static final String[] COLUMNS = {"name", "retained", "identity"};

    private transient List<String[]> rows = List.of();

    /** Writes a part of a list of objects, those from a place on. Not for the event thread where there are many. */
    public static List<String[]> written(Findings findings, ObjectNames names, int[] objects, int from, int count) {
        return written(findings, place -> names.of(objects[place]), objects, from, count);
    }

    /** The same, where objects are called by their places in the list. */
    static List<String[]> written(Findings findings, IntFunction<String> called, int[] objects, int from, int count) {
        List<String[]> rows = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            int object = objects[i];
            String retained = findings.retained().filter(known -> known.isReachable(object))
                .map(known -> Amounts.bytes(known.size(object))).orElse("");
            rows.add(new String[] {called.apply(i), retained, findings.heap().identity(object)});
        }
        return rows;
    }

    /** Shows other rows. */
    public void show(List<String[]> shown) {
        rows = shown;
        fireTableDataChanged();
    }

    /** Returns the identity of the object in a row. */
    public String identity(int row) {
        return rows.get(row)[2];
    }

    @Override
    public int getRowCount() {
        return rows.size();
    }

    @Override
    public int getColumnCount() {
        return COLUMNS.length;
    }

    @Override
    public String getColumnName(int column) {
        return NbBundle.getMessage(ObjectListModel.class, "ObjectListModel." + COLUMNS[column]);
    }

    @Override
    public Object getValueAt(int row, int column) {
        return rows.get(row)[column];
    }
}
