package io.github.memdump.gephi.process;

import java.time.Instant;
import java.util.List;
import javax.swing.table.AbstractTableModel;
import org.openide.util.NbBundle;

/** Processes as rows; the values of its columns sort as they should. */
final class ProcessTableModel extends AbstractTableModel {
    private static final long serialVersionUID = 1L;
    private static final String[] COLUMNS = {"command", "pid", "memory", "start", "user", "container"};

    static final int COMMAND = 0;
    static final int PID = 1;
    static final int MEMORY = 2;
    static final int START = 3;
    static final int USER = 4;
    static final int CONTAINER = 5;

    private transient List<ProcessRow> rows = List.of();

    /** Shows rows; the table keeps its selection if they are the same processes. */
    void show(List<ProcessRow> now) {
        boolean same = rows.equals(now);
        rows = List.copyOf(now);
        if (same && !rows.isEmpty()) {
            fireTableRowsUpdated(0, rows.size() - 1);
        } else {
            fireTableDataChanged();
        }
    }

    ProcessRow row(int row) {
        return rows.get(row);
    }

    int indexOf(ProcessRow row) {
        return rows.indexOf(row);
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
        return text("column." + COLUMNS[column]);
    }

    @Override
    public Class<?> getColumnClass(int column) {
        switch (column) {
            case PID:
            case MEMORY:
                return Long.class;
            case START:
                return Instant.class;
            default:
                return String.class;
        }
    }

    /** Unknown figures are negative or long ago, so that they sort first. */
    @Override
    public Object getValueAt(int row, int column) {
        ProcessRow process = rows.get(row);
        switch (column) {
            case PID:
                return process.pid();
            case MEMORY:
                return process.memory().orElse(-1);
            case START:
                return process.start().orElse(Instant.MIN);
            case USER:
                return process.owner();
            case CONTAINER:
                return process.innerPid().isPresent() ? text("container.inner", process.innerPid().getAsLong()) : "";
            default:
                return process.command();
        }
    }

    static String text(String key, Object... values) {
        return NbBundle.getMessage(ProcessTableModel.class, key, values);
    }
}
