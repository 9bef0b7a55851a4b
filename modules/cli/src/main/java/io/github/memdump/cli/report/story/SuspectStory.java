package io.github.memdump.cli.report.story;

import io.github.memdump.analysis.known.KnownLeak;
import io.github.memdump.analysis.suspect.Suspect;
import io.github.memdump.analysis.suspect.weight.Amount;
import java.util.List;
import java.util.Optional;

/**
 * One suspect, told: what gathers, how much, what holds it, where it was allocated, what to do. Immutable.
 *
 * @param suspect the suspect
 * @param title what it is
 * @param share its share in all that is in question, the larger of two: "97.9 % of new objects"
 * @param gathered what has gathered, by class, what retains most first
 * @param keepers what holds it
 * @param advice what to look for; empty if nothing holds it
 * @param known which known leaks it looks like
 * @param ownLine the application's own line nearest to what a library allocated
 */
public record SuspectStory(Suspect suspect, String title, String share, List<Gathered> gathered,
    List<SuspectKeeper> keepers, String advice, List<KnownLeak> known,
    Optional<OwnLine> ownLine) {
    /** Copies what could change. */
    public SuspectStory {
        gathered = List.copyOf(gathered);
        keepers = List.copyOf(keepers);
        known = List.copyOf(known);
    }

    /** Returns how much of what is in question it has: of two dumps what is new. */
    public Amount amount() {
        return suspect.amount();
    }

    /** Returns what it retains. */
    public Amount retained() {
        return suspect.retained();
    }

    /** Returns what it retained in the earlier dump; nothing where that cannot be said. */
    public Amount retainedBefore() {
        return suspect.retainedBefore();
    }
}
