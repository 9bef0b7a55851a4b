package io.github.memdump.cli.report.page;

import io.github.memdump.analysis.Border;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.content.OwnWords;
import io.github.memdump.cli.report.story.BorderGroup;
import io.github.memdump.cli.report.story.ClassChange;
import io.github.memdump.cli.report.story.Holder;
import io.github.memdump.cli.report.story.KeepAliveSpread;
import io.github.memdump.cli.report.story.LeakStory;
import io.github.memdump.cli.report.story.Words;
import io.github.memdump.cli.report.story.Evidence;
import java.io.IOException;
import java.util.List;

/** The page about what came between two dumps. */
public final class LeakPage {
    private final Evidence evidence;
    private final Findings findings;
    private final HeapDiff diff;
    private final LeakStory story;
    private final int top;

    /** Prepares the page; tables have at most {@code top} rows. */
    public LeakPage(Evidence evidence, LeakStory story, int top) {
        this.evidence = evidence;
        this.findings = evidence.findings();
        this.diff = findings.diff().orElseThrow();
        this.story = story;
        this.top = top;
    }

    /** Returns the page. */
    public String html(PageParts parts) throws IOException {
        Html html = Page.begin("Memdump: " + parts.title(), parts.title(), parts.headline());
        BudgetSection.write(html, evidence.budgets());
        if (!diff.newOfProgram().isEmpty()) {
            new SuspectSection(html, evidence, top).write();
        }
        html.element("h2", "The picture");
        cards(html);
        Page.picture(html, parts.svg(), parts.pictureCaption());
        findings.growth().ifPresent(growth -> new GrowthSection(html, growth, top).write());
        if (!diff.newOfProgram().isEmpty()) {
            holders(html);
            growth(html, ClassChange.byClass(evidence.classesBefore().orElseThrow(), diff));
            border(html);
            spread(html);
        }
        Page.caveats(html, "What the picture leaves out", parts.omissions());
        Page.caveats(html, "Read this with care", parts.caveats());
        return Page.end(html, parts.commands(), parts.files());
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
        Parts.table(html, "#new objects", "#bytes", "#keeps alive",
            "path from the root to the holder, and what it holds");
        for (Holder holder : first(story.holders())) {
            html.open("tr");
            Parts.share(html, holder.newObjects(), diff.newOfProgram().size());
            Parts.bytes(html, holder.newBytes());
            if (holder.kept() == Holder.NOT_COUNTED) {
                html.element("td", "not counted", "class", "number");
            } else {
                Parts.number(html, holder.kept());
            }
            html.open("td");
            Parts.chain(html, holder.chain());
            if (holder.objects() > 1) {
                html.text(" ×" + Figures.count(holder.objects()));
            }
            html.element("small", (holder.objects() > 1 ? "hold " : "holds ") + String.join(", ", holder.heldNames())
                + " · " + (holder.objects() > 1 ? "one of them is " : "") + holder.identity());
            html.close("td").close("tr");
        }
        Parts.endTable(html);
        Parts.more(html, story.holders().size() - top, "holders");
    }

    private void growth(Html html, List<ClassChange> classes) {
        html.element("h2", "What grew");
        Parts.table(html, "#new objects", "#bytes", "#before → after", "class");
        for (ClassChange growth : first(classes)) {
            html.open("tr");
            Parts.share(html, growth.newObjects(), diff.newOfProgram().size());
            Parts.bytes(html, growth.newBytes());
            html.element("td", Figures.count(growth.before()) + " → " + Figures.count(growth.after()),
                "class", "number");
            html.element("td", growth.className(), "class", "new").close("tr");
        }
        Parts.endTable(html);
        Parts.more(html, classes.size() - top, "classes");
    }

    private void border(Html html) {
        html.element("h2", "Border: new objects held by old ones");
        html.element("p", "Objects of one class on equal paths share a row. “Keeps alive” is keepalive_new_count of"
            + " each:"
            + " the new objects that can be reached from it without leaving the new ones.", "class", "faint");
        Parts.table(html, "#new objects on them", "#bytes", "#each keeps alive", "what, and the path that holds it");
        for (BorderGroup group : first(story.groups())) {
            html.open("tr");
            Parts.share(html, group.newObjects(), diff.newOfProgram().size());
            Parts.bytes(html, group.newBytes());
            html.element("td", group.leastKeepAlive() == group.mostKeepAlive() ? Figures.count(group.mostKeepAlive())
                : Figures.count(group.leastKeepAlive()) + "–" + Figures.count(group.mostKeepAlive()),
                "class", "number");
            html.open("td").element("span", Words.times(group.name(), group.objects()), "class", "new");
            html.markup(" ← ");
            Parts.chain(html, group.chain());
            if (!group.site().isEmpty()) {
                html.element("small", "allocated at " + group.site());
            }
            html.close("td").close("tr");
        }
        Parts.endTable(html);
        Parts.more(html, story.groups().size() - top, "groups");
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

    private <T> List<T> first(List<T> rows) {
        return rows.subList(0, Math.min(top, rows.size()));
    }
}
