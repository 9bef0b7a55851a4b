package io.github.memdump.cli.report.page;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Grouping;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.TableColumn;
import io.github.memdump.answer.content.HistogramTable;
import io.github.memdump.cli.report.story.HeapStory;
import io.github.memdump.cli.report.story.NamedPaths;
import io.github.memdump.cli.report.story.Retainer;
import io.github.memdump.heap.LoadFacts;
import io.github.memdump.cli.report.story.Evidence;
import java.io.IOException;

/** The page about one dump. */
public final class HeapPage {
    private final Evidence evidence;
    private final Findings findings;
    private final HeapStory story;
    private final NamedPaths paths;
    private final int top;

    /** Prepares the page; tables have at most {@code top} rows. */
    public HeapPage(Evidence evidence, HeapStory story, int top) {
        this.evidence = evidence;
        this.findings = evidence.findings();
        this.story = story;
        this.paths = new NamedPaths(evidence);
        this.top = top;
    }

    /** Returns the page. */
    public String html(PageParts parts) throws IOException {
        Html html = Page.begin(parts);
        BudgetSection.write(html, evidence.budgets());
        new SuspectSection(html, evidence, top).write();
        Page.retained(html);
        html.element("h2", "The picture");
        cards(html);
        Page.picture(html, parts.svg(), parts.pictureCaption());
        retainers(html);
        classes(html);
        new MemorySection(html, evidence.memory(), top).write();
        Page.caveats(html, "What the picture leaves out", parts.omissions());
        Page.caveats(html, "Read this with care", parts.caveats());
        return Page.end(html, parts);
    }

    private void cards(Html html) {
        LoadFacts facts = findings.heap().facts();
        html.open("div", "class", "cards");
        Page.card(html, Figures.count(findings.heap().objectCount()), "objects", true);
        Page.card(html, Figures.bytes(facts.memsize()), "in them", true);
        Page.card(html, Figures.count(facts.references()), "references", false);
        Page.card(html, Figures.count(facts.danglingReferences()), "of them to nothing in the dump", false);
        Page.card(html, Figures.count(facts.withGeneration()), "objects with a generation (traced)", false);
        html.close("div");
    }

    private void retainers(Html html) {
        html.element("h2", "What retains most");
        html.element("p", "What would be freed with an object, itself included. One that retains another stands above"
            + " it, so paths that begin alike belong together.", "class", "faint");
        new PageTable<>(AnswerTable.of("", story.retainers(PageParts.rows(top), true))
            .column(TableColumn.bytes(null, Retainer::bytes).titled("retained"))
            .column(TableColumn.share(Retainer::bytes, findings.heap().facts().memsize()).titled("%"))
            .column(TableColumn.count(null, Retainer::objects).titled("objects")).build())
            .within("object, with its path from a root", (to, retainer) -> {
                Parts.chain(to, paths.to(retainer.object()));
                to.element("small", findings.heap().identity(retainer.object()));
            }).write(html, top);
    }

    private void classes(Html html) {
        html.element("h2", "What it consists of");
        new PageTable<>(HistogramTable.of(story.classes(), Grouping.CLASS, top)).write(html, top, "classes");
    }
}
