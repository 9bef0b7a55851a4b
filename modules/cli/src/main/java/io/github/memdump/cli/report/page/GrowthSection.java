package io.github.memdump.cli.report.page;

import io.github.memdump.analysis.Growth;
import io.github.memdump.analysis.GrowthRow;
import io.github.memdump.analysis.SurvivorSite;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.CellKind;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.TableColumn;
import io.github.memdump.answer.content.GrowthAnswer;
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
    private final GrowthAnswer answer;
    private final int dumps;
    private final int top;
    private final SourcePlaces places;

    GrowthSection(Html html, Growth growth, GrowthAnswer answer, SourcePlaces places, int top) {
        this.answer = answer;
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
        new PageTable<>(answer.dumps()).styled("file", "name")
            .instead("new and still there", TableColumn.<Integer>count(null, dump -> dump == 0 ? TableColumn.ABSENT
                : growth.cohortMembers(dump).size()).titled("came before it, and stayed"))
            .write(html, dumps);
    }

    private void classes() {
        html.open("div", "class", "scripted", "id", "growth").close("div");
        html.element("h3", "By class");
        html.element("p", "Survivors came after the first dump, and have stayed at least from one dump to the next."
            + " Classes that grow at every step come first.", "class", "faint");
        new PageTable<>(AnswerTable.of("", answer.rows())
            .column(TableColumn.<GrowthRow>text(null, row -> "").titled("from dump to dump"))
            .column(TableColumn.fractions(CellKind.SLOPE, null, GrowthRow::slope).titled("per step"))
            .column(TableColumn.<GrowthRow>count(null, row -> row.count(dumps - 1)).titled("in each dump"))
            .column(TableColumn.count(null, GrowthRow::survivors).titled("survivors")).build())
            .within("from dump to dump", (to, row) ->
                Sparkline.write(to, IntStream.range(0, dumps).mapToLong(row::count).toArray()))
            .within("in each dump", (to, row) -> to.text(counts(row)))
            .within("class", (to, row) -> {
                to.element("span", row.key(), "class", row.growsAtEveryStep() ? "new" : "name");
                to.element("small", (row.growsAtEveryStep() ? "grows at every step · " : "")
                    + Figures.bytes(row.memsize(0)) + " → " + Figures.bytes(row.memsize(dumps - 1)));
            }).write(html, top, "classes");
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
        new PageTable<>(AnswerTable.of("", rows)
            .column(TableColumn.<SurvivorSite>count(null, SurvivorSite::count).titled("survivors"))
            .column(TableColumn.<SurvivorSite>share(SurvivorSite::count, growth.survivors().size()).titled("%"))
            .column(TableColumn.bytes(null, SurvivorSite::memsize).titled("bytes")).build())
            .within("there by each dump", (to, row) ->
                Sparkline.write(to, IntStream.range(0, dumps).mapToLong(dump -> came(row, dump)).toArray()))
            .within("class, and where it was allocated", (to, row) -> {
                to.element("span", row.className(), "class", "new").open("small");
                SourcePlace place = places.of(row.example());
                Parts.place(to, place.isKnown() ? "" : "not traced", place, "");
                to.close("small");
            }).write(html, top, "lines");
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
