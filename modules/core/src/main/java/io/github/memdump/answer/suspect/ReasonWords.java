package io.github.memdump.answer.suspect;

import io.github.memdump.analysis.reason.Reason;
import io.github.memdump.analysis.reason.Reasons;
import io.github.memdump.analysis.suspect.History;
import io.github.memdump.analysis.suspect.Suspect;
import io.github.memdump.analysis.suspect.Suspects;
import io.github.memdump.analysis.suspect.Turnover;
import io.github.memdump.analysis.suspect.weight.Amount;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.CellKind;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.TableColumn;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Says what was weighed for and against a suspect, sentence by sentence. Immutable, thread-safe. */
public final class ReasonWords {
    private final Reasons reasons;
    private final Amount total;
    private final boolean isGrowth;

    /** Prepares to speak of suspects and what was ruled out. */
    public ReasonWords(Reasons reasons, Suspects suspects, boolean isGrowth) {
        this.reasons = reasons;
        this.total = suspects.total();
        this.isGrowth = isGrowth;
    }

    /** Adds what was weighed to the story of a suspect: for people lines under it, for machines the field why. */
    public void addTo(Answer.Builder story, Suspect suspect) {
        List<Reason> weighed = reasons.of(suspect);
        for (Reason reason : weighed) {
            story.detail(reason.effect() == Reason.Effect.NOTED ? "note" : reason.effect().id(),
                sentence(reason, suspect));
        }
    }

    /** Returns what was weighed for machines. */
    public Answer figures(Suspect suspect) {
        History history = suspect.history();
        return Answer.builder()
            .table(AnswerTable.of("weighed", reasons.of(suspect))
                .column(TableColumn.text("rule", reason -> reason.rule().id()))
                .column(TableColumn.text("effect", reason -> reason.effect().id()))
                .column(TableColumn.fractions(CellKind.NUMBER, "measured", Reason::measured))
                .column(TableColumn.fractions(CellKind.NUMBER, "limit", Reason::limit))
                .column(TableColumn.text("sentence", reason -> sentence(reason, suspect))).build())
            .fact("history_of", history.measure().name().toLowerCase(java.util.Locale.ROOT))
            .table(AnswerTable.<Integer>of("history", history.dumps(), dump -> dump)
                .column(TableColumn.<Integer>count("count", dump -> history.in(dump).count()))
                .column(TableColumn.<Integer>count("size", dump -> history.measure() == History.Measure.RETAINED
                    ? history.in(dump).size() : TableColumn.ABSENT)).build())
            .build();
    }

    private String sentence(Reason reason, Suspect suspect) {
        switch (reason.rule()) {
            case SHARE:
                return share(reason, suspect);
            case NET:
                return "there are " + Figures.count(suspect.growth().count(), "object") + " and "
                    + Figures.bytes(suspect.growth().size()) + " more than before, of "
                    + Figures.count(suspect.amount().count(), "new object") + " and "
                    + Figures.bytes(suspect.amount().size()) + ": " + Figures.share(reason.measured())
                    + " is net, at least " + Figures.share(reason.limit()) + " has to be";
            case FLOOR:
                return isByCount(suspect) ? amount("it grew by ", suspect.growth().count(), "object")
                    + "; ten objects or 4 KiB is the least"
                    : "it grew by " + Figures.bytes(suspect.growth().size()) + "; 4 KiB or ten objects is the least";
            case SMALLEST_STEP:
                return steps(reason, suspect);
            case PIECES:
                return pieces(reason);
            case GENERATIONS:
                return generations(reason);
            case SURVIVORS:
                return survivors(reason, suspect.turnover());
            case DUMPS:
                return reason.measured() >= reason.limit() ? Figures.count((long) reason.measured())
                    + " dumps were compared: what a cache added until it was full is no growth"
                    : "a cache that is not full yet grows between two dumps as well; a third dump tells";
            case IDENTITY:
                return reason.measured() > 0 ? "objects are told apart by address and generation"
                    : "without allocation tracing a new object at a reused address looks old: there may be more";
            case HOLDER:
                return reason.measured() > 0
                    ? "a constant, a global or the like holds it, which lasts as long as the process"
                    : "what runs, was captured or is Ruby's own holds it: it may end by itself";
            case HOLDERS:
                return Figures.count((long) reason.measured()) + " holders keep it: one that lets go frees only its"
                    + " part";
            default:
                return Figures.count((long) reason.measured()) + " places of one class and line are told as one";
        }
    }

    private static String amount(String before, long number, String noun) {
        return before + Figures.count(number, noun);
    }

    private boolean isByCount(Suspect suspect) {
        return suspect.isMoreByCount(total);
    }

    private String share(Reason reason, Suspect suspect) {
        Amount growth = suspect.growth();
        String whole = isGrowth ? "of what came and is held" : "of what the program holds";
        return Figures.share(growth.count(), total.count()) + " of the objects and "
            + Figures.share(growth.size(), total.size()) + " of the bytes " + whole
            + (isGrowth ? " grew here" : " is here") + "; " + Figures.share(reason.limit()) + " of either is the least";
    }

    private String steps(Reason reason, Suspect suspect) {
        History history = suspect.history();
        boolean isByBytes = history.measure() == History.Measure.RETAINED && !isByCount(suspect);
        String row = IntStream.range(0, history.dumps())
            .mapToObj(dump -> isByBytes ? Figures.bytes(history.in(dump).size())
                : Figures.count(history.in(dump).count())).collect(Collectors.joining(", "));
        String what = history.measure() == History.Measure.RETAINED
            ? isByBytes ? "it retained, from dump to dump, " : "it retained objects, from dump to dump: "
            : "objects of these classes and lines, from dump to dump: ";
        String step = isByBytes ? Figures.bytes((long) reason.measured()) : Figures.count((long) reason.measured());
        return what + row + (history.dumps() > 2 ? "; the smallest step, " + step + ", counts for each" : "");
    }

    private String pieces(Reason reason) {
        return reason.effect() == Reason.Effect.FOR ? Figures.count((long) reason.limit())
            + " or more pieces came to what was there before: again and again"
            : "it came in " + Figures.count((long) reason.measured(), "piece") + ", put into what was there before or"
                + " loaded with a class: a table, perhaps, or a pool that opened more; it ranks behind what came in "
                + Figures.count((long) reason.limit()) + " or more";
    }

    private static String generations(Reason reason) {
        String came = "it came in " + Figures.count((long) reason.measured(), "generation")
            + " of the collector";
        return reason.effect() == Reason.Effect.AGAINST ? came + ", of five or more: at once"
            : reason.effect() == Reason.Effect.FOR ? came + " or more: not at once"
            : came + ": too few collections were between the dumps to tell when";
    }

    private static String survivors(Reason reason, Turnover turnover) {
        return "of " + Figures.count(turnover.before()) + " entries that its holders had before, "
            + Figures.count(turnover.kept()) + " are left; now there are " + Figures.count(turnover.now())
            + (reason.effect() == Reason.Effect.FOR ? ": hardly anything is taken out"
            : turnover.isLikeCache() ? ": it gives up what it held, as a cache does"
            : ": it gives up what it held, but has become many times as large; it ranks behind what keeps all");
    }
}
