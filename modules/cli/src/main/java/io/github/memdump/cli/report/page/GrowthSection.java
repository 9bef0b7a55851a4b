package io.github.memdump.cli.report.page;

import io.github.memdump.analysis.DumpSummary;
import io.github.memdump.analysis.Growth;
import io.github.memdump.analysis.GrowthRow;
import io.github.memdump.analysis.SurvivorSite;
import io.github.memdump.answer.Figures;
import io.github.memdump.cli.report.story.SourcePlace;
import io.github.memdump.cli.report.story.SourcePlaces;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** What came and stayed over three dumps or more. */
final class GrowthSection {
    private static final int ALL_SHOWN = 4;

    private final Html html;
    private final Growth growth;
    private final int dumps;
    private final int top;
    private final SourcePlaces places;

    GrowthSection(Html html, Growth growth, SourcePlaces places, int top) {
        this.places = places;
        this.html = html;
        this.growth = growth;
        this.dumps = growth.dumps().size();
        this.top = top;
    }

    void write() {
        html.element("h2", "Growth over " + dumps + " dumps");
        dumps();
        classes();
        sites();
    }

    private void dumps() {
        Parts.table(html, "#dump", "#objects", "#bytes", "#came before it, and stayed", "file");
        for (int dump = 0; dump < dumps; dump++) {
            DumpSummary summary = growth.dumps().get(dump);
            html.open("tr");
            Parts.number(html, dump + 1);
            Parts.number(html, summary.objectCount());
            Parts.bytes(html, summary.memsize());
            if (dump == 0) {
                html.element("td", "", "class", "number");
            } else {
                Parts.number(html, growth.cohortMembers(dump).size());
            }
            html.element("td", summary.name(), "class", "name").close("tr");
        }
        Parts.endTable(html);
    }

    private void classes() {
        List<GrowthRow> rows = growth.byClass().stream()
            .filter(row -> row.survivors() > 0 || row.growsAtEveryStep()).collect(Collectors.toList());
        html.open("div", "class", "scripted", "id", "growth").close("div");
        html.element("h3", "By class");
        html.element("p", "Survivors came after the first dump, and have stayed at least from one dump to the next."
            + " Classes that grow at every step come first.", "class", "faint");
        Parts.table(html, "from dump to dump", "#per step", "#in each dump", "#survivors", "class");
        Parts.rows(html, rows, top, row -> {
            html.open("td");
            Sparkline.write(html, IntStream.range(0, dumps).mapToLong(row::count).toArray());
            html.close("td");
            Parts.number(html, String.format(Locale.ROOT, "%+,.1f", row.slope()), row.slope());
            Parts.number(html, counts(row), row.count(dumps - 1));
            Parts.number(html, row.survivors());
            html.open("td").element("span", row.key(), "class", row.growsAtEveryStep() ? "new" : "name");
            html.element("small", (row.growsAtEveryStep() ? "grows at every step · " : "")
                + Figures.bytes(row.memsize(0)) + " → " + Figures.bytes(row.memsize(dumps - 1)));
            html.close("td");
        });
        Parts.endTable(html);
        Parts.more(html, rows.size() - top, "classes");
    }

    /** Returns the number in each dump, of many dumps in the first and the last. */
    private String counts(GrowthRow row) {
        IntStream shown = dumps > ALL_SHOWN ? IntStream.of(0, dumps - 1) : IntStream.range(0, dumps);
        return shown.mapToObj(dump -> Figures.count(row.count(dump)))
            .collect(Collectors.joining(dumps > ALL_SHOWN ? " … " : " → "));
    }

    private void sites() {
        List<SurvivorSite> rows = growth.bySite();
        if (rows.isEmpty()) {
            html.element("p", "Nothing that came after the first dump has stayed.", "class", "faint");
            return;
        }
        html.element("h3", "Survivors by the line that allocated them");
        Parts.table(html, "#survivors", "#bytes", "there by each dump", "class, and where it was allocated");
        Parts.rows(html, rows, top, row -> {
            Parts.share(html, row.count(), growth.survivors().size());
            Parts.bytes(html, row.memsize());
            html.open("td");
            Sparkline.write(html, IntStream.range(0, dumps).mapToLong(dump -> came(row, dump)).toArray());
            html.close("td");
            html.open("td").element("span", row.className(), "class", "new");
            SourcePlace place = places.of(row.example());
            html.open("small");
            Parts.place(html, place.isKnown() ? "" : "not traced", place, "");
            html.close("small").close("td");
        });
        Parts.endTable(html);
        Parts.more(html, rows.size() - top, "lines");
    }

    /** Returns how many of the survivors that a line allocated had come by a dump. */
    private long came(SurvivorSite row, int dump) {
        return IntStream.rangeClosed(1, Math.min(dump, dumps - 2)).mapToLong(row::count).sum();
    }

    /** A row of numbers as a line no larger than a word. */
    private static final class Sparkline {
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
}
