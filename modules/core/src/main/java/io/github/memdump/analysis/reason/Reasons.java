package io.github.memdump.analysis.reason;

import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.reason.Reason.Effect;
import io.github.memdump.analysis.reason.Reason.Rule;
import io.github.memdump.analysis.suspect.History;
import io.github.memdump.analysis.suspect.Suspect;
import io.github.memdump.analysis.suspect.SuspectHolder;
import io.github.memdump.analysis.suspect.SuspectOptions;
import io.github.memdump.analysis.suspect.Suspects;
import io.github.memdump.analysis.suspect.Turnover;
import io.github.memdump.analysis.suspect.weight.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells what was weighed for and against suspects, and against what was ruled out. Immutable, thread-safe. */
public final class Reasons {
    private static final int ENOUGH_DUMPS = 3;

    private final Amount total;
    private final SuspectOptions options;
    private final Optional<HeapDiff> diff;

    /**
     * Prepares.
     *
     * @param options by which the suspects were found
     * @param diff    the difference in which they were found, none of one dump
     */
    public Reasons(Suspects suspects, SuspectOptions options, Optional<HeapDiff> diff) {
        this.total = suspects.total();
        this.options = options;
        this.diff = diff;
    }

    /** Returns what was weighed, the questions that decide first; constant time. */
    public List<Reason> of(Suspect suspect) {
        List<Reason> reasons = new ArrayList<>();
        reasons.add(atLeast(Rule.SHARE, suspect.share(), options.minShare()));
        if (diff.isPresent()) {
            addGrowth(suspect, reasons);
            if (suspect.pieces() > 0) {
                reasons.add(atLeast(Rule.PIECES, suspect.pieces(), Suspect.enoughPieces()));
            }
            if (suspect.generations() > 0) {
                reasons.add(new Reason(Rule.GENERATIONS, suspect.isAtOnce() ? Effect.AGAINST
                    : suspect.isOfFewPieces() ? Effect.NOTED : Effect.FOR, suspect.generations(), Reason.NO_LIMIT));
            }
            addTurnover(suspect.turnover(), reasons);
            reasons.add(new Reason(Rule.DUMPS, Effect.NOTED, suspect.history().dumps(), ENOUGH_DUMPS));
            reasons.add(new Reason(Rule.IDENTITY, Effect.NOTED, diff.get().byGeneration() ? 1 : 0, 1));
        }
        addHolders(suspect.holders(), reasons);
        if (suspect.alike() > 1) {
            reasons.add(new Reason(Rule.MERGED, Effect.NOTED, suspect.alike(), Reason.NO_LIMIT));
        }
        return reasons;
    }

    private void addGrowth(Suspect suspect, List<Reason> reasons) {
        Amount growth = suspect.growth();
        reasons.add(atLeast(Rule.NET, growth.shareOf(suspect.amount()), options.leastNet()));
        boolean isEnough = growth.count() >= options.leastCount() || growth.size() >= options.leastSize();
        boolean isByCount = suspect.isMoreByCount(total);
        reasons.add(new Reason(Rule.FLOOR, isEnough ? Effect.FOR : Effect.AGAINST,
            isByCount ? growth.count() : growth.size(), isByCount ? options.leastCount() : options.leastSize()));
        History history = suspect.history();
        if (history.dumps() > 1) {
            long step = history.measure() == History.Measure.RETAINED && !isByCount ? history.smallestStepInBytes()
                : history.smallestStep();
            reasons.add(new Reason(Rule.SMALLEST_STEP, step > 0 ? Effect.FOR : Effect.AGAINST, step, 1));
        }
    }

    private static void addTurnover(Turnover turnover, List<Reason> reasons) {
        if (turnover.before() > 0) {
            reasons.add(new Reason(Rule.SURVIVORS, turnover.evicts() ? Effect.AGAINST : Effect.FOR,
                (double) turnover.kept() / turnover.before(), Turnover.LEAST_KEPT));
        }
    }

    private static void addHolders(List<SuspectHolder> holders, List<Reason> reasons) {
        if (holders.isEmpty()) {
            return;
        }
        boolean isLasting = holders.stream().anyMatch(holder -> holder.kind().isLasting());
        reasons.add(new Reason(Rule.HOLDER, isLasting ? Effect.FOR : Effect.NOTED, isLasting ? 1 : 0, 1));
        if (holders.size() > 1) {
            reasons.add(new Reason(Rule.HOLDERS, Effect.NOTED, holders.size(), Reason.NO_LIMIT));
        }
    }

    private static Reason atLeast(Rule rule, double measured, double limit) {
        return new Reason(rule, measured >= limit ? Effect.FOR : Effect.AGAINST, measured, limit);
    }
}
