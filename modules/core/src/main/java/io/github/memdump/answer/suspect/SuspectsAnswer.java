package io.github.memdump.answer.suspect;

import io.github.memdump.analysis.suspect.Accumulated;
import io.github.memdump.analysis.suspect.Suspect;
import io.github.memdump.analysis.suspect.SuspectHolder;
import io.github.memdump.analysis.suspect.SuspectShape;
import io.github.memdump.analysis.suspect.Suspects;
import io.github.memdump.analysis.suspect.Turnover;
import io.github.memdump.analysis.suspect.weight.Amount;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.content.HolderWords;
import io.github.memdump.answer.content.PathLine;
import io.github.memdump.answer.content.site.SiteWords;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.ReferenceNames;
import io.github.memdump.source.SourceLines;
import io.github.memdump.view.ObjectNames;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What probably leaks, one answer a suspect: what, how much, what gathered, what holds it, what to do next. Immutable,
 * thread-safe.
 */
public final class SuspectsAnswer {
    private static final int SITES = 2;
    private static final int GROUPS = 3;
    private static final int LONGEST_PATH = 9;
    /** So many parts of a path, names of references and objects, stand on a line. */
    private static final int LONGEST_LINE = 16;
    private static final int FIRST = 4;
    private static final String ARROW = " → ";
    /** What makes up less of a suspect goes without a line of its own. */
    private static final double NOTABLE = 0.05;

    private final Heap heap;
    private final boolean isGrowth;
    private final ObjectNames names;
    private final HolderWords words;
    private final ReferenceNames via;
    private final PathLine line;
    private final SuspectFigures figures;
    private final KnownWords known;
    private final SiteWords sites;
    private Optional<ReasonWords> reasons = Optional.empty();
    private IntPredicate isExplained = number -> false;

    /** Prepares to speak of suspects in a heap, found in it alone or by its growth since an earlier one. */
    public SuspectsAnswer(Heap heap, boolean isGrowth, ReferenceNames via) {
        this(heap, isGrowth, via, new SiteWords(heap, SourceLines.NONE));
    }

    private SuspectsAnswer(Heap heap, boolean isGrowth, ReferenceNames via, SiteWords sites) {
        this.via = via;
        this.sites = sites;
        this.heap = heap;
        this.isGrowth = isGrowth;
        this.names = new ObjectNames(heap);
        this.line = new PathLine(names, heap, via);
        this.words = new HolderWords(heap, names, via);
        this.known = new KnownWords(heap);
        this.figures = new SuspectFigures(heap, isGrowth, via, sites);
    }

    /** Returns an answer with the lines of source beside the places where objects were allocated. */
    public SuspectsAnswer beside(SourceLines lines) {
        return new SuspectsAnswer(heap, isGrowth, via, new SiteWords(heap, lines));
    }

    /**
     * Returns an answer that also tells what was weighed for and against some suspects.
     *
     * @param which which of them, by their numbers from 1; what was ruled out goes with 0
     */
    public SuspectsAnswer explaining(ReasonWords weighed, IntPredicate which) {
        SuspectsAnswer explaining = new SuspectsAnswer(heap, isGrowth, via, sites);
        explaining.reasons = Optional.of(weighed);
        explaining.isExplained = which;
        return explaining;
    }

    /**
     * Returns the totals and the suspects.
     *
     * @param rows  how many suspects machines see
     * @param shown how many people see
     */
    public Answer of(Suspects suspects, int rows, int shown) {
        Answer.Builder answer = Answer.builder();
        SuspectFigures.amount(answer, isGrowth ? "new" : "program", suspects.total());
        answer.sections("rows", stories(suspects.list().subList(0, Math.min(rows, suspects.list().size())), shown,
            suspects.total()));
        SuspectFigures.amount(answer, "rest", suspects.rest());
        int left = suspects.list().size() - Math.min(rows, shown);
        if (left > 0) {
            answer.say("… and " + Figures.count(left) + " more (--top all shows them)");
        }
        if (isGrowth) {
            answer.sections("evicting", ruledOut(suspects.evicting()));
            answer.sections("steady", ruledOut(suspects.steady()));
        }
        if (!suspects.evicting().isEmpty()) {
            answer.say("Grew, but gives up what it held: a cache that filled, or a queue that falls behind");
            suspects.evicting().forEach(evicting -> ruledOut(answer, evicting, "; "
                + Verdict.turnover(evicting.turnover())));
        }
        if (!suspects.steady().isEmpty()) {
            answer.say("Ruled out: as much was freed as was added, or it came in a few pieces or at once");
            suspects.steady().forEach(steady -> ruledOut(answer, steady, ""));
        }
        return answer.build();
    }

