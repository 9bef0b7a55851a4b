package io.github.memdump.cli.report.page;

import io.github.memdump.answer.Figures;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** A row of numbers as a line no larger than a word. */
final class Sparkline {
    private static final int WIDTH = 96;
    private static final int HEIGHT = 24;
    private static final int MARGIN = 3;

    private Sparkline() {
    }

    /** Writes the line from zero to the largest number, with a dot at its end; at least two numbers. */
    static void write(Html html, long... values) {
        String told = LongStream.of(values).mapToObj(Figures::count).collect(Collectors.joining(", "));
        html.open("svg", "class", "spark", "xmlns", "http://www.w3.org/2000/svg", "viewBox",
            "0 0 " + WIDTH + " " + HEIGHT, "width", "" + WIDTH, "height", "" + HEIGHT,
            "role", "img", "aria-label", told);
        html.element("title", told);
        long most = Math.max(1, LongStream.of(values).max().orElse(1));
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            points.append(i == 0 ? "" : " ").append(x(i, values.length)).append(',').append(y(values[i], most));
        }
        html.empty("polyline", "points", points.toString());
        int last = values.length - 1;
        html.empty("circle", "cx", x(last, values.length), "cy", y(values[last], most), "r", "2.5");
        html.close("svg");
    }

    private static String x(int place, int places) {
        return text(MARGIN + (WIDTH - 2.0 * MARGIN) * place / Math.max(1, places - 1));
    }

    private static String y(long value, long most) {
        return text(HEIGHT - MARGIN - (HEIGHT - 2.0 * MARGIN) * value / most);
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
