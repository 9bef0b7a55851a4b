package io.github.memdump.view;

import io.github.memdump.analysis.Findings;
import io.github.memdump.graph.NodeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/** Says in sentences what a view leaves out, and how to get it. */
final class Omissions {
    private Omissions() {
    }

    static List<String> ofBorder(Findings findings, Chosen chosen, int border, int budget) {
        NodeSet newObjects = findings.diff().orElseThrow().newObjects();
        NodeSet held = findings.border().orElseThrow().newBorder();
        int shownBorder = count(chosen, held::contains);
        int shownNew = count(chosen, newObjects::contains);
        List<String> sentences = new ArrayList<>();
        if (shownBorder < border) {
            sentences.add(say("Not shown: %,d of %,d border objects, those that keep least alive "
                + "(raise --nodes, now %,d).", border - shownBorder, border, budget));
        }
        int further = newObjects.size() - held.size();
        int shownFurther = shownNew - shownBorder;
        if (shownFurther < further) {
            sentences.add(say("Not shown: %,d of %,d new objects further in, those that retain least "
                + "(raise --nodes, now %,d).", further - shownFurther, further, budget));
        }
        addPassedOver(chosen, sentences);
        return sentences;
    }

    static List<String> ofHeap(String heap, Chosen chosen, int showable, int budget) {
        List<String> sentences = new ArrayList<>();
        if (chosen.size() < showable) {
            sentences.add(say("Not shown: %,d of %,d objects of the %s, those that retain least "
                + "(raise --nodes, now %,d).", showable - chosen.size(), showable, heap, budget));
        }
        return sentences;
    }

    static List<String> ofSelection(String none, Chosen chosen, NodeSet members, int budget) {
        List<String> sentences = new ArrayList<>();
        int shown = count(chosen, members::contains);
        if (members.isEmpty()) {
            sentences.add(none);
        } else if (shown < members.size()) {
            sentences.add(say("Not shown: %,d of %,d chosen objects, those that retain least "
                + "(raise --nodes, now %,d).", members.size() - shown, members.size(), budget));
        }
        addPassedOver(chosen, sentences);
        return sentences;
    }

    static List<String> ofSubgraph(Chosen chosen, int belonging, int budget) {
        return chosen.size() >= belonging ? List.of() : List.of(say("Not shown: %,d of %,d objects within this depth, "
            + "those further away that retain least (raise --nodes, now %,d).", belonging - chosen.size(), belonging,
            budget));
    }

    static List<String> ofDominators(Chosen chosen, int reachable, int budget) {
        return chosen.size() >= reachable ? List.of() : List.of(say("Not shown: %,d of %,d objects of the dominator "
            + "tree, those that retain least (raise --nodes, now %,d).", reachable - chosen.size(), reachable,
            budget));
    }

    static List<String> ofPaths(int objects, int paths, int unshown, boolean complete, Chosen chosen, int budget) {
        List<String> sentences = new ArrayList<>();
        if (objects != 1) {
            sentences.add(objects == 0 ? "No object is chosen: paths lead to one."
                : say("Paths lead to one object: of %,d that are chosen, the one that retains most.", objects));
        }
        if (paths == 0 && objects > 0) {
            sentences.add("No path leads from a root to this object: nothing keeps it alive.");
        }
        if (unshown > 0) {
            sentences.add(say("Not shown: %,d of %,d paths, the longest (raise --nodes, now %,d).", unshown, paths,
                budget));
        }
        if (!complete) {
            sentences.add(say("Not shown: further paths that share no object with these %,d.", paths));
        }
        addPassedOver(chosen, sentences);
        return sentences;
    }

    static List<String> ofSuspects(int suspects, int unshown, Chosen chosen, long gathered, int budget) {
        List<String> sentences = new ArrayList<>();
        if (suspects == 0) {
            sentences.add("Nothing is suspected: no object of the program, and no group of them, holds a large part.");
        }
        if (unshown > 0) {
            sentences.add(say("Not shown: %,d of %,d suspects, those with the smallest share "
                + "(raise --nodes, now %,d).", unshown, suspects, budget));
        }
        if (gathered > 0) {
            sentences.add(say("Not shown: %,d of the objects that have gathered, those that retain least "
                + "(raise --nodes, now %,d).", gathered, budget));
        }
        addPassedOver(chosen, sentences);
        return sentences;
    }

    static List<String> ofGroups(String groups, int shown, int all, int budget) {
        return shown >= all ? List.of() : List.of(say("Not shown: %,d of %,d %s, the smallest "
            + "(raise --nodes, now %,d).", all - shown, all, groups, budget));
    }

    static List<String> ofGroupEdges(int leftOut, int budget) {
        return leftOut == 0 ? List.of() : List.of(say("Not drawn: %,d edges that stand for the fewest references "
            + "(raise --edges, now %,d).", leftOut, budget));
    }

    static List<String> ofEdges(EdgeSelection edges, int budget) {
        if (edges.leftOut() == 0) {
            return List.of();
        }
        return List.of(say("Not drawn: %,d references between shown objects (raise --edges, now %,d).",
            edges.leftOut(), budget));
    }

    private static void addPassedOver(Chosen chosen, List<String> sentences) {
        if (chosen.passedOver() > 0) {
            sentences.add(say("Passed over: %,d objects in the middle of long paths, which are shown by their ends.",
                chosen.passedOver()));
        }
    }

    private static int count(Chosen chosen, IntPredicate condition) {
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
