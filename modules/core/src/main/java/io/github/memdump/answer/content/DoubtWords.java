package io.github.memdump.answer.content;

import io.github.memdump.analysis.Growth;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.answer.Figures;
import io.github.memdump.investigation.Doubt;
import io.github.memdump.investigation.Investigation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Doubts about comparing dumps, in sentences. */
public final class DoubtWords {
    private DoubtWords() {
    }

    /** Returns what speaks against what an investigation has compared so far. */
    public static List<String> of(Investigation<?> investigation) {
        List<String> sentences = new ArrayList<>();
        if (!investigation.reordered().isEmpty()) {
            sentences.add(reordered(investigation.reordered()));
        }
        sentences.addAll(ofWhatIsCompared(investigation));
        return sentences;
    }

    /** Returns the same, where the dumps may be given in any order. */
    public static List<String> ofWhatIsCompared(Investigation<?> investigation) {
        List<String> sentences = new ArrayList<>();
        investigation.knownDiff().ifPresent(diff -> sentences.addAll(of(diff)));
        investigation.knownGrowth().ifPresent(growth ->
            Doubt.of(growth).forEach(doubt -> sentences.add(of(doubt, growth))));
        return sentences;
    }

    /** Returns what speaks against a comparison. */
    public static List<String> of(HeapDiff diff) {
        return Doubt.of(diff).stream().map(doubt -> of(doubt, diff)).collect(Collectors.toList());
    }

    /** Returns the sentence of a doubt about two dumps. */
    private static String of(Doubt doubt, HeapDiff diff) {
        String before = diff.before().dumpName();
        String after = diff.after().facts().dumpName();
        switch (doubt) {
            case WRONG_ORDER:
                return "the dumps seem to be in the wrong order: by its generations " + before
                    + " is the later one. The new objects are those of LATER.diff(EARLIER).";
            case SHRUNK:
                return Figures.count(diff.goneObjects()) + " objects went from " + before + " to " + after
                    + " and only " + Figures.count(diff.newObjects().size()) + " came. The dumps do not say which is"
                    + " the earlier one: if " + after + " is, they are in the wrong order.";
            default:
                return hardlyInCommon(before, after);
        }
    }

    /** Returns the sentence of a doubt about a row of dumps. */
    private static String of(Doubt doubt, Growth growth) {
        if (doubt == Doubt.INTERRUPTED) {
            return Figures.count(growth.interrupted(), "object") + " of the last dump are in an earlier dump and"
                + " missing from one between. Are the dumps of one process and in the order in which they were made?";
        }
        int last = growth.dumps().size() - 1;
        return hardlyInCommon(growth.dumps().get(last - 1).name(), growth.heap().facts().dumpName());
    }

    /** Returns the sentence that says in which order dumps were taken that were given in another. */
    public static String reordered(List<String> names) {
        return "the dumps seem to be in the wrong order: by their generations " + (names.size() == 2
            ? names.get(0) + " is the earlier one, and was taken as it."
            : "they were made in the order " + String.join(", ", names) + ", and were taken in it.");
    }

    private static String hardlyInCommon(String before, String after) {
        return before + " and " + after + " have hardly an object in common: they seem to be of different processes, or"
            + " of one whose objects were moved by GC.compact. Compare dumps of one process.";
    }
}
