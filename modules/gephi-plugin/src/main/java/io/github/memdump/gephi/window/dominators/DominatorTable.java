package io.github.memdump.gephi.window.dominators;

import io.github.memdump.gephi.swing.HeapTable;
import java.awt.EventQueue;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.AbstractAction;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.DefaultTableModel;
import org.openide.util.RequestProcessor;

/**
 * The dominator tree on the screen. A triangle, the arrow keys, Enter and a double click unfold and fold; where many
 * children have to be sorted for that, it happens outside the event thread.
 */
final class DominatorTable extends HeapTable {
    private static final long serialVersionUID = 1L;
    private static final int SORTED_AT_ONCE = 5_000;
    private static final RequestProcessor SORTING = new RequestProcessor("Memdump dominator tree", 1);
    private static final int[] PRIORITIES = {0, 1, 2};
    private static final String[] WIDEST = {"1023.9 MiB 0", "9,999,999", "1023.9 MiB"};

    private static final double NAME = 0.5;

    private transient Branches tree;
    private transient DominatorWords words;

    DominatorTable() {
        super(new DefaultTableModel(), () -> { });
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        key("ENTER", this::turn);
        key("RIGHT", this::unfoldOrEnter);
        key("LEFT", this::foldOrLeave);
        addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                pressed(event);
            }
        });
    }

    private void key(String stroke, Runnable action) {
        getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke(stroke), "tree" + stroke);
        getActionMap().put("tree" + stroke, new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                action.run();
            }
        });
    }

    /** Shows other rows. */
    void show(DominatorContent content) {
        DominatorWords shown = content.words();
        tree = content.branches();
        words = shown;
        setModel(new DominatorTableModel(shown));
        getColumnModel().getColumn(DominatorTableModel.OBJECT).setCellRenderer(new ObjectRenderer(shown.rows()));
        getColumnModel().getColumn(DominatorTableModel.RETAINED).setCellRenderer(new BarRenderer(shown));
        DefaultTableCellRenderer figures = new DefaultTableCellRenderer();
        figures.setHorizontalAlignment(SwingConstants.TRAILING);
        getColumnModel().getColumn(DominatorTableModel.COUNT).setCellRenderer(figures);
        getColumnModel().getColumn(DominatorTableModel.OWN).setCellRenderer(figures);
        setFigures(WIDEST, PRIORITIES, NAME);
        choose(0);
    }

    /** Shows nothing. */
    void clear() {
        tree = null;
        words = null;
        setModel(new DefaultTableModel());
    }

    /** Makes a row the chosen one and brings it into sight. */
    void choose(int row) {
        if (row >= 0 && row < getRowCount()) {
            setRowSelectionInterval(row, row);
            scrollRectToVisible(getCellRect(row, 0, true));
        }
    }

    /** Returns the node of the chosen row, or -1 if it stands for no objects in particular. */
    int chosenNode() {
        int row = getSelectedRow();
        return words == null || row <= 0 || words.rows().isRest(row) ? -1 : words.rows().node(row);
    }

    private void pressed(MouseEvent event) {
        int row = rowAtPoint(event.getPoint());
        if (words == null || row < 0 || event.getButton() != MouseEvent.BUTTON1) {
            return;
        }
        boolean isFirst = columnAtPoint(event.getPoint()) == 0;
        boolean isHandle = isFirst && ObjectRenderer.isHandle(words.rows().depth(row), event.getX());
        if (event.getClickCount() == 2 && !isHandle || event.getClickCount() == 1
            && (isHandle || words.rows().isRest(row))) {
            turn(row);
        }
    }

    private void turn() {
        if (words != null && getSelectedRow() >= 0) {
            turn(getSelectedRow());
        }
    }

    private void turn(int row) {
        DominatorRows rows = words.rows();
        if (rows.isRest(row)) {
            change(row, () -> rows.more(row));
        } else if (rows.isUnfolded(row)) {
            change(row, () -> rows.fold(row));
        } else if (rows.hasChildren(row)) {
            unfold(row);
        }
    }

    private void unfold(int row) {
        DominatorRows rows = words.rows();
        if (rows.childrenToSort(row) <= SORTED_AT_ONCE) {
            change(row, () -> rows.unfold(row));
            return;
        }
        Branches of = tree;
        int node = rows.node(row);
        SORTING.post(() -> {
            int[] children = of.children(node);
            EventQueue.invokeLater(() -> {
                if (words != null && words.rows() == rows && row < rows.count() && rows.node(row) == node) {
                    rows.supply(node, children);
                    change(row, () -> rows.unfold(row));
                }
            });
        });
    }

    private void change(int row, Runnable change) {
        change.run();
        ((DominatorTableModel) getModel()).fireTableDataChanged();
        choose(Math.min(row, getRowCount() - 1));
    }

    private void unfoldOrEnter() {
        int row = getSelectedRow();
        if (words != null && row >= 0) {
            if (words.rows().isUnfolded(row)) {
                choose(row + 1);
            } else {
                turn(row);
            }
        }
    }

    private void foldOrLeave() {
        int row = getSelectedRow();
        if (words != null && row >= 0) {
            if (words.rows().isUnfolded(row)) {
                turn(row);
            } else {
                choose(words.rows().parent(row));
            }
        }
    }

    @Override
    public String getToolTipText(MouseEvent event) {
        int row = rowAtPoint(event.getPoint());
        return words == null || row < 0 ? null : words.details(row);
    }
}
