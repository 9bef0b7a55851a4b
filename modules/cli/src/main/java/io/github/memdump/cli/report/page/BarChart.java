package io.github.memdump.cli.report.page;

import io.github.memdump.answer.Figures;
import java.util.List;
import java.util.Locale;

/** A chart of upright bars as SVG. */
final class BarChart {
    private static final int BAR = 46;
    private static final int GAP = 10;
    private static final int HEIGHT = 170;
    private static final int TOP = 22;
    private static final int BOTTOM = 42;

    private BarChart() {
    }

    /** Writes a chart; a bar that stands for anything at all is high enough to be seen. */
    static void write(Html html, String description, String axis, List<String> names, long[] values) {
        long most = 1;
        for (long value : values) {
            most = Math.max(most, value);
        }
        int width = Math.max(620, names.size() * (BAR + GAP) + GAP);
        html.open("svg", "class", "chart", "xmlns", "http://www.w3.org/2000/svg",
            "viewBox", "0 0 " + width + " " + (TOP + HEIGHT + BOTTOM), "width", "" + width,
            "role", "img", "aria-label", description);
        for (int i = 0; i < values.length; i++) {
            int x = GAP + i * (BAR + GAP);
            double height = values[i] == 0 ? 0 : Math.max(2, (double) HEIGHT * values[i] / most);
            html.empty("rect", "class", "bar", "x", text(x), "y", text(TOP + HEIGHT - height), "width", text(BAR),
                "height", text(height), "rx", "2");
            if (values[i] > 0) {
                html.element("text", Figures.count(values[i]), "class", "value", "x", text(x + BAR / 2.0), "y",
                    text(TOP + HEIGHT - height - 6), "text-anchor", "middle");
            }
            html.element("text", names.get(i), "class", "tick", "x", text(x + BAR / 2.0), "y",
                text(TOP + HEIGHT + 16), "text-anchor", "middle");
        }
        html.empty("line", "class", "axis", "x1", "0", "x2", text(width), "y1", text(TOP + HEIGHT), "y2",
            text(TOP + HEIGHT));
        html.element("text", axis, "class", "tick", "x", text(GAP), "y", text(TOP + HEIGHT + 36));
        html.close("svg");
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
