package io.github.memdump.analysis.known;

/** A known leak that a suspect looks like, and what shows it. Immutable, thread-safe. */
public final class KnownLeak {
    private final LeakRule rule;
    private final long count;
    private final long of;
    private final String evidence;

    KnownLeak(LeakRule rule, long count, long of, String evidence) {
        this.rule = rule;
        this.count = count;
        this.of = of;
        this.evidence = evidence;
    }

    /** Returns the name of the rule as it stands in JSON: lower case with underscores. */
    public String id() {
        return rule.id();
    }

    /** Returns what leaks, in a few words. */
    public String title() {
        return rule.title();
    }

    /** Returns why it leaks, in a sentence or two. */
    public String explanation() {
        return rule.explanation();
    }

    /** Returns what to do about it, as a clause. */
    public String repair() {
        return rule.repair();
    }

    /** Returns how many objects show it. */
    public long count() {
        return count;
    }

    /** Returns of how many. */
    public long of() {
        return of;
    }

    /** Returns what is true of these, to be read after "N of M ". */
    public String evidence() {
        return evidence;
    }
}
