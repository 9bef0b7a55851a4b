package io.github.memdump.gephi.window.dominators;

import io.github.memdump.gephi.swing.HeapTable;
import io.github.memdump.gephi.swing.ShortText;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.Graphics;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import javax.swing.BorderFactory;
import javax.swing.JTable;
import javax.swing.table.DefaultTableCellRenderer;

/** Shows an object at its depth in the tree, with a triangle before it that unfolds it. */
final class ObjectRenderer extends DefaultTableCellRenderer {
    private static final long serialVersionUID = 1L;
    private static final int INDENT = 11;
    private static final int HANDLE = 16;
    /** Deeper rows are not moved further to the right, or a narrow window would show nothing of them. */
    private static final int DEEPEST = 14;
    private static final int TRIANGLE = 7;

    private final transient DominatorRows rows;
    private int row;

    ObjectRenderer(DominatorRows rows) {
        this.rows = rows;
    }

    /** Returns where the handle of a row begins, from the left edge of its cell. */
    static int indent(int depth) {
        return 2 + Math.min(depth, DEEPEST) * INDENT;
    }

    /** Returns whether a place in the cell of a row is on its handle. */
    static boolean isHandle(int depth, int x) {
        return x >= indent(depth) && x < indent(depth) + HANDLE;
    }

    @Override
    public Component getTableCellRendererComponent(JTable table, Object value, boolean selected, boolean focused,
            int at, int column) {
        super.getTableCellRendererComponent(table, value, selected, false, at, column);
        row = at;
        int left = indent(rows.depth(at)) + HANDLE;
        setBorder(BorderFactory.createEmptyBorder(0, left, 0, 2));
        int room = table.getColumnModel().getColumn(column).getWidth() - left - 2;
        setText(ShortText.of(String.valueOf(value), getFontMetrics(getFont())::stringWidth, room));
        if (!selected) {
            setForeground(rows.isRest(at) ? HeapTable.faint() : table.getForeground());
        }
        return this;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        if (row >= rows.count() || !rows.hasChildren(row)) {
            return;
        }
        Graphics2D pen = (Graphics2D) graphics.create();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(getForeground());
        double x = indent(rows.depth(row)) + (HANDLE - TRIANGLE) / 2.0;
        double y = (getHeight() - TRIANGLE) / 2.0;
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(x, y);
        if (rows.isUnfolded(row)) {
            triangle.lineTo(x + TRIANGLE, y);
            triangle.lineTo(x + TRIANGLE / 2.0, y + TRIANGLE);
        } else {
            triangle.lineTo(x + TRIANGLE, y + TRIANGLE / 2.0);
            triangle.lineTo(x, y + TRIANGLE);
        }
        triangle.closePath();
        pen.fill(triangle);
        pen.dispose();
    }
}
