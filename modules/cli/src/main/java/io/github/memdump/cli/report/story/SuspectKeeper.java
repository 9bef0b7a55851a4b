package io.github.memdump.cli.report.story;

import io.github.memdump.analysis.suspect.SuspectHolder;
import io.github.memdump.analysis.suspect.weight.Amount;
import io.github.memdump.answer.Figures;
import java.util.List;

/** What holds a suspect, told. Immutable. */
public final class SuspectKeeper {
    private final SuspectHolder holder;
    private final List<String> chain;
    private final String identity;
    private final String words;
    private final String site;
    private final String line;
    private final List<PathStep> steps;
    private final Amount whole;

    SuspectKeeper(SuspectHolder holder, List<String> chain, String identity, String words, String site, String line,
        List<PathStep> steps, Amount whole) {
        this.line = line;
        this.holder = holder;
        this.chain = List.copyOf(chain);
        this.identity = identity;
        this.words = words;
        this.site = site;
        this.steps = List.copyOf(steps);
        this.whole = whole;
    }

    /** Returns the names on a path from a root, its own last. */
    public List<String> chain() {
        return chain;
    }

    /** Returns the same path step by step, with what each object is held by. */
    public List<PathStep> steps() {
        return steps;
    }

    /** Returns how many are told together here. */
    public int objects() {
        return holder.objects();
    }

    /** Returns its identity. */
    public String identity() {
        return identity;
    }

    /** Returns by what Ruby holds it. */
    public String words() {
        return words;
    }

    /** Returns where it was allocated; empty where that is not known. */
    public String site() {
        return site;
    }

    /** Returns the line of source of that place, "shop.rb:83  @sessions = {}"; empty where there is none. */
    public String line() {
        return line;
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
