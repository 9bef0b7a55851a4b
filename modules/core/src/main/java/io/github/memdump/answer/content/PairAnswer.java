package io.github.memdump.answer.content;

import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.Figures;

/** What every comparison of two dumps begins with. */
final class PairAnswer {
    private PairAnswer() {
    }

    /** Begins an answer with the dumps and how many objects came and went. */
    static Answer.Builder begin(HeapDiff diff) {
        return Answer.builder().say(diff.before().dumpName() + " → " + diff.after().facts().dumpName() + ": "
            + Figures.count(diff.newObjects().size(), "new object") + " (" + Figures.bytes(diff.newMemsize()) + ")"
            + (diff.isPartial() ? "; " : ", " + Figures.count(diff.goneObjects()) + " gone; ")
            + Figures.count(diff.before().objectCount()) + " before, "
            + Figures.count(diff.after().objectCount()) + " after");
    }

    /** Adds how well new and old can be told apart, and what of the new is the dump's own. */
    static void identity(Answer.Builder answer, HeapDiff diff) {
        answer.detail(diff.byGeneration() ? "compared by address and generation, "
            + Figures.count(diff.comparedByAddress()) + " old and " + Figures.count(diff.newWithoutGeneration())
            + " new objects by address alone (allocated while tracing was off)"
            : "approximate: no object carries a generation (allocation tracing was off), so objects were compared by"
                + " address alone and new ones at reused addresses are missing");
        long count = OwnWords.count(diff.own(), diff.newObjects()::contains);
        answer.detailIf(count > 0, "the dump itself made " + Figures.count(count)
            + " of the new objects (" + OwnWords.list(diff.own(), diff.after(), diff.newObjects()::contains)
            + "): no suspect and no budget counts them, and only --where lists them");
    }
}
