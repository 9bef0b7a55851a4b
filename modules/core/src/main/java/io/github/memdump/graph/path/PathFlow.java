package io.github.memdump.graph.path;

import io.github.memdump.array.IntStack;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Walk;
import java.util.Arrays;

/**
 * Paths that share no node, while more of them are looked for: which step follows which, and a potential for each side
 * of each node. 4 bytes per node, 28 per node that was ever on a path.
 *
 * <p>Potentials are never above 0; a number below {@link #SPLIT} in place of one says where the node is among the split
 * ones. A state is a node, or the outer side of a split node: {@code nodes + slot}.
 */
final class PathFlow {
    static final int NONE = SplitNodes.NONE;
    /** Potentials are above: no path is longer than twice the number of nodes. */
    private static final int SPLIT = Integer.MIN_VALUE / 2;

    final Walk walk;
    final NodeSet starts;
    final int target;
    final int nodes;
    final int[] potential;
    final SplitNodes split = new SplitNodes();
    private final NodeSet.Builder direct;
    private final IntStack directStarts = new IntStack();

    PathFlow(Walk walk, NodeSet starts, int target) {
        this.walk = walk;
        this.starts = starts;
        this.target = target;
        this.nodes = walk.nodeCount();
        this.potential = new int[nodes];
        this.direct = NodeSet.builder(nodes);
    }

    /** Returns whether a path may lead through a node, or begin at it if it is a start. */
    boolean isPassable(int node) {
        return walk.enters(node) && walk.leaves(node);
    }

    /** Returns whether the single step from a start to the target is a path already. */
    boolean isTaken(int start) {
        return direct.contains(start);
    }

    /** Makes the single step from a start to the target a path. */
    void takeDirect(int start) {
        direct.add(start);
        directStarts.push(start);
    }

    /** Returns the place of a node among the split ones, or {@link #NONE} if it is whole. */
    int slot(int node) {
        return potential[node] < SPLIT ? potential[node] - Integer.MIN_VALUE : NONE;
    }

    /** Returns the node that a state is a side of. */
    int node(int state) {
        return state < nodes ? state : split.node[state - nodes];
    }

    /** Lets a path lead from a node to the one beyond it, as seen from the target. */
    void join(int node, int beyond) {
        if (node != target) {
            int slot = splitSlot(node);
            split.next[slot] = beyond;
        }
        if (!starts.contains(beyond)) {
            int slot = splitSlot(beyond);
            split.previous[slot] = node;
        }
    }

    private int splitSlot(int node) {
        int slot = slot(node);
        if (slot == NONE) {
            slot = split.add(node, potential[node]);
            potential[node] = Integer.MIN_VALUE + slot;
        }
        return slot;
    }

    /** Returns the paths, each from its start to the target, in no particular order. */
    int[][] paths() {
        int[][] paths = new int[directStarts.size()][];
        for (int i = 0; i < paths.length; i++) {
            paths[i] = new int[] {directStarts.get(i), target};
        }
        for (int slot = 0; slot < split.size(); slot++) {
            if (split.isUsed(slot) && split.previous[slot] == target) {
                paths = Arrays.copyOf(paths, paths.length + 1);
                paths[paths.length - 1] = path(slot);
            }
        }
        return paths;
    }

    private int[] path(int first) {
        IntStack away = new IntStack();
        away.push(target);
        int slot = first;
        while (!starts.contains(split.next[slot])) {
            away.push(split.node[slot]);
            slot = slot(split.next[slot]);
        }
        away.push(split.node[slot]);
        away.push(split.next[slot]);
        int[] path = new int[away.size()];
        for (int i = 0; i < path.length; i++) {
            path[i] = away.get(path.length - 1 - i);
        }
        return path;
    }

    /** Returns the starts of the paths that are a single step, ascending. */
    int[] directStarts() {
        int[] sorted = directStarts.toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
