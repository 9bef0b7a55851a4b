package io.github.memdump.cli.report.page;

import io.github.memdump.analysis.known.KnownLeak;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.suspect.KnownWords;
import io.github.memdump.cli.report.story.Gathered;
import io.github.memdump.cli.report.story.PathStep;
import io.github.memdump.cli.report.story.SuspectKeeper;
import io.github.memdump.cli.report.story.SuspectStories;
import io.github.memdump.cli.report.story.SuspectStory;
import io.github.memdump.cli.report.story.Evidence;
import java.util.ArrayList;
import java.util.List;

/** The suspects: the first thing that a reader shall see. */
final class SuspectSection {
    private static final int KEEPERS = 3;

    private final Html html;
    private final boolean isCompared;
    private final List<SuspectStory> suspects;
    private final List<SuspectStory> steady;
    private final int top;
    private String lastAdvice = "";
    private int number;

    SuspectSection(Html html, Evidence evidence, int top) {
        SuspectStories stories = new SuspectStories(evidence);
        this.html = html;
        this.isCompared = evidence.isCompared();
        this.suspects = stories.suspected();
        this.steady = stories.steady();
        this.top = top;
    }

    void write() {
        html.element("h2", "Suspects", "class", "suspected");
        if (suspects.isEmpty()) {
            html.element("p", isCompared ? "No place holds 2 % or more of what is new: nothing stands out."
                : "No place holds 5 % or more of what the program keeps: nothing stands out.", "class", "faint");
        } else {
            html.open("ol", "class", "suspects");
            suspects.subList(0, Math.min(top, suspects.size())).forEach(this::write);
            html.close("ol");
            Parts.more(html, suspects.size() - top, "suspects");
        }
        if (!steady.isEmpty()) {
            List<String> titles = new ArrayList<>();
            steady.forEach(story -> titles.add(story.title() + " ("
                + Figures.count(story.amount().count(), "new object") + ")"));
            html.element("p", "Ruled out: as much was freed as was added, or it came in a few pieces or at once: "
                + String.join("; ", titles) + ".", "class", "faint");
        }
    }

    private void write(SuspectStory suspect) {
        String sign = isCompared ? "+" : "";
        String id = "suspect-" + ++number;
        html.open("li", "id", id).open("div", "class", "amount");
        html.element("b", sign + Figures.bytes(suspect.amount().size()));
        html.element("span", sign + Figures.count(suspect.amount().count(), "object"));
        html.element("span", suspect.share());
        html.close("div").open("div", "class", "story");
        html.element("h3", suspect.title());
        html.open("dl");
        keepers(suspect);
        for (Gathered gathered : suspect.gathered()) {
            gathered(gathered, gathered == suspect.gathered().get(0) ? "allocated" : "");
        }
        if (isCompared && suspect.retainedBefore().count() > 0) {
            row("retains", Figures.bytes(suspect.retained().size()) + ", " + Figures.bytes(suspect.retainedBefore()
                .size()) + " before");
        }
        suspect.ownLine().ifPresent(own -> {
            html.element("dt", "own line").open("dd");
            Parts.place(html, "", own.place(), " " + own.does());
            html.close("dd");
        });
        for (KnownLeak leak : suspect.known()) {
            html.element("dt", "known").open("dd");
            html.text(KnownWords.known(leak));
            html.element("small", leak.explanation() + " To mend it, " + leak.repair() + ".");
            html.close("dd");
        }
        if (!suspect.advice().equals(lastAdvice)) {
            row("to do", suspect.advice());
            lastAdvice = suspect.advice();
        }
        html.close("dl");
        paths(suspect);
        html.close("div").close("li");
    }

    private void keepers(SuspectStory suspect) {
        int shown = 0;
        for (SuspectKeeper keeper : suspect.keepers()) {
            if (shown++ == KEEPERS) {
                row("", "and " + Figures.count(suspect.keepers().size() - KEEPERS, "more holder"));
                return;
            }
            html.element("dt", shown == 1 ? "held by" : "and").open("dd");
            Parts.chain(html, keeper.chain());
            html.text(keeper.objects() > 1 ? " ×" + Figures.count(keeper.objects()) : "");
            List<String> notes = new ArrayList<>();
            if (isCompared && keeper.entriesBefore() > 0) {
                notes.add(Figures.count(keeper.entries()) + " references, " + Figures.count(keeper.entriesBefore())
                    + " before");
            }
            if (!keeper.identity().isEmpty()) {
                notes.add(keeper.identity());
            }
            if (suspect.keepers().size() > 1 && !keeper.keepsAll()) {
                notes.add("keeps " + keeper.share() + " by itself");
            }
            html.open("small").text(String.join(" · ", notes));
            if (keeper.place().isKnown()) {
                Parts.place(html, notes.isEmpty() ? "made at " : " · made at ", keeper.place(), "");
            }
            html.close("small");
            keeper.ownLine().ifPresent(own -> {
                html.open("small");
                Parts.place(html, "own line: ", own.place(), " " + own.does()
                    + ", the nearest of the application's own that holds it");
                html.close("small");
            });
            html.close("dd");
        }
    }

    /** Writes each path from a root to what holds a suspect, a step on a line; closed until somebody asks. */
    private void paths(SuspectStory suspect) {
        if (suspect.keepers().isEmpty()) {
            return;
        }
        html.open("details").element("summary", "Step by step, with names and lines");
        for (SuspectKeeper keeper : suspect.keepers().subList(0, Math.min(KEEPERS, suspect.keepers().size()))) {
            html.element("p", keeper.words(), "class", "faint").open("ol", "class", "steps");
            for (PathStep step : keeper.steps()) {
                html.open("li");
                if (!step.via().isEmpty()) {
                    html.element("span", step.via(), "class", "via").text(" ");
                }
                html.element("b", step.name());
                html.open("small").text(step.identity());
                Parts.place(html, step.place().isKnown() ? " · " : "", step.place(), "");
                html.close("small").close("li");
            }
            html.close("ol");
        }
        html.close("details");
    }

    private void gathered(Gathered gathered, String term) {
        html.element("dt", term).open("dd");
        html.open("span", "class", "site").text(gathered.sites().isEmpty() ? "not known, for want of tracing" : "");
        String between = "";
        for (Gathered.Site site : gathered.sites()) {
            Parts.place(html, between, site.place(), site.words());
            between = ", ";
        }
        html.close("span");
        String name = gathered.name() + (gathered.objects() > 1 ? " ×" + Figures.count(gathered.objects()) : "");
        html.element("small", name + ", " + Figures.bytes(gathered.bytes())
            + (isCompared ? " · " + Figures.count(gathered.now()) + " in the whole dump, "
            + Figures.count(gathered.before()) + " before" : ""));
        html.close("dd");
    }

    private void row(String term, String words) {
        html.element("dt", term).element("dd", words);
    }
}
