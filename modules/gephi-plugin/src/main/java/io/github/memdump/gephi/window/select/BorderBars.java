package io.github.memdump.gephi.window.select;

import io.github.memdump.gephi.swing.Amounts;
import io.github.memdump.gephi.swing.HeapTable;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Graphics;
import java.awt.RenderingHints;
import java.awt.event.MouseEvent;
import javax.swing.JComponent;
import javax.swing.ToolTipManager;
import org.openide.util.NbBundle;

/**
 * How many objects of the border keep how much alive: bars on a logarithmic scale, higher by the logarithm too, for a
 * border has many small ones and a few large ones. Those below the chosen number are faint.
 */
final class BorderBars extends JComponent {
    private static final long serialVersionUID = 1L;
    private static final int BARS = 40;
    private static final int WIDTH = 420;
    private static final int HEIGHT = 150;
    /** How many pixels of the last bar are always coloured. */
    private static final int LEAST = 2;
    private static final Color CHOSEN = new Color(0xE8590C);

    private final transient BorderCounts counts;
    private final int[] bars;
    private int number = 1;

    BorderBars(BorderCounts counts) {
        this.counts = counts;
        this.bars = counts.bars(BARS);
        setPreferredSize(new Dimension(WIDTH, HEIGHT));
        ToolTipManager.sharedInstance().registerComponent(this);
    }

    /** Returns how many objects the bar under the mouse stands for, and what they keep alive. */
    @Override
    public String getToolTipText(MouseEvent event) {
        int bar = Math.max(0, Math.min(bars.length - 1, event.getX() * bars.length / Math.max(1, getWidth())));
        return NbBundle.getMessage(BorderBars.class, "BorderBars.bar", bars[bar],
            counts.numberAt((double) bar / bars.length), counts.numberAt((bar + 1.0) / bars.length));
    }

    /** Marks what is at least a number. */
    void mark(int chosen) {
        number = chosen;
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D paper = (Graphics2D) graphics.create();
        paper.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        FontMetrics letters = paper.getFontMetrics(getFont() == null ? paper.getFont() : getFont());
        int floor = getHeight() - letters.getHeight() - 2;
        int most = 1;
        for (int bar : bars) {
            most = Math.max(most, bar);
        }
        double width = (double) getWidth() / bars.length;
        int place = (int) (counts.placeOf(number) * (getWidth() - 1));
        for (int i = 0; i < bars.length; i++) {
            if (bars[i] > 0) {
                int height = (int) Math.max(3, (floor - 2) * Math.log(bars[i] + 1.0) / Math.log(most + 1.0));
                int from = (int) (i * width);
                int wide = Math.max(1, (int) width - 1);
                paper.setColor(HeapTable.faint());
                paper.fillRect(from, floor - height, wide, height);
                // The largest is never below the number that is chosen.
                int cut = Math.min(Math.max(from, place), from + wide - (i == bars.length - 1 ? LEAST : 0));
                paper.setColor(CHOSEN);
                paper.fillRect(cut, floor - height, Math.max(0, from + wide - cut), height);
            }
        }
        paper.setColor(getForeground() == null ? HeapTable.faint() : getForeground());
        paper.drawLine(place, 0, place, floor);
        axis(paper, letters, floor);
        paper.dispose();
    }

    private void axis(Graphics2D paper, FontMetrics letters, int floor) {
        paper.drawLine(0, floor, getWidth(), floor);
        int end = -1;
        for (long tick = 1; tick <= counts.largest(); tick *= 10) {
            String label = Amounts.count(tick);
            int at = (int) (counts.placeOf((int) tick) * (getWidth() - 1));
            int from = Math.max(0, Math.min(getWidth() - letters.stringWidth(label), at));
            if (from > end) {
                paper.drawString(label, from, getHeight() - letters.getDescent());
                end = from + letters.stringWidth(label) + letters.charWidth('0');
            }
        }
    }
}
