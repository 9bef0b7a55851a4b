package io.github.memdump.cli.report.story;

import io.github.memdump.analysis.Grouping;
import io.github.memdump.analysis.Histogram;
import io.github.memdump.analysis.suspect.Accumulated;
import io.github.memdump.analysis.suspect.Suspect;
import io.github.memdump.analysis.suspect.SuspectHolder;
import io.github.memdump.analysis.suspect.SuspectShape;
import io.github.memdump.analysis.suspect.Suspects;
import io.github.memdump.analysis.suspect.weight.Amount;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.content.HolderWords;
import io.github.memdump.answer.content.PathLine;
import io.github.memdump.answer.content.PlaceWords;
import io.github.memdump.answer.content.site.SiteWords;
import io.github.memdump.answer.suspect.KnownWords;
import io.github.memdump.heap.Heap;
import io.github.memdump.view.ObjectNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells the suspects of findings. */
public final class SuspectStories {
    private static final int NAMED = 3;
    private static final int SITES = 2;
    /** What makes up less of a suspect is not told. */
    private static final double NOTABLE = 0.05;

    private final Heap heap;
    private final ObjectNames names;
    private final HolderWords words;
    private final PlaceWords places;
    private final PathLine line;
    private final KnownWords known;
    private final PathSteps steps;
    private final Map<String, Long> before;
    private final Map<String, Long> now;
    private final Suspects suspects;
    private final boolean isCompared;
    private final SiteWords source;

    /** Prepares to tell the suspects that the evidence has. */
    public SuspectStories(Evidence evidence) {
        this.heap = evidence.heap();
        this.names = new ObjectNames(heap);
        this.words = new HolderWords(heap, names, evidence.names());
        this.places = new PlaceWords(heap, names, evidence.names());
        this.line = new PathLine(names, heap, evidence.names());
        this.known = new KnownWords(heap);
        this.steps = new PathSteps(heap, names, evidence.names());
        this.before = evidence.classesBefore().map(SuspectStories::counts).orElse(Map.of());
        this.now = counts(Histogram.of(heap, Grouping.CLASS));
        this.isCompared = evidence.isCompared();
        this.source = new SiteWords(heap, evidence.source());
        this.suspects = evidence.findings().found(Suspects.class).orElseThrow();
    }

    private static Map<String, Long> counts(Histogram histogram) {
        Map<String, Long> counts = new HashMap<>();
        histogram.rows().forEach(row -> counts.put(row.key(), row.count()));
        return counts;
    }

    /** Returns the stories of the suspects in their order. */
    public List<SuspectStory> suspected() {
        return told(suspects.list());
    }

    /** Returns the stories of what changes much and does not grow. */
    public List<SuspectStory> steady() {
        return told(suspects.steady());
    }

    private List<SuspectStory> told(List<Suspect> list) {
        List<SuspectStory> stories = new ArrayList<>();
        for (Suspect suspect : list) {
            List<SuspectKeeper> keepers = new ArrayList<>();
            suspect.holders().forEach(holder -> keepers.add(keeper(suspect, holder)));
            stories.add(new SuspectStory(suspect, title(suspect), share(suspect), gathered(suspect), keepers,
                suspect.holders().isEmpty() ? "" : words.advice(suspect.holders().get(0)), known.of(suspect),
                suspect.applicationLine().map(own -> ownLine(own, suspect.isApplicationCall())).orElse("")));
        }
        return stories;
    }

    private String ownLine(Accumulated own, boolean isCall) {
        return heap.sites().place(own.site(0)) + (isCall ? " calls what allocated " : " allocated ")
            + Words.times(names.of(own.example()), own.objects());
    }

    /** Returns of which whole it is the larger part: of all objects, or of all bytes, that are in question. */
    private String share(Suspect suspect) {
        Amount whole = suspects.total();
        boolean byCount = suspect.isMoreByCount(whole);
        String of = isCompared ? " of new " : " of all ";
        return byCount ? Figures.share(suspect.growth().count(), whole.count()) + of + "objects"
            : Figures.share(suspect.growth().size(), whole.size()) + of + "bytes";
    }

