package io.github.memdump.cli.report.story;

import io.github.memdump.analysis.suspect.SuspectHolder;
import io.github.memdump.analysis.suspect.weight.Amount;
import io.github.memdump.answer.Figures;
import java.util.List;
import java.util.Optional;

/**
 * What holds a suspect, told. Immutable.
 *
 * @param holder the holder
 * @param chain the names on a path from a root, its own last
 * @param identity its identity
 * @param words by what Ruby holds it
 * @param place where it was allocated
 * @param ownLine the nearest of the application's own lines that made what holds it, where a library made it
 * @param steps the same path step by step, with what each object is held by
 * @param whole how much the suspect has in all
 */
public record SuspectKeeper(SuspectHolder holder, List<String> chain, String identity, String words,
    SourcePlace place, Optional<OwnLine> ownLine, List<PathStep> steps, Amount whole) {
    /** Copies what could change. */
    public SuspectKeeper {
        chain = List.copyOf(chain);
        steps = List.copyOf(steps);
    }

    /** Returns how many are told together here. */
    public int objects() {
        return holder.objects();
    }

    /** Returns which part of the suspect it keeps alive if all others let go: "97.9 %". */
    public String share() {
        return Figures.share(holder.kept().count(), whole.count());
    }

    /** Returns whether it keeps practically all of the suspect alive. */
    public boolean keepsAll() {
        return holder.kept().count() * 200 >= whole.count() * 199;
    }

    /** Returns how many references it has. */
    public long entries() {
        return holder.entries();
    }

    /** Returns how many it had in the earlier dump; 0 where there is none, or it was not there. */
    public long entriesBefore() {
        return holder.entriesBefore();
    }
}
