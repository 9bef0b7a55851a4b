package io.github.memdump.analysis.known;

import java.util.Optional;

/** One known leak: what it is called, why it leaks, what to do, and how it is recognised. Immutable, thread-safe. */
abstract class LeakRule {
    private final String id;
    private final String title;
    private final String explanation;
    private final String repair;

    LeakRule(String id, String title, String explanation, String repair) {
        this.id = id;
        this.title = title;
        this.explanation = explanation;
        this.repair = repair;
    }

    /** Returns whether a suspect is of this kind, and what shows it. */
    abstract Optional<KnownLeak> in(Scene scene);

    final String id() {
        return id;
    }

    final String title() {
        return title;
    }

    final String explanation() {
        return explanation;
    }

    final String repair() {
        return repair;
    }

    /** Returns the finding if it is true of half of the objects or more, else nothing. */
    final Optional<KnownLeak> ifMost(long count, long of, String evidence) {
        return count > 0 && count * 2 >= of ? Optional.of(new KnownLeak(this, count, of, evidence)) : Optional.empty();
    }
}
