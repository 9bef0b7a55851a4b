package io.github.memdump.gephi.process;

import io.github.memdump.gephi.swing.Amounts;
import io.github.memdump.gephi.swing.HeapTable;
import java.awt.Dimension;
import java.awt.event.MouseEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import javax.swing.ListSelectionModel;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableCellRenderer;
import javax.swing.table.TableRowSorter;

/** The running processes as a table. */
final class ProcessTable extends HeapTable {
    private static final long serialVersionUID = 1L;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 150;
    private static final int[] PRIORITIES = {0, 4, 1, 3, 2};
    private static final double FIRST = 0.3;

    private final ProcessTableModel rows;

    ProcessTable(ProcessTableModel rows, Runnable chosen) {
        super(rows, chosen);
        this.rows = rows;
        setName("memdump.processes");
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        setPreferredScrollableViewportSize(new Dimension(WIDTH, HEIGHT));
        setFigures(new String[] {"44444444", "1023.9 MiB", time(Instant.now().minusSeconds(400L * 24 * 3600)),
            "www-data", ProcessTableModel.text("container.inner", 44444L)}, PRIORITIES, FIRST);
        setRowSorter(new TableRowSorter<>(rows));
        getAccessibleContext().setAccessibleName(ProcessTableModel.text("ProcessTable"));
    }

    /** Returns the selected process. */
    Optional<ProcessRow> selected() {
        int row = getSelectedRow();
        return row < 0 ? Optional.empty() : Optional.of(rows.row(convertRowIndexToModel(row)));
    }

    /** Selects a process and makes it visible. */
    void select(ProcessRow process) {
        int row = rows.indexOf(process);
        if (row >= 0) {
            int shown = convertRowIndexToView(row);
            setRowSelectionInterval(shown, shown);
            scrollRectToVisible(getCellRect(shown, 0, true));
        }
    }

    @Override
    public TableCellRenderer getCellRenderer(int row, int column) {
        return new Text(convertColumnIndexToModel(column));
    }

    @Override
    public String getToolTipText(MouseEvent event) {
        int row = rowAtPoint(event.getPoint());
        return row < 0 ? null : rows.row(convertRowIndexToModel(row)).command();
    }

    /** Returns the time of today, the day of any other day. */
    static String time(Instant instant) {
        ZonedDateTime time = instant.atZone(ZoneId.systemDefault());
        return time.toLocalDate().equals(LocalDate.now())
            ? DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM).format(time)
            : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT).format(time);
    }

    /** What is short to the right, as its heading is; what is unknown empty. */
    private static final class Text extends DefaultTableCellRenderer {
        private static final long serialVersionUID = 1L;

        private final int column;

        Text(int column) {
            this.column = column;
            setHorizontalAlignment(column == ProcessTableModel.COMMAND ? LEADING : TRAILING);
        }

        @Override
        protected void setValue(Object value) {
            if (column == ProcessTableModel.MEMORY) {
                setText((Long) value < 0 ? "" : Amounts.bytes((Long) value));
            } else if (column == ProcessTableModel.START) {
                setText(value.equals(Instant.MIN) ? "" : time((Instant) value));
            } else {
                setText(value.toString());
            }
        }
    }
}
