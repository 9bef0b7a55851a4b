package io.github.memdump.gephi.answer;

import io.github.memdump.answer.Figures;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Graphics;
import java.awt.RenderingHints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javax.swing.JComponent;
import javax.swing.UIManager;

/** Figures over the dumps, a line for each row, with its name at the end of the line. For the event thread. */
final class CourseChart extends JComponent {
    /** More lines nobody can tell apart. */
    static final int MOST = 8;
    private static final long serialVersionUID = 1L;
    private static final Color[] COLOURS = {new Color(0xE8590C), new Color(0x3F92D6), new Color(0x2F9E44),
        new Color(0xE0648F), new Color(0x958AC8), new Color(0xE8A10C), new Color(0x35A2B3), new Color(0x868E96)};
    private static final int GAP = 8;
    private static final int DOT = 6;

    private transient List<long[]> courses = List.of();
    private List<String> names = List.of();

    CourseChart() {
        setPreferredSize(new Dimension(420, 200));
        setMinimumSize(new Dimension(120, 90));
    }

    /** Shows other lines. */
    void show(List<String> called, List<long[]> figures) {
        names = new ArrayList<>(called.subList(0, Math.min(MOST, called.size())));
        courses = new ArrayList<>(figures.subList(0, Math.min(MOST, figures.size())));
        repaint();
    }

    /** Returns where a figure stands: the part of the height, from the bottom. */
    static double height(long figure, long most) {
        return most <= 0 ? 0 : Math.max(0, figure) / (double) most;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        Graphics2D pen = (Graphics2D) graphics.create();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setFont(UIManager.getFont("Label.font"));
        FontMetrics letters = pen.getFontMetrics();
        long most = courses.stream().flatMapToLong(Arrays::stream).max().orElse(0);
        int steps = courses.stream().mapToInt(course -> course.length).max().orElse(0);
        int left = GAP + letters.stringWidth(Figures.count(most)) + GAP;
        int right = getWidth() - GAP - Math.min(getWidth() / 3,
            names.stream().mapToInt(letters::stringWidth).max().orElse(0) + GAP);
        int bottom = getHeight() - letters.getHeight() - GAP;
        int top = GAP + letters.getAscent() / 2;
        if (steps > 1 && right > left && bottom > top) {
            axes(pen, letters, new int[] {left, right, top, bottom}, most, steps);
            int[] ends = courses.stream().mapToInt(course -> y(course[course.length - 1], most,
                new int[] {left, right, top, bottom})).toArray();
            int[] named = apart(ends, letters.getHeight(), top, bottom);
            for (int line = 0; line < courses.size(); line++) {
                line(pen, line, new int[] {left, right, top, bottom}, most);
                pen.drawString(names.get(line), right + GAP, named[line] + letters.getAscent() / 2);
            }
        }
        pen.dispose();
    }

    private void axes(Graphics2D pen, FontMetrics letters, int[] frame, long most, int steps) {
        Color faint = UIManager.getColor("Label.disabledForeground");
        pen.setColor(faint == null ? Color.GRAY : faint);
        pen.drawLine(frame[0], frame[3], frame[1], frame[3]);
        pen.drawLine(frame[0], frame[2], frame[0], frame[3]);
        pen.setColor(getForeground() == null ? Color.GRAY : getForeground());
        String high = Figures.count(most);
        pen.drawString(high, frame[0] - GAP / 2 - letters.stringWidth(high), frame[2] + letters.getAscent() / 2);
        pen.drawString("0", frame[0] - GAP / 2 - letters.stringWidth("0"), frame[3]);
        int every = Math.max(1, steps * letters.stringWidth("000 ") / Math.max(1, frame[1] - frame[0]));
        for (int step = 0; step < steps; step += every) {
            String number = Integer.toString(step + 1);
            pen.drawString(number, x(step, steps, frame) - letters.stringWidth(number) / 2,
                frame[3] + letters.getAscent() + 2);
        }
    }

    /** Returns where names stand so that none is written over another, each as near to its place as it gets. */
    static int[] apart(int[] places, int distance, int top, int bottom) {
        Integer[] order = IntStream.range(0, places.length).boxed()
            .sorted(Comparator.comparingInt(each -> places[each])).toArray(Integer[]::new);
        int[] apart = places.clone();
        int above = Integer.MIN_VALUE / 2;
        for (int each : order) {
            apart[each] = Math.max(places[each], above + distance);
            above = apart[each];
        }
        int below = bottom + distance;
        for (int i = order.length - 1; i >= 0; i--) {
            apart[order[i]] = Math.max(top, Math.min(apart[order[i]], below - distance));
            below = apart[order[i]];
        }
        return apart;
    }

    private void line(Graphics2D pen, int line, int[] frame, long most) {
        long[] course = courses.get(line);
        pen.setColor(COLOURS[line % COLOURS.length]);
        pen.setStroke(new BasicStroke(2));
        for (int step = 0; step < course.length; step++) {
            int x = x(step, course.length, frame);
            int y = y(course[step], most, frame);
            pen.fillOval(x - DOT / 2, y - DOT / 2, DOT, DOT);
            if (step > 0) {
                pen.drawLine(x(step - 1, course.length, frame), y(course[step - 1], most, frame), x, y);
            }
        }
    }

    private static int x(int step, int steps, int[] frame) {
        return frame[0] + (frame[1] - frame[0]) * step / Math.max(1, steps - 1);
    }

    private static int y(long figure, long most, int[] frame) {
        return frame[3] - (int) Math.round(height(figure, most) * (frame[3] - frame[2]));
    }
}
