package io.github.memdump.cli.report.story;

import io.github.memdump.analysis.known.KnownLeak;
import io.github.memdump.analysis.suspect.Suspect;
import io.github.memdump.analysis.suspect.weight.Amount;
import java.util.List;

/** One suspect, told: what gathers, how much, what holds it, where it was allocated, what to do. Immutable. */
public final class SuspectStory {
    private final Suspect suspect;
    private final String title;
    private final String share;
    private final List<Gathered> gathered;
    private final List<SuspectKeeper> keepers;
    private final String advice;
    private final List<KnownLeak> known;
    private final String ownLine;

    SuspectStory(Suspect suspect, String title, String share, List<Gathered> gathered, List<SuspectKeeper> keepers,
        String advice, List<KnownLeak> known, String ownLine) {
        this.suspect = suspect;
        this.title = title;
        this.share = share;
        this.gathered = List.copyOf(gathered);
        this.keepers = List.copyOf(keepers);
        this.advice = advice;
        this.known = List.copyOf(known);
        this.ownLine = ownLine;
    }

    /** Returns what it is. */
    public String title() {
        return title;
    }

    /** Returns how much of what is in question it has: of two dumps what is new. */
    public Amount amount() {
        return suspect.amount();
    }

    /** Returns its share in all that is in question, the larger of two: "97.9 % of new objects". */
    public String share() {
        return share;
    }

    /** Returns what it retains. */
    public Amount retained() {
        return suspect.retained();
    }

    /** Returns what it retained in the earlier dump; nothing where that cannot be said. */
    public Amount retainedBefore() {
        return suspect.retainedBefore();
    }

    /** Returns what has gathered, by class, what retains most first. */
    public List<Gathered> gathered() {
        return gathered;
    }

    /** Returns what holds it. */
    public List<SuspectKeeper> keepers() {
        return keepers;
    }

    /** Returns the application's own line nearest to what a library allocated, and what it made; or an empty text. */
    public String ownLine() {
        return ownLine;
    }

    /** Returns which known leaks it looks like. */
    public List<KnownLeak> known() {
        return known;
    }

    /** Returns what to look for; empty if nothing holds it. */
    public String advice() {
        return advice;
    }
}
