package io.github.memdump.cli.report.page;

import io.github.memdump.analysis.DumpSummary;
import io.github.memdump.analysis.Growth;
import io.github.memdump.analysis.GrowthRow;
import io.github.memdump.analysis.SurvivorSite;
import io.github.memdump.cli.Figures;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What came and stayed over three dumps or more. */
final class GrowthSection {
    private final Html html;
    private final Growth growth;
    private final int dumps;
    private final int top;

    GrowthSection(Html html, Growth growth, int top) {
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
        html.element("h3", "By class");
        html.element("p", "Survivors came after the first dump, and have stayed at least from one dump to the next."
            + " Classes that grow at every step come first.", "class", "faint");
        Parts.table(html, "#from dump to dump", "#per step", "#first → last", "#survivors", "class");
        for (GrowthRow row : rows.subList(0, Math.min(top, rows.size()))) {
            html.open("tr").open("td", "class", "number");
            Sparkline.write(html, IntStream.range(0, dumps).mapToLong(row::count).toArray());
            html.close("td");
            html.element("td", String.format(Locale.ROOT, "%+,.1f", row.slope()), "class", "number");
            html.element("td", Figures.count(row.count(0)) + " → " + Figures.count(row.count(dumps - 1)),
                "class", "number");
            Parts.number(html, row.survivors());
            html.open("td").element("span", row.className(), "class", row.growsAtEveryStep() ? "new" : "name");
            html.element("small", (row.growsAtEveryStep() ? "grows at every step · " : "")
                + Figures.bytes(row.memsize(0)) + " → " + Figures.bytes(row.memsize(dumps - 1)));
            html.close("td").close("tr");
        }
        Parts.endTable(html);
        Parts.more(html, rows.size() - top, "classes");
    }

    private void sites() {
        List<SurvivorSite> rows = growth.bySite();
        if (rows.isEmpty()) {
            html.element("p", "Nothing that came after the first dump has stayed.", "class", "faint");
            return;
        }
        html.element("h3", "Survivors by the line that allocated them");
        Parts.table(html, "#survivors", "#bytes", "#came between dumps", "class, and where it was allocated");
        for (SurvivorSite row : rows.subList(0, Math.min(top, rows.size()))) {
            html.open("tr");
            Parts.share(html, row.count(), growth.survivors().size());
            Parts.bytes(html, row.memsize());
            html.element("td", IntStream.range(1, dumps - 1)
                .mapToObj(cohort -> cohort + "–" + (cohort + 1) + ": " + Figures.count(row.count(cohort)))
                .collect(Collectors.joining(", ")), "class", "number");
            html.open("td").element("span", row.className(), "class", "new");
            html.element("small", row.site().isEmpty() ? "not traced" : row.site()).close("td").close("tr");
        }
        Parts.endTable(html);
        Parts.more(html, rows.size() - top, "lines");
    }
}
