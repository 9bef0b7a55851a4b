package io.github.memdump.view.choice;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.array.Saturating;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.path.DisjointPaths;
import io.github.memdump.heap.Heap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/** Says in sentences what a view leaves out, and how to get it. */
public final class Omissions {
    private Omissions() {
    }

    static List<String> ofBorder(Findings findings, ViewBuilder chosen, int border, int budget) {
        HeapDiff diff = findings.diff().orElseThrow();
        NodeSet held = findings.border().orElseThrow().newBorder();
        NodeSet inside = diff.newOfProgram().minus(held);
        int shownBorder = count(chosen, held::contains);
        List<String> sentences = new ArrayList<>();
        if (shownBorder < border) {
            sentences.add(say("Not shown: %,d of %,d border objects, those that keep least alive "
                + "(raise --nodes, now %,d).", border - shownBorder, border, budget));
        }
        int further = inside.size();
        int shownFurther = count(chosen, inside::contains);
        if (shownFurther < further) {
            sentences.add(say("Not shown: %,d of %,d new objects further in, those that retain least "
                + "(raise --nodes, now %,d).", further - shownFurther, further, budget));
        }
        addPassedOver(chosen, sentences);
        int own = diff.newObjects().size() - diff.newOfProgram().size();
        if (own > 0) {
            sentences.add(say("No leak: %,d new objects that the dump itself made; what is shown of them is small and "
                + "named so.", own));
        }
        return sentences;
    }

    static List<String> ofHeap(ViewBuilder chosen, int showable, String of, int budget) {
        List<String> sentences = new ArrayList<>();
        if (chosen.size() < showable) {
            sentences.add(say("Not shown: %,d of %,d objects of the %s, those that retain least "
                + "(raise --nodes, now %,d).", showable - chosen.size(), showable, of, budget));
        }
        return sentences;
    }

    static List<String> ofSelection(String selection, ViewBuilder chosen, NodeSet members, int budget) {
        List<String> sentences = new ArrayList<>();
        int shown = count(chosen, members::contains);
        if (members.isEmpty()) {
            sentences.add("No object of this heap is chosen by " + selection + ": names are case-sensitive, and"
                + " class =~ /pattern/ finds all that match.");
        } else if (shown < members.size()) {
            sentences.add(say("Not shown: %,d of %,d chosen objects, those that retain least "
                + "(raise --nodes, now %,d).", members.size() - shown, members.size(), budget));
        }
        addPassedOver(chosen, sentences);
        return sentences;
    }

    static List<String> ofSurvivors(ViewBuilder chosen, NodeSet survivors, int budget) {
        if (survivors.isEmpty()) {
            return List.of("Nothing that came after the first dump has stayed to the last.");
        }
        List<String> sentences = new ArrayList<>();
        int shown = count(chosen, survivors::contains);
        if (shown < survivors.size()) {
            sentences.add(say("Not shown: %,d of %,d objects that came and stayed, those that retain least "
                + "(raise --nodes, now %,d).", survivors.size() - shown, survivors.size(), budget));
        }
        addPassedOver(chosen, sentences);
        return sentences;
    }

    static List<String> ofPaths(ViewBuilder chosen, String object, DisjointPaths paths, int others, int shown) {
        List<String> sentences = new ArrayList<>();
        if (others > 0) {
            sentences.add(say("Shown are the paths to %s, which retains most; not those to %,d other chosen objects.",
                object, others));
        }
        if (paths.size() == 0) {
            sentences.add(say("No path leads from a root to %s: it is garbage, or held by what no dump tells.",
                object));
        }
        int missing = paths.size() - shown;
        if (missing > 0) {
            sentences.add(say("Not shown: %,d of %,d paths (raise --nodes).", missing, paths.size()));
        }
        if (!paths.isComplete()) {
            sentences.add(say("There are more paths than these %,d that share nothing with them.", paths.size()));
        }
        addPassedOver(chosen, sentences);
        return sentences;
    }

    static List<String> ofSuspects(ViewBuilder chosen, int suspects, int shown, int budget) {
        if (suspects == 0) {
            return List.of("No place holds so much that it is suspect. See who retains most: the dominators.");
        }
        List<String> sentences = new ArrayList<>();
        if (shown < suspects) {
            sentences.add(say("Not shown: %,d of %,d suspects, those with the least share (raise --nodes, now %,d).",
                suspects - shown, suspects, budget));
        }
        addPassedOver(chosen, sentences);
        return sentences;
    }

    /** Says how much tracing and dumping made, where that is left out of sums. */
    public static List<String> ofOwn(NodeSet own, Heap heap) {
        long bytes = Arrays.stream(own.toArray()).mapToLong(heap::memsize).reduce(0, Saturating::sum);
        return own.isEmpty() ? List.of() : List.of(say("Left out: %,d objects that the tracer and the dump made, "
            + "%,d bytes.", own.size(), bytes));
    }

    public static List<String> ofGroups(int shown, int all, String what, long bytes, int budget) {
        return shown >= all ? List.of() : List.of(say("Not shown: %,d of %,d %s, the smallest, %,d bytes together "
            + "(raise --nodes, now %,d).", all - shown, all, what, bytes, budget));
    }

    static List<String> ofSubgraph(ViewBuilder chosen, int belonging, int budget) {
        return chosen.size() >= belonging ? List.of() : List.of(say("Not shown: %,d of %,d objects within this depth, "
            + "those further away that retain least (raise --nodes, now %,d).", belonging - chosen.size(), belonging,
            budget));
    }

    static List<String> ofDominators(ViewBuilder chosen, int reachable, int budget) {
        return chosen.size() >= reachable ? List.of() : List.of(say("Not shown: %,d of %,d objects of the dominator "
            + "tree, those that retain least (raise --nodes, now %,d).", reachable - chosen.size(), reachable,
            budget));
    }

    public static List<String> ofRuns(int folded) {
        return folded == 0 ? List.of() : List.of(say("Folded: %,d objects that are alike, in the middle of chains, "
            + "which are shown by their ends.", folded));
    }

    public static List<String> ofEdges(EdgeSelection edges, int budget) {
        if (edges.leftOut() == 0) {
            return List.of();
        }
        return List.of(say("Not drawn: %,d references between shown objects (raise --edges, now %,d).",
            edges.leftOut(), budget));
    }

    private static void addPassedOver(ViewBuilder chosen, List<String> sentences) {
        if (chosen.passedOver() > 0) {
            sentences.add(say("Passed over: %,d objects in the middle of long paths, which are shown by their ends.",
                chosen.passedOver()));
        }
    }

    private static int count(ViewBuilder chosen, IntPredicate condition) {
        int count = 0;
        for (int i = 0; i < chosen.size(); i++) {
            count += condition.test(chosen.object(i)) ? 1 : 0;
        }
        return count;
    }

    private static String say(String sentence, Object... numbers) {
        return String.format(Locale.ROOT, sentence, numbers);
    }
}
