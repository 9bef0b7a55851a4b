package io.github.memdump.gephi.window.dominators;

import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import javax.swing.BorderFactory;
import javax.swing.JTable;
import javax.swing.UIManager;
import javax.swing.table.DefaultTableCellRenderer;

/** Shows what is retained before a bar: its part of the whole heap, and, paler, its part of what the row above has. */
final class BarRenderer extends DefaultTableCellRenderer {
    private static final long serialVersionUID = 1L;
    private static final int MARGIN = 6;
    private static final int EDGE = 3;
    private static final int PALE = 45;
    private static final int STRONG = 120;
    private static final Color FALLBACK = new Color(0x4A90D9);

    private final transient DominatorWords words;
    private int row;

    BarRenderer(DominatorWords words) {
        this.words = words;
        setHorizontalAlignment(TRAILING);
    }

    @Override
    public Component getTableCellRendererComponent(JTable table, Object value, boolean selected, boolean focused,
            int at, int column) {
        super.getTableCellRendererComponent(table, value, selected, false, at, column);
        setBorder(BorderFactory.createEmptyBorder(0, 0, 0, MARGIN));
        row = at;
        setOpaque(false);
        return this;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        graphics.setColor(getBackground());
        graphics.fillRect(0, 0, getWidth(), getHeight());
        Color ink = UIManager.getColor("ProgressBar.foreground");
        Color bar = ink == null ? FALLBACK : ink;
        int room = getWidth() - 2 * EDGE;
        if (row < words.rows().count()) {
            paint(graphics, bar, PALE, (int) Math.round(room * words.shareOfParent(row)));
            paint(graphics, bar, STRONG, (int) Math.round(room * words.shareOfAll(row)));
        }
        super.paintComponent(graphics);
    }

    private void paint(Graphics graphics, Color bar, int opacity, int width) {
        graphics.setColor(new Color(bar.getRed(), bar.getGreen(), bar.getBlue(), opacity));
        graphics.fillRect(EDGE, EDGE, width, getHeight() - 2 * EDGE);
    }
}