    private String title(Suspect suspect) {
        String gathered = gatheredNames(suspect);
        switch (suspect.shape()) {
            case SHARED:
                return gathered + ", kept by " + Figures.count(suspect.holders().size(), "holder");
            case CHAIN:
                return "A chain of " + gathered + ", one held by the next";
            case LARGE:
                return Words.times(names.of(suspect.object()), suspect.alike()) + ", large by itself";
            default:
                String place = place(suspect);
                return gathered.isEmpty() ? place : gathered + " in " + place;
        }
    }

    /** Returns in what it gathers, and of what that is a part where its own name says little. */
    private String place(Suspect suspect) {
        String point = names.of(suspect.accumulationPoint());
        if (suspect.object() != suspect.accumulationPoint()) {
            return Words.times(point + " of " + names.of(suspect.object()), suspect.alike());
        }
        return suspect.holders().stream().filter(holder -> holder.object() == suspect.accumulationPoint())
            .findFirst().map(holder -> places.ofPath(holder.path(), suspect.alike()))
            .orElse(Words.times(point, suspect.alike()));
    }

    private List<String> chain(SuspectHolder holder) {
        return holder.path().length == 0 ? List.of(names.of(holder.object()))
            : Chains.shortened(line.parts(holder.path()));
    }

    private String gatheredNames(Suspect suspect) {
        List<String> parts = new ArrayList<>();
        for (Accumulated group : suspect.accumulated()) {
            if (parts.size() < NAMED && isNotable(group, suspect)) {
                parts.add(Words.times(names.of(group.example()), group.objects()));
            }
        }
        return String.join(", ", parts);
    }

    private static boolean isNotable(Accumulated group, Suspect suspect) {
        return group.retained().shareOf(suspect.amount()) >= NOTABLE;
    }

    private List<Gathered> gathered(Suspect suspect) {
        if (suspect.shape() == SuspectShape.LARGE) {
            return List.of(itself(suspect));
        }
        List<Gathered> result = new ArrayList<>();
        for (Accumulated group : suspect.accumulated()) {
            if (result.size() < NAMED && isNotable(group, suspect)) {
                result.add(gathered(group));
            }
        }
        return result;
    }

    private Gathered itself(Suspect suspect) {
        int object = suspect.object();
        String place = heap.sites().place(heap.site(object));
        String method = heap.sites().method(heap.site(object));
        return new Gathered(names.of(object), suspect.alike(), suspect.amount().size(),
            before(object), now(object),
            place.isEmpty() ? List.of() : List.of(place + (method.isEmpty() ? "" : " in " + method)),
            place.isEmpty() ? List.of() : List.of(line(heap.site(object))));
    }

    private long before(int object) {
        return before.getOrDefault(heap.className(object), 0L);
    }

    private long now(int object) {
        return now.getOrDefault(heap.className(object), 0L);
    }

    private Gathered gathered(Accumulated group) {
        List<String> sites = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(SITES, group.sites()); i++) {
            String method = heap.sites().method(group.site(i));
            lines.add(line(group.site(i)));
            sites.add(heap.sites().place(group.site(i)) + (method.isEmpty() ? "" : " in " + method)
                + (group.siteCount(i) < group.objects() ? " (" + Figures.count(group.siteCount(i)) + ")" : ""));
        }
        return new Gathered(names.of(group.example()), group.objects(), group.retained().size(),
            before(group.example()), now(group.example()), sites, lines);
    }

    private String line(int site) {
        return source.source(site).isEmpty() ? "" : source.beside(site);
    }

    private SuspectKeeper keeper(Suspect suspect, SuspectHolder holder) {
        String site = heap.sites().place(heap.site(holder.object()));
        return new SuspectKeeper(holder, chain(holder), heap.isRoot(holder.object()) ? ""
            : heap.identity(holder.object()), words.held(holder), site, line(heap.site(holder.object())),
            steps.of(holder.path()), suspect.amount());
    }
}