    private Optional<ReasonWords> reasonsIf(int number) {
        return isExplained.test(number) ? reasons : Optional.empty();
    }

    private List<Answer> ruledOut(List<Suspect> suspects) {
        return suspects.stream().map(suspect -> figures.of(suspect, Answer.EMPTY, reasonsIf(0)))
            .collect(Collectors.toUnmodifiableList());
    }

    private void ruledOut(Answer.Builder answer, Suspect suspect, String more) {
        answer.detail(reasonsIf(0).isPresent() ? "ruled out" : "", steady(suspect) + more);
        reasonsIf(0).ifPresent(weighed -> weighed.addTo(answer, suspect));
    }

    /** Returns the figures of suspects, without their stories. */
    public List<Answer> figures(List<Suspect> suspects) {
        return stories(suspects, 0, Amount.NONE);
    }

    /** Returns an answer for each suspect, the first of them with a story for people. */
    private List<Answer> stories(List<Suspect> suspects, int told, Amount total) {
        return IntStream.range(0, suspects.size())
            .mapToObj(i -> figures.of(suspects.get(i),
                i < told ? story(suspects.get(i), i + 1, total) : Answer.EMPTY, reasonsIf(i + 1)))
            .collect(Collectors.toUnmodifiableList());
    }

    private String steady(Suspect suspect) {
        boolean shared = suspect.shape() == SuspectShape.SHARED;
        return (shared ? gatheredNames(suspect) : named(suspect.accumulationPoint())) + ": " + amount(suspect);
    }

    private Answer story(Suspect suspect, int number, Amount total) {
        Answer.Builder story = Answer.builder().say("Suspect " + number + ": " + title(suspect, total))
            .detail("how much", amount(suspect));
        for (Accumulated group : suspect.accumulated().subList(0, Math.min(GROUPS, suspect.accumulated().size()))) {
            if (group.retained().shareOf(suspect.amount()) >= NOTABLE) {
                story.detail("gathered", gathered(group));
                IntStream.range(0, Math.min(SITES, group.sites())).forEach(i -> sites.addTo(story, group.site(i)));
            }
        }
        suspect.applicationLine().ifPresent(own -> story.detail("own line", times(names.of(own.example()),
            own.objects()) + (suspect.isApplicationCall() ? ", made by a call at " : ", allocated at ")
            + place(own.site(0)) + ": the nearest line outside gems and Ruby"));
        suspect.applicationLine().ifPresent(own -> sites.addTo(story, own.site(0)));
        story.detail("made of", suspect.contents().stream()
            .map(group -> times(names.of(group.example()), group.objects())).collect(Collectors.joining(", ")));
        holders(suspect, story);
        known.addTo(story, suspect);
        if (!suspect.holders().isEmpty()) {
            story.detail("next", words.advice(suspect.holders().get(0)));
        }
        reasonsIf(number).ifPresent(weighed -> weighed.addTo(story, suspect));
        return story.build();
    }

    /** Returns what a suspect is, in one line: its share, what gathered, and where. */
    private String title(Suspect suspect, Amount total) {
        String growth = share(suspect, total);
        switch (suspect.shape()) {
            case SHARED:
                return growth + ", " + gatheredNames(suspect) + ", kept by "
                    + Figures.count(suspect.holders().size(), "holder");
            case CHAIN:
                return growth + ", a chain of " + gatheredNames(suspect) + ", one held by the next";
            case LARGE:
                return growth + ", " + times(named(suspect.object()), suspect.alike()) + ", large by itself";
            default:
                String point = named(suspect.accumulationPoint());
                return growth + " in " + times(suspect.object() == suspect.accumulationPoint() ? point
                    : named(suspect.object()) + " → " + point, suspect.alike());
        }
    }

    /** Returns the shares in objects and in bytes, the larger first: each kind adds up over all suspects. */
    private String share(Suspect suspect, Amount total) {
        String whose = isGrowth ? "new " : "the program's ";
        String objects = Figures.share(suspect.growth().count(), total.count());
        String bytes = Figures.share(suspect.growth().size(), total.size());
        return suspect.isMoreByCount(total) ? objects + " of " + whose + "objects (" + bytes + " of bytes)"
            : bytes + " of " + whose + "bytes (" + (objects.isEmpty() ? "0.0 %" : objects) + " of objects)";
    }

