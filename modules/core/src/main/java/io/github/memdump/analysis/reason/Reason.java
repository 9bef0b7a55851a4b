package io.github.memdump.analysis.reason;

import java.util.Locale;

/** One thing that was weighed when a suspect was judged: what was measured, and against which limit. Immutable. */
public final class Reason {
    /** Stands for a limit that there is not. */
    public static final double NO_LIMIT = Double.NaN;

    private final Rule rule;
    private final Effect effect;
    private final double measured;
    private final double limit;

    /** What was asked. */
    public enum Rule {
        /** Which share of all that came grew here: at least the least share asked for. */
        SHARE,
        /** Which part of what came here is net, not a replacement: at least a fifth. */
        NET,
        /** How many objects it grew by: at least ten, or 4 KiB. */
        FLOOR,
        /** By how many objects it grew in the smallest step between two dumps; with bytes alone by how many bytes. */
        SMALLEST_STEP,
        /** In how many pieces it came, put into what was there before: fewer than five may have been loaded at once. */
        PIECES,
        /** In how many generations of the collector the few pieces came: one is at once, three or more went on. */
        GENERATIONS,
        /** Which part of what its holders held before is still there: above half unless they grew many times over. */
        SURVIVORS,
        /** How many dumps were compared: a third tells a cache that fills from a leak. */
        DUMPS,
        /** Whether objects were told apart by generation: 1, or by address alone: 0. */
        IDENTITY,
        /** Whether Ruby holds it for good (a constant, a global, a finalizer): 1; what runs or was captured: 0. */
        HOLDER,
        /** How many holders keep it: more than one have to let go together. */
        HOLDERS,
        /** How many suspects of one class and line were told as one. */
        MERGED;

        /** Returns the name as it stands in JSON. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which way it pushed. */
    public enum Effect {
        /** Towards a suspect. */
        FOR,
        /** Away from a suspect, or down in the rank. */
        AGAINST,
        /** Neither: it says how far to trust the others. */
        NOTED;

        /** Returns the name as it stands in JSON. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Reason(Rule rule, Effect effect, double measured, double limit) {
        this.rule = rule;
        this.effect = effect;
        this.measured = measured;
        this.limit = limit;
    }

    /** Returns what was asked. */
    public Rule rule() {
        return rule;
    }

    /** Returns which way it pushed. */
    public Effect effect() {
        return effect;
    }

    /** Returns what was measured: a share from 0 to 1, or a number, as the rule says. */
    public double measured() {
        return measured;
    }

    /** Returns the limit, in the same unit, or {@link #NO_LIMIT}. */
    public double limit() {
        return limit;
    }
}
