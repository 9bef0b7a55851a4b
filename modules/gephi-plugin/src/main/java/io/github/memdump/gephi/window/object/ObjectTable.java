package io.github.memdump.gephi.window.object;

import io.github.memdump.gephi.swing.HeapTable;
import java.awt.Component;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.Consumer;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableCellRenderer;

/** A table of objects. A click on one, or Enter, goes to it. As high as its rows. */
public final class ObjectTable extends HeapTable {
    private static final long serialVersionUID = 1L;
    private static final int[] PRIORITIES = {0, 1};
    /** The part of the room that names have at least. */
    private static final double NAME = 0.5;

    private final transient Consumer<String> chosen;

    /** Makes a table that hands over the identity of the object that is chosen. */
    public ObjectTable(ObjectListModel rows, String name, Consumer<String> chosen) {
        super(rows, () -> { });
        this.chosen = chosen;
        setName(name);
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        setFillsViewportHeight(false);
        setCursor(Cursor.getPredefinedCursor(Cursor.HAND_CURSOR));
        DefaultTableCellRenderer figures = new DefaultTableCellRenderer();
        figures.setHorizontalAlignment(SwingConstants.TRAILING);
        getColumnModel().getColumn(1).setCellRenderer(figures);
        setFigures(ObjectListModel.WIDEST, PRIORITIES, NAME);
        getActionMap().put("choose", new ChooseAction(this::choose));
        addMouseListener(new MouseAdapter() {
            @Override
            public void mouseReleased(MouseEvent event) {
                if (event.getButton() == MouseEvent.BUTTON1 && rowAtPoint(event.getPoint()) >= 0) {
                    choose();
                }
            }
        });
    }

    private void choose() {
        int row = getSelectedRow();
        if (row >= 0 && row < getRowCount()) {
            chosen.accept(rows().identity(row));
        }
    }

    private ObjectListModel rows() {
        return (ObjectListModel) getModel();
    }

    /** Names and identities are longer than a narrow window. */
    @Override
    public Component prepareRenderer(TableCellRenderer renderer, int row, int column) {
        Component cell = super.prepareRenderer(renderer, row, column);
        if (cell instanceof DefaultTableCellRenderer) {
            ((DefaultTableCellRenderer) cell).setToolTipText(rows().getValueAt(row, 0) + "  " + rows().identity(row));
        }
        return cell;
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
    }
}
