package io.github.memdump.gephi.swing;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.AbstractAction;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.UIManager;
import javax.swing.table.TableColumn;
import javax.swing.table.TableModel;

/**
 * A table of the Memdump window: rows without a grid, figures as wide as they need, what is left for the first column.
 * Where it is narrow, the columns that matter least stay away. Enter and a double click do what the row is for.
 */
public class HeapTable extends JTable {
    private static final long serialVersionUID = 1L;
    private static final int CELL_MARGIN = 12;
    private static final int ROW_MARGIN = 6;
    /** The part of the room that the first column has at least, unless said otherwise. */
    private static final double FIRST = 0.36;

    private transient FittingColumns fitting;

    /** Makes a table whose rows do something when they are chosen. */
    public HeapTable(TableModel model, Runnable chosen) {
        super(model);
        setShowGrid(false);
        setIntercellSpacing(new Dimension());
        setFillsViewportHeight(true);
        getTableHeader().setReorderingAllowed(false);
        Headings.align(getTableHeader());
        putClientProperty("terminateEditOnFocusLost", Boolean.TRUE);
        getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke("ENTER"), "choose");
        getActionMap().put("choose", new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                chosen.run();
            }
        });
        addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                if (event.getClickCount() == 2 && event.getButton() == MouseEvent.BUTTON1
                    && rowAtPoint(event.getPoint()) >= 0) {
                    chosen.run();
                }
            }
        });
    }

    /** Another model has other columns, which nobody has said the widths of yet. */
    @Override
    public final void setModel(TableModel model) {
        fitting = FittingColumns.NONE;
        super.setModel(model);
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setRowHeight(getFontMetrics(getFont()).getHeight() + ROW_MARGIN);
    }

    /** Says how wide the figures after the first column are, by their widest text, and which matter most. */
    public final void setFigures(String[] widest, int[] priorities) {
        setFigures(widest, priorities, FIRST);
    }

    /**
     * Says how wide the figures after the first column are, by their widest text, which matter most, and what part of
     * the room the first column has at least.
     */
    public final void setFigures(String[] widest, int[] priorities, double first) {
        int[] widths = new int[widest.length];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = width(widest[i]);
        }
        setFigures(widths, priorities, first, Integer.MAX_VALUE);
    }

    /**
     * Says how wide the figures after the first column are in pixels, which matter most, and what part of the room the
     * first column has at least, unless it needs less.
     */
    protected final void setFigures(int[] widths, int[] priorities, double first, int needed) {
        TableColumn[] columns = new TableColumn[widths.length + 1];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = getColumnModel().getColumn(i);
        }
        fitting = new FittingColumns(columns, widths, priorities, first, needed);
        fit();
    }

    /** Returns whether figures stand in a column, and at its right edge; all but the first, unless said otherwise. */
    protected boolean isFigure(int column) {
        return column > 0;
    }

    /** Returns how wide a cell with such a text is in pixels. */
    protected final int width(String text) {
        return getFontMetrics(getFont()).stringWidth(text) + CELL_MARGIN;
    }

    /** Says which figures matter most from now on. */
    public final void setPriorities(int[] priorities) {
        fitting = fitting.preferring(priorities);
        resizeAndRepaint();
    }

    @Override
    public void doLayout() {
        if (getTableHeader() == null || getTableHeader().getResizingColumn() == null) {
            fit();
        }
        super.doLayout();
    }

    private void fit() {
        fitting.fit(getColumnModel(), getWidth());
    }

    /** A popup is about the row under the mouse, which becomes the chosen one unless it is chosen already. */
    @Override
    public Point getPopupLocation(MouseEvent event) {
        if (event == null) {
            Rectangle row = getCellRect(Math.max(0, getSelectedRow()), 0, true);
            return new Point(row.x + CELL_MARGIN, row.y + row.height);
        }
        int row = rowAtPoint(event.getPoint());
        if (row >= 0 && !isRowSelected(row)) {
            setRowSelectionInterval(row, row);
        }
        return super.getPopupLocation(event);
    }

    /** Returns the colour that separates and hints, whatever the look and feel. */
    public static Color faint() {
        Color colour = UIManager.getColor("Label.disabledForeground");
        return colour == null ? Color.GRAY : colour;
    }
}
