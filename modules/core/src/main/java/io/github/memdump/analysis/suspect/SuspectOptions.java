package io.github.memdump.analysis.suspect;

import io.github.memdump.analysis.suspect.weight.Amount;

/** What makes a suspect. Immutable. */
public final class SuspectOptions {
    /** Options for one dump: a suspect holds 5 % or more of what the program keeps. */
    public static final SuspectOptions OF_ONE_DUMP = new SuspectOptions(0.05);
    /** Options for two dumps, where most of what is not suspect is out of the question: 2 % or more of what is new. */
    public static final SuspectOptions OF_GROWTH = new SuspectOptions(0.02);

    private static final int FEW = 10;
    private static final int LITTLE = 4_096;
    private static final double NET = 0.2;
    private static final double MUCH = 0.1;

    private final double minShare;

    private SuspectOptions(double minShare) {
        this.minShare = minShare;
    }

    /**
     * Returns whether a growth is worth a word: ten objects or 4 KiB, and a fifth of what came; in few pieces a tenth
     * of all that came too, and not at once.
     */
    boolean isGrowth(Suspect suspect) {
        Amount growth = suspect.growth();
        return !suspect.isAtOnce() && (!suspect.isOfFewPieces() || suspect.share() >= MUCH)
            && (growth.count() >= FEW || growth.size() >= LITTLE)
            && ((growth.count() >= NET * suspect.amount().count() && growth.count() > 0)
                || growth.size() >= NET * suspect.amount().size());
    }

    /**
     * Returns these options with another least share, of objects or of bytes.
     *
     * @throws IllegalArgumentException unless it is above 0 and at most 1
     */
    public SuspectOptions withMinShare(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("A share is above 0 and at most 1, not " + share + ".");
        }
        return new SuspectOptions(share);
    }

    /** Returns how many objects a growth must have to be worth a word, unless it has {@link #leastSize} bytes. */
    public long leastCount() {
        return FEW;
    }

    /** Returns how many bytes it must have, unless it has {@link #leastCount} objects. */
    public long leastSize() {
        return LITTLE;
    }

    /** Returns the part of what came by which there must be more of it, from 0 to 1. */
    public double leastNet() {
        return NET;
    }

    /** Returns the least share of all objects, or of all bytes, that makes a suspect. */
    public double minShare() {
        return minShare;
    }
}
