package io.github.memdump.cli.report.page;

import io.github.memdump.analysis.Border;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.TableColumn;
import io.github.memdump.answer.content.GrowthAnswer;
import io.github.memdump.answer.content.OwnWords;
import io.github.memdump.cli.report.story.BorderGroup;
import io.github.memdump.cli.report.story.ClassChange;
import io.github.memdump.cli.report.story.Holder;
import io.github.memdump.cli.report.story.KeepAliveSpread;
import io.github.memdump.cli.report.story.LeakStory;
import io.github.memdump.cli.report.story.NamedPaths;
import io.github.memdump.cli.report.story.SourcePlace;
import io.github.memdump.cli.report.story.Words;
import io.github.memdump.cli.report.story.Evidence;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The page about what came between two dumps. */
public final class LeakPage {
    private final Evidence evidence;
    private final Findings findings;
    private final HeapDiff diff;
    private final LeakStory story;
    private final NamedPaths paths;
    private final Optional<GrowthAnswer> growth;
    private final int top;

    /** Prepares the page, of more than two dumps with their growth; tables have at most {@code top} rows. */
    public LeakPage(Evidence evidence, LeakStory story, Optional<GrowthAnswer> growth, int top) {
        this.growth = growth;
        this.evidence = evidence;
        this.findings = evidence.findings();
        this.diff = findings.diff().orElseThrow();
        this.story = story;
        this.paths = new NamedPaths(evidence);
        this.top = top;
    }

    /** Returns the page. */
    public String html(PageParts parts) throws IOException {
        Html html = Page.begin(parts);
        BudgetSection.write(html, evidence.budgets());
        if (!diff.newOfProgram().isEmpty()) {
            new SuspectSection(html, evidence, top).write();
        }
        Page.retained(html);
        html.element("h2", "The picture");
        cards(html);
        Page.picture(html, parts.svg(), parts.pictureCaption());
        growth.ifPresent(told -> new GrowthSection(html, findings.growth().orElseThrow(), told, evidence.places(), top)
            .write());
        if (!diff.newOfProgram().isEmpty()) {
            holders(html);
            grown(html);
            border(html);
            spread(html);
        }
        new MemorySection(html, evidence.memory(), top).write();
        Page.caveats(html, "What the picture leaves out", parts.omissions());
        Page.caveats(html, "Read this with care", parts.caveats());
        return Page.end(html, parts);
    }

    private void cards(Html html) {
        Border border = findings.border().orElseThrow();
        int newOnes = diff.newOfProgram().size();
        int old = border.oldBorder().size();
        html.open("div", "class", "cards");
        Page.card(html, Figures.count(newOnes), newOnes == 1 ? "new object" : "new objects", true);
        Page.card(html, Figures.bytes(diff.newMemsizeOfProgram()), newOnes == 1 ? "in it" : "in new objects", true);
        Page.card(html, Figures.count(border.newBorder().size()), "of them held by an old object (border)", false);
        Page.card(html, Figures.count(old), old == 1 ? "old object holds them" : "old objects hold them", false);
        Page.card(html, Figures.count(diff.before().objectCount()) + " → " + Figures.count(diff.after().objectCount()),
            "objects before and after"
                + (diff.isPartial() ? "" : "; " + Figures.count(diff.goneObjects()) + " are gone"), false);
        html.close("div");
        OwnWords.besides(diff).ifPresent(sentence -> html.element("p", sentence.trim(), "class", "faint"));
    }

    private void holders(Html html) {
        html.element("h2", "What holds the new objects");
        html.element("p", "Old objects that hold new ones, by how many new objects hang on them: each new object"
            + " is counted once, at the last old object on its shortest path from the roots. “Keeps alive” counts all"
            + " new objects that can be reached from the holder: what two holders keep alive goes only when both let"
            + " go.", "class", "faint");
        new PageTable<>(Holder.table(story.holders(), findings))
            .within("path from the root to the holder, and what it holds", this::holder).write(html, top, "holders");
    }

    private void holder(Html html, Holder holder) {
        Parts.chain(html, paths.to(holder.object()));
        boolean isOne = holder.objects() == 1;
        html.text(isOne ? "" : " ×" + Figures.count(holder.objects()));
        html.element("small", (isOne ? "holds " : "hold ") + String.join(", ", holder.heldNames()) + " · "
            + (isOne ? "" : "one of them is ") + findings.heap().identity(holder.object()));
    }

    private void grown(Html html) {
        html.element("h2", "What grew");
        new PageTable<>(ClassChange.table(ClassChange.byClass(evidence.classesBefore().orElseThrow(), diff),
            diff.newOfProgram().size())).styled("class", "new")
            .within("before → after", (to, change) -> to.text(Figures.count(change.before()) + " → "
                + Figures.count(change.after()))).write(html, top, "classes");
    }

    private void border(Html html) {
        html.element("h2", "Border: new objects held by old ones");
        html.element("p", "Objects of one class on equal paths share a row. “Keeps alive” is keepalive_new_count of"
            + " each:"
            + " the new objects that can be reached from it without leaving the new ones.", "class", "faint");
        new PageTable<>(AnswerTable.of("", story.groups())
            .column(TableColumn.count(null, BorderGroup::newObjects).titled("new objects on them"))
            .column(TableColumn.share(BorderGroup::newObjects, diff.newOfProgram().size()).titled("%"))
            .column(TableColumn.bytes(null, BorderGroup::newBytes).titled("bytes"))
            .column(TableColumn.count(null, BorderGroup::mostKeepAlive).titled("each keeps alive")).build())
            .within("each keeps alive", (to, group) -> to.text((group.leastKeepAlive() == group.mostKeepAlive() ? ""
                : Figures.count(group.leastKeepAlive()) + "–") + Figures.count(group.mostKeepAlive())))
            .within("what, and the path that holds it", this::group).write(html, top, "groups");
    }

    private void group(Html html, BorderGroup group) {
        html.element("span", Words.times(group.name(), group.objects()), "class", "new").markup(" ← ");
        Parts.chain(html, paths.to(group.holder()));
        html.open("small").text(group.holders() == 1 ? ""
            : "one of " + Figures.count(group.holders()) + " holders alike · ");
        SourcePlace place = evidence.places().ofSite(group.site());
        Parts.place(html, place.isKnown() ? "allocated at " : "", place, "");
        html.close("small");
    }

    private void spread(Html html) {
        int[] border = story.ranked();
        if (border.length == 0) {
            return;
        }
        KeepAliveSpread spread = new KeepAliveSpread(findings, border);
        html.element("h2", "How much border objects keep alive");
        BarChart.write(html, "Number of border objects by keepalive_new_count",
            "new objects kept alive by one border object (keepalive_new_count); bars: number of border objects",
            spread.names(), spread.counts());
    }

    /** A chart of upright bars as SVG. */
    private static final class BarChart {
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
}
