package io.github.memdump.analysis.suspect;

/**
 * What became of what containers held in the earlier dump. A leak keeps all of it; a cache that is full, a ring, a
 * queue give it up. Immutable.
 */
public final class Turnover {
    /** Nothing is known. */
    static final Turnover UNKNOWN = new Turnover(0, 0, 0, Kind.OTHER);
    /** The part of its entries that a container must still have, not to look like a cache. */
    public static final double LEAST_KEPT = 0.5;
    /** Of fewer entries what is left says nothing. */
    private static final int FEW = 5;

    /** What holds them; how many times as large as before it may have become, and still be a cache that filled. */
    enum Kind {
        /** A queue is no cache: if it grows, it falls behind. */
        QUEUE(1),
        /** A ring, or a queue. */
        ARRAY(3),
        /** A cache, as a rule. */
        OTHER(8);

        private final int times;

        Kind(int times) {
            this.times = times;
        }
    }

    private final long before;
    private final long kept;
    private final long now;
    private final Kind kind;

    Turnover(long before, long kept, long now, Kind kind) {
        this.before = before;
        this.kept = kept;
        this.now = now;
        this.kind = kind;
    }

    Turnover plus(Turnover other) {
        return new Turnover(before + other.before, kept + other.kept, now + other.now,
            other.kind.compareTo(kind) < 0 ? other.kind : kind);
    }

    /** Returns how many objects they referred to in the earlier dump; 0 where there is none or they are new. */
    public long before() {
        return before;
    }

    /** Returns how many of them they still refer to, at most. */
    public long kept() {
        return kept;
    }

    /** Returns how many objects they refer to now. */
    public long now() {
        return now;
    }

    /** Returns whether half or more of what was there is gone. */
    public boolean evicts() {
        return before >= FEW && kept <= LEAST_KEPT * before;
    }

    /**
     * Returns whether it evicts and has not become many times as large, so that it may well be a cache that was not
     * full yet in the earlier dump.
     */
    public boolean isLikeCache() {
        return evicts() && now < kind.times * before;
    }
}
