package io.github.memdump.view.step;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.array.IntList;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.view.choice.Remainder;
import io.github.memdump.view.choice.ViewBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Runs of chosen objects that are alike, as in a linked list: each leads to the next and to nothing else. A long one is
 * drawn as its ends and one node for all between. What is alike is of one class and type, and new or not as its
 * neighbours are. What the view is about is never folded alone, only where all of a run is. Linear time.
 */
public final class Runs {
    /** A run of more objects than this is folded. */
    private static final int LONGEST = 12;
    private static final int KEPT_AT_AN_END = 2;
    /** So many objects behind one that a step names stay as they are, so that one can go on from there. */
    private static final int KEPT_BEHIND_A_NAMED_ONE = Continuation.BATCH;

    private static final int NO_CHILD = -1;
    private static final int SEVERAL = -2;

    private final ViewBuilder chosen;
    private final Heap heap;
    private final NodeSet members;
    private final Optional<NodeSet> newObjects;
    private final Remainder rest;
    private final NodeSet named;
    /** The only child of the object at each position by its position, or that it has none, or several. */
    private final int[] children;
    private Runs(ViewBuilder chosen, Findings findings, NodeSet members, Remainder rest, NodeSet named) {
        this.chosen = chosen;
        this.heap = findings.heap();
        this.members = members;
        this.newObjects = findings.diff().map(HeapDiff::newObjects);
        this.rest = rest;
        this.named = named;
        this.children = new int[chosen.size()];
        Arrays.fill(children, NO_CHILD);
        for (int i = 0; i < children.length; i++) {
            int parent = chosen.contains(chosen.object(i)) ? chosen.parentPosition(i) : NO_CHILD;
            if (parent >= 0) {
                children[parent] = children[parent] == NO_CHILD ? i : SEVERAL;
            }
        }
    }

    /**
     * Returns what lies between the ends of long runs, each in its order; the longest possible parts of runs.
     *
     * @param members what the view is about
     * @param rest    how much hangs unseen on what is chosen
     * @param named   what steps name
     */
    public static List<int[]> between(ViewBuilder chosen, Findings findings, NodeSet members, Remainder rest,
        NodeSet named) {
        Runs runs = new Runs(chosen, findings, members, rest, named);
        List<int[]> found = new ArrayList<>();
        for (int i = 0; i < runs.children.length; i++) {
            int object = chosen.object(i);
            if (chosen.contains(object) && !runs.goesOnFrom(chosen.parentPosition(i), i)) {
                runs.addBetween(runs.from(i), found);
            }
        }
        return found;
    }

    /** Returns whether an object leads to the other and to nothing else, and both are alike. */
    private boolean goesOnFrom(int parent, int child) {
        if (parent < 0 || children[parent] != child || !chosen.isDirect(child)) {
            return false;
        }
        int one = chosen.object(parent);
        int other = chosen.object(child);
        return rest.count(one) == 0 && !hasOwnName(one) && heap.type(one) == heap.type(other)
            && heap.classNumber(one) == heap.classNumber(other)
            && (!chosen.isBeside(child) || heap.references().hasEdge(other, one))
            && newObjects.map(all -> all.contains(one) == all.contains(other)).orElse(true);
    }

    private boolean hasOwnName(int object) {
        int type = heap.type(object);
        return type == RecordTypes.ROOT || type == RecordTypes.CLASS || type == RecordTypes.MODULE;
    }

    private int[] from(int first) {
        IntList run = new IntList();
        run.add(chosen.object(first));
        int last = first;
        while (children[last] >= 0 && goesOnFrom(last, children[last])) {
            last = children[last];
            run.add(chosen.object(last));
        }
        return run.toArray();
    }

    private void addBetween(int[] run, List<int[]> found) {
        if (run.length <= LONGEST) {
            return;
        }
        boolean ofMembers = Arrays.stream(run).allMatch(members::contains);
        int from = KEPT_AT_AN_END;
        for (int i = 0; i < run.length; i++) {
            if (named.contains(run[i]) || (!ofMembers && members.contains(run[i]))) {
                addLong(run, from, Math.min(i, run.length - KEPT_AT_AN_END), found);
                from = Math.max(from, i + 1 + (named.contains(run[i]) ? KEPT_BEHIND_A_NAMED_ONE : 0));
            }
        }
        addLong(run, from, run.length - KEPT_AT_AN_END, found);
    }

    private static void addLong(int[] run, int from, int to, List<int[]> found) {
        if (to - from > LONGEST - 2 * KEPT_AT_AN_END) {
            found.add(Arrays.copyOfRange(run, from, to));
        }
    }
}
