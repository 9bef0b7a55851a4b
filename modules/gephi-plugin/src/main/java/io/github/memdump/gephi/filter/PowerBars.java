package io.github.memdump.gephi.filter;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Arrays;
import javax.swing.JComponent;
import javax.swing.UIManager;

/**
 * How many figures lie between powers of two, as bars of logarithmic height; dragging over them chooses a range. For
 * the event thread.
 */
final class PowerBars extends JComponent {
    private static final long serialVersionUID = 1L;
    private static final Color INSIDE = new Color(0xE8590C);
    private static final int HEIGHT = 70;
    private static final int TEXT = 14;

    private final int[] counts = new int[Long.SIZE];
    /** All figures, the least first. */
    private final long[] figures;
    private final int used;
    private long from;
    private long to;
    private int pressed;

    /** Takes a range that was chosen. */
    interface Chosen {
        void take(long from, long to);
    }

    PowerBars(long[] numbers, Chosen chosen) {
        int last = 0;
        for (long number : numbers) {
            int bin = bin(number);
            counts[bin]++;
            last = Math.max(last, bin);
        }
        figures = numbers.clone();
        Arrays.sort(figures);
        used = last + 1;
        setPreferredSize(new Dimension(220, HEIGHT));
        // The Filters panel gives no more height than is asked for at least.
        setMinimumSize(new Dimension(60, HEIGHT));
        setMaximumSize(new Dimension(Integer.MAX_VALUE, HEIGHT));
        setToolTipText(HeapFilter.text("PowerBars.hint", ""));
        MouseAdapter mouse = new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                pressed = binAt(event.getX());
                show(begin(pressed), end(pressed));
            }

            @Override
            public void mouseDragged(MouseEvent event) {
                int bin = binAt(event.getX());
                show(begin(Math.min(bin, pressed)), end(Math.max(bin, pressed)));
            }

            @Override
            public void mouseReleased(MouseEvent event) {
                chosen.take(from, to);
            }
        };
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
    }

    private static int bin(long number) {
        return number < 1 ? 0 : Long.SIZE - 1 - Long.numberOfLeadingZeros(number);
    }

    private static long begin(int bin) {
        return 1L << bin;
    }

    /** The last bar has no end, so that what comes later is inside too. */
    private long end(int bin) {
        return bin == used - 1 ? RangeOfFigures.NO_END : (1L << bin + 1) - 1;
    }

    private int binAt(int x) {
        return Math.max(0, Math.min(used - 1, x * used / Math.max(1, getWidth())));
    }

    /** Returns how many figures there are. */
    int figureCount() {
        return figures.length;
    }

    /** Returns how many figures lie between two, both included. */
    int between(long least, long largest) {
        int count = 0;
        for (long figure : figures) {
            count += figure >= least && figure <= largest ? 1 : 0;
        }
        return count;
    }

    private long last(int bin) {
        return bin == Long.SIZE - 2 ? Long.MAX_VALUE : (1L << bin + 1) - 1;
    }

    @Override
    public String getToolTipText(MouseEvent event) {
        int bin = binAt(event.getX());
        return HeapFilter.text("PowerBars.hint", HeapFilter.text("PowerBars.bar", counts[bin],
            FigureText.shortly(bin == 0 ? 0 : begin(bin)), FigureText.shortly(last(bin))));
    }

    /** Shows a range. */
    void show(long least, long largest) {
        from = least;
        to = largest;
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        Color dim = UIManager.getColor("Label.disabledForeground");
        Color outside = dim == null ? Color.GRAY : dim;
        double most = 0;
        for (int bin = 0; bin < used; bin++) {
            most = Math.max(most, Math.log(1.0 + counts[bin]));
        }
        int room = getHeight() - TEXT;
        graphics.setFont(getFont().deriveFont(10f));
        for (int bin = 0; bin < used; bin++) {
            int left = bin * getWidth() / used;
            int width = Math.max(1, (bin + 1) * getWidth() / used - left - 1);
            int height = most == 0 ? 0 : (int) Math.round(room * Math.log(1.0 + counts[bin]) / most);
            graphics.setColor(outside);
            graphics.fillRect(left, room - height, width, height);
            int inside = between(Math.max(from, bin == 0 ? Long.MIN_VALUE : begin(bin)), Math.min(to, last(bin)));
            int part = counts[bin] == 0 ? 0 : (int) Math.ceil((double) height * inside / counts[bin]);
            graphics.setColor(INSIDE);
            graphics.fillRect(left, room - part, width, part);
            graphics.setColor(outside);
            graphics.drawLine(left, room, left + width, room);
            graphics.setColor(getForeground());
            String name = FigureText.shortly(begin(bin));
            if (bin % Math.max(1, used * 26 / Math.max(1, getWidth()) + 1) == 0) {
                graphics.drawString(name, left, getHeight() - 2);
            }
        }
    }
}
