package io.github.memdump.gephi.answer;

import io.github.memdump.gephi.swing.HeapTable;
import java.awt.Component;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.swing.AbstractAction;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableCellRenderer;
import javax.swing.table.TableRowSorter;

/** A table of an answer on the screen. Enter or a double click inspects the object of a row. */
final class AnswerGrid extends HeapTable {
    private static final long serialVersionUID = 1L;
    private static final double NAMES = 0.45;
    private static final int LONGEST = 140;

    private final AnswerRows rows;

    AnswerGrid(AnswerRows rows, Consumer<String> inspect) {
        super(rows, () -> { });
        this.rows = rows;
        if (!rows.isTree()) {
            setRowSorter(new TableRowSorter<>(rows));
        }
        int others = rows.getColumnCount() - 1;
        // Of words there can be any length; they are read in full where the mouse rests.
        int[] widths = IntStream.rangeClosed(1, others)
            .map(column -> rows.isNumber(column) ? widest(column) : Math.min(LONGEST, widest(column))).toArray();
        int[] figuresFirst = IntStream.concat(IntStream.range(0, others).filter(other -> rows.isNumber(other + 1)),
            IntStream.range(0, others).filter(other -> !rows.isNumber(other + 1))).toArray();
        setFigures(widths, figuresFirst, NAMES, widest(0));
        getActionMap().put("choose", new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                chosen(inspect);
            }
        });
        addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                if (event.getClickCount() == 2) {
                    chosen(inspect);
                }
            }
        });
    }

    /** Returns what the chosen rows stand for, nothing if that is no object. */
    Optional<RowSubject> chosenSubject() {
        List<RowSubject> chosen = Arrays.stream(getSelectedRows()).map(this::convertRowIndexToModel)
            .mapToObj(rows::subject).flatMap(Optional::stream).collect(Collectors.toList());
        return chosen.isEmpty() ? Optional.empty() : Optional.of(RowSubject.ofAll(chosen));
    }

    private void chosen(Consumer<String> inspect) {
        int row = getSelectedRow();
        String object = row < 0 ? "" : rows.object(convertRowIndexToModel(row));
        if (!object.isEmpty()) {
            inspect.accept(object);
        }
    }

    /** Chooses the rows of these names; false if rows are no lines over the dumps. */
    boolean choose(List<String> names) {
        if (!rows.haveCourses()) {
            return false;
        }
        clearSelection();
        for (int row = 0; row < getRowCount(); row++) {
            if (names.contains(rows.name(convertRowIndexToModel(row)))) {
                addRowSelectionInterval(row, row);
            }
        }
        if (getSelectedRow() >= 0) {
            scrollRectToVisible(getCellRect(getSelectedRow(), 0, true));
        }
        return true;
    }

    @Override
    protected boolean isFigure(int column) {
        return rows.isNumber(convertColumnIndexToModel(column));
    }

    /** What has fewer letters may be wider. */
    private int widest(int column) {
        int widest = width(rows.getColumnName(column) + "  ");
        for (int row = 0; row < rows.getRowCount(); row++) {
            widest = Math.max(widest, width(rows.text(row, column)));
        }
        return widest;
    }

    @Override
    public TableCellRenderer getCellRenderer(int row, int column) {
        int of = convertColumnIndexToModel(column);
        return new DefaultTableCellRenderer() {
            private static final long serialVersionUID = 1L;

            @Override
            public Component getTableCellRendererComponent(JTable table, Object value, boolean selected,
                    boolean focused, int at, int place) {
                String text = rows.text(convertRowIndexToModel(at), of);
                JLabel label = (JLabel) super.getTableCellRendererComponent(table, text, selected, false, at, place);
                label.setHorizontalAlignment(rows.isNumber(of) ? TRAILING : LEADING);
                label.setToolTipText(text.trim());
                return label;
            }
        };
    }
}
