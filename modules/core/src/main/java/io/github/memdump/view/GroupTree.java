package io.github.memdump.view;

import io.github.memdump.analysis.ClassGraph;
import io.github.memdump.array.IntList;
import java.util.Arrays;
import java.util.Comparator;

/**
 * A forest through a graph of groups, along the references that hold most bytes: each group hangs on the one that holds
 * most of it, unless that would close a circle. Time m log m for m edges. Not changed once made.
 */
final class GroupTree {
    private final int[] holders;
    private final int[] order;
    private final int[] parents;

    /** Joins the first groups of a graph, which is sorted by size. */
    GroupTree(ClassGraph graph, int groups) {
        holders = holders(graph, groups);
        order = new int[groups];
        parents = new int[groups];
        arrange();
    }

    /** Returns the group at a place; a group comes after what it hangs on. */
    int group(int place) {
        return order[place];
    }

    /** Returns the place that each place hangs on, which is before it, or {@link Chosen#NO_PARENT}. */
    int[] parents() {
        return parents;
    }

    private static int[] holders(ClassGraph graph, int groups) {
        Integer[] edges = Arrays.stream(graph.edges(groups, 1)).boxed().toArray(Integer[]::new);
        // Equal ones stay in the order of their references.
        Arrays.sort(edges, Comparator.comparingLong((Integer edge) -> -graph.heldMemsize(edge)));
        int[] holders = new int[groups];
        Arrays.fill(holders, Chosen.NO_PARENT);
        int[] tree = new int[groups];
        Arrays.setAll(tree, group -> group);
        for (int edge : edges) {
            int target = graph.target(edge);
            int top = top(tree, graph.source(edge));
            if (holders[target] == Chosen.NO_PARENT && top != target) {
                holders[target] = graph.source(edge);
                tree[target] = top;
            }
        }
        return holders;
    }

    /** A group without a holder is the top of its tree; the way to it gets shorter each time it is gone. */
    private static int top(int[] tree, int group) {
        int top = group;
        while (tree[top] != top) {
            tree[top] = tree[tree[top]];
            top = tree[top];
        }
        return top;
    }

    private void arrange() {
        IntList[] held = new IntList[holders.length];
        int filled = 0;
        for (int group = 0; group < holders.length; group++) {
            int holder = holders[group];
            if (holder == Chosen.NO_PARENT) {
                parents[filled] = Chosen.NO_PARENT;
                order[filled++] = group;
            } else {
                held[holder] = held[holder] == null ? new IntList() : held[holder];
                held[holder].add(group);
            }
        }
        for (int next = 0; next < filled; next++) {
            IntList below = held[order[next]];
            for (int i = 0; below != null && i < below.size(); i++) {
                parents[filled] = next;
                order[filled++] = below.get(i);
            }
        }
    }
}
