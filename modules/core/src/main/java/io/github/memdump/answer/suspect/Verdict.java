package io.github.memdump.answer.suspect;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.Retained;
import io.github.memdump.analysis.suspect.Accumulated;
import io.github.memdump.analysis.suspect.Suspect;
import io.github.memdump.analysis.suspect.SuspectShape;
import io.github.memdump.analysis.suspect.Suspects;
import io.github.memdump.analysis.suspect.Turnover;
import io.github.memdump.analysis.suspect.weight.Amount;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.content.PlaceWords;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.ReferenceNames;
import io.github.memdump.view.ObjectNames;

/**
 * The finding in a sentence or two: what the first suspect is; without one that nothing grew; before all else that most
 * of what is new is garbage, if it is. Immutable, thread-safe.
 */
public final class Verdict {
    private final Heap heap;
    private final Findings findings;
    private final Suspects suspects;
    private final ObjectNames names;
    private final PlaceWords places;

    /** Prepares the verdict about findings that have suspects, with {@link ReferenceNames} of their paths if found. */
    public Verdict(Findings findings) {
        this.heap = findings.heap();
        this.findings = findings;
        this.suspects = findings.found(Suspects.class).orElseThrow();
        this.names = new ObjectNames(heap);
        this.places = new PlaceWords(heap, names,
            findings.found(ReferenceNames.class).orElseGet(() -> ReferenceNames.none(heap)));
    }

    /** Returns what came between two dumps, and where it gathers. */
    public String ofGrowth() {
        HeapDiff diff = findings.diff().orElseThrow();
        long came = diff.newOfProgram().size();
        String flow = Figures.count(came, "new object") + " (" + Figures.bytes(diff.newMemsizeOfProgram()) + ")"
            + (diff.isPartial() ? "" : ", " + Figures.count(diff.goneObjects()) + " went");
        if (came == 0 && suspects.list().isEmpty()) {
            return "Nothing is new between the two dumps.";
        }
        if (heap.roots().length == 0) {
            return flow + ". No root reaches any of them.";
        }
        long garbage = garbage(diff.newOfProgram());
        String first = suspects.list().isEmpty() ? nothingGrew(flow) : grew(suspects.list().get(0)) + " " + flow
            + (diff.grownObjects().isEmpty() ? "" : ", old ones became larger by " + Figures.bytes(diff.grownMemsize()))
            + ".";
        return garbage * 2 <= came ? first : Figures.count(garbage) + " of " + Figures.count(came, "new object")
            + (garbage == 1 ? " is" : " are") + " garbage that was not collected yet. " + first;
    }

    private long garbage(NodeSet newObjects) {
        Retained retained = findings.retained().orElseThrow();
        long[] garbage = new long[1];
        newObjects.forEach(object -> garbage[0] += retained.isReachable(object) ? 0 : 1);
        return garbage[0];
    }

    private String nothingGrew(String flow) {
        if (suspects.evicting().isEmpty()) {
            return "Nothing grew: " + flow + ".";
        }
        Suspect first = suspects.evicting().get(0);
        return "Nothing grew but what also gives up entries: " + places.of(first) + " (" + turnover(first.turnover())
            + "). " + flow + ".";
    }

    /** Returns what became of the entries of a container: "of 120 entries before, 40 are left". */
    public static String turnover(Turnover turnover) {
        return "of " + Figures.count(turnover.before()) + " entries before, "
            + (turnover.kept() == 0 ? "none" : Figures.count(turnover.kept()))
            + (turnover.kept() == 1 ? " is" : " are") + " left; " + Figures.count(turnover.now()) + " now";
    }

    private String grew(Suspect suspect) {
        int more = suspect.holders().size() - 1;
        return share(suspect, "new") + (suspect.growth().count() == 0 ? " are growth of " : " gather in ")
            + places.of(suspect) + (more < 1 ? "" : " and " + Figures.count(more, "more holder"))
            + gathered(suspect) + ".";
    }

    /** Returns where most gathers in one dump, if anything stands out; else nothing. */
    public String ofOne() {
        if (suspects.list().isEmpty()) {
            return "";
        }
        Suspect first = suspects.list().get(0);
        return share(first, "the program's") + (first.amount().count() <= 1 ? " are " : " gather in ")
            + places.of(first) + gathered(first) + ".";
    }

    private String share(Suspect suspect, String whose) {
        Amount whole = suspects.total();
        boolean isByCount = suspect.isMoreByCount(whole);
        return isByCount ? Figures.share(suspect.growth().count(), whole.count()) + " of " + whose + " objects"
            : Figures.share(suspect.growth().size(), whole.size()) + " of " + whose + " bytes";
    }

    private String gathered(Suspect suspect) {
        if (suspect.shape() == SuspectShape.LARGE || suspect.accumulated().isEmpty()) {
            return "";
        }
        Accumulated group = suspect.accumulated().get(0);
        return ": " + names.of(group.example())
            + (group.objects() == 1 ? "" : " ×" + Figures.count(group.objects()))
            + (group.sites() == 0 ? "" : ", allocated at " + heap.sites().place(group.site(0)))
            + suspect.applicationLine().map(own -> (suspect.isApplicationCall() ? ", called at " : "; own line ")
                + heap.sites().place(own.site(0))).orElse("");
    }
}
