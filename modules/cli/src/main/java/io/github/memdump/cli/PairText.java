package io.github.memdump.cli;

import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.answer.Figures;
import io.github.memdump.text.Printable;

/** What there is to say of two dumps, for people. */
final class PairText {
    private PairText() {
    }

    /** Returns the lines that every comparison begins with. */
    static String headline(HeapDiff diff) {
        return Printable.of(diff.before().dumpName() + " → " + diff.after().facts().dumpName()) + ": "
            + Figures.count(diff.newObjects().size(), "new object") + " (" + Figures.bytes(diff.newMemsize()) + ")"
            + (diff.isPartial() ? "; " : ", " + Figures.count(diff.goneObjects()) + " gone; ")
            + Figures.count(diff.before().objectCount()) + " before, "
            + Figures.count(diff.after().objectCount()) + " after\n";
    }

    /** Returns the line that names those of the new objects that dumping and tracing made; empty if there are none. */
    private static String own(HeapDiff diff) {
        long count = OwnText.count(diff.own(), diff.newObjects()::contains);
        return count == 0 ? "" : "  " + Figures.count(count) + " of the new objects " + (count == 1 ? "was" : "were")
            + " made by the dump itself (" + OwnText.list(diff.own(), diff.after(), diff.newObjects()::contains)
            + "): no suspect and no budget counts them, and only --where lists them\n";
    }

    /** Returns the lines that say how well new and old can be told apart, and what of the new is the dump's own. */
    static String identity(HeapDiff diff) {
        if (!diff.byGeneration()) {
            return "  approximate: no object carries a generation (allocation tracing was off), so objects were"
                + " compared by address alone and new ones at reused addresses are missing\n" + own(diff);
        }
        return "  compared by address and generation, " + Figures.count(diff.comparedByAddress())
            + " old and " + Figures.count(diff.newWithoutGeneration()) + " new objects by address alone (allocated"
            + " while tracing was off)\n" + own(diff);
    }
}