    private String gatheredNames(Suspect suspect) {
        return suspect.accumulated().stream().limit(GROUPS)
            .map(group -> times(names.of(group.example()), group.objects())).collect(Collectors.joining(" and "));
    }

    private String amount(Suspect suspect) {
        Amount amount = suspect.amount();
        String all = Figures.count(amount.count(), isGrowth ? "new object" : "object") + ", "
            + Figures.bytes(amount.size());
        if (!isGrowth || suspect.shape() == SuspectShape.SHARED || suspect.retainedBefore().count() == 0) {
            return all;
        }
        return all + "; retained " + Figures.bytes(suspect.retainedBefore().size()) + " before, "
            + Figures.bytes(suspect.retained().size()) + " now";
    }

    private String gathered(Accumulated group) {
        StringBuilder sentence = new StringBuilder(times(names.of(group.example()), group.objects()));
        sentence.append(", ").append(Figures.bytes(group.retained().size())).append(" in ")
            .append(Figures.count(group.retained().count(), "object"));
        if (group.objects() > 1) {
            sentence.append(", ").append(Figures.bytes(group.retained().size() / group.objects())).append(" each");
        }
        for (int i = 0; i < Math.min(SITES, group.sites()); i++) {
            String method = heap.sites().method(group.site(i));
            sentence.append(i == 0 ? "; allocated at " : ", ").append(heap.sites().place(group.site(i)))
                .append(method.isEmpty() ? "" : " in " + method);
            if (group.siteCount(i) < group.objects()) {
                sentence.append(" (").append(Figures.count(group.siteCount(i))).append(')');
            }
        }
        return sentence.append(group.sites() > SITES ? ", …" : "").toString();
    }

    private void holders(Suspect suspect, Answer.Builder story) {
        boolean isShared = suspect.shape() == SuspectShape.SHARED;
        for (SuspectHolder holder : suspect.holders()) {
            String keeps = isShared || holder.object() != suspect.accumulationPoint()
                ? times(named(holder.object()), holder.objects()) + " keeps "
                    + Figures.share(holder.kept().count(), suspect.amount().count()) + "; " : "";
            story.detail("held by", keeps + words.held(holder) + entries(holder));
            String site = heap.sites().place(heap.site(holder.object()));
            story.detail(path(holder.path()) + (site.isEmpty() ? "" : ", made at " + site));
            sites.addTo(story, heap.site(holder.object()));
            int own = holder.ownMaker(heap);
            if (own != Heap.NO_OBJECT) {
                story.detail("own line", names.of(own) + ", made at " + place(heap.site(own))
                    + ": the nearest of the application's own that holds it");
                sites.addTo(story, heap.site(own));
            }
        }
        if (suspect.holders().size() > 1 && isShared) {
            story.detail("if all of these let go, " + Figures.share(suspect.together().count(),
                suspect.amount().count()) + " would be freed; each one alone keeps its part alive");
        }
    }

    private String entries(SuspectHolder holder) {
        return !isGrowth || holder.entriesBefore() == 0 ? "" : " (" + Figures.count(holder.entriesBefore())
            + " references before, " + kept(holder.turnover()) + Figures.count(holder.turnover().now()) + " now)";
    }

    private static String kept(Turnover turnover) {
        return turnover.kept() == turnover.before() ? "" : (turnover.kept() == 0 ? "none"
            : Figures.count(turnover.kept())) + " of them left, ";
    }

    private String path(int[] path) {
        List<String> parts = line.parts(path);
        if (path.length <= LONGEST_PATH || parts.size() <= LONGEST_LINE) {
            return String.join(ARROW, parts);
        }
        int left = parts.size() - LONGEST_LINE;
        return String.join(ARROW, parts.subList(0, FIRST)) + ARROW + "… " + Figures.count(left) + " more" + ARROW
            + String.join(ARROW, parts.subList(FIRST + left, parts.size()));
    }

    private String place(int site) {
        String method = heap.sites().method(site);
        return heap.sites().place(site) + (method.isEmpty() ? "" : " in " + method);
    }

    private String named(int object) {
        return names.of(object) + (heap.isRoot(object) ? "" : " " + heap.identity(object));
    }

    private static String times(String name, long number) {
        return number == 1 ? name : name + " ×" + Figures.count(number);
    }
}
