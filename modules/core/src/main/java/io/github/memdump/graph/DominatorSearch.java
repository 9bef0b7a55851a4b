package io.github.memdump.graph;

import io.github.memdump.task.ProgressBatch;
import io.github.memdump.task.Task;

/**
 * The work behind {@link Dominators}: SEMI-NCA over the nodes that have successors, and then a look at the referrers
 * of each node that has none.
 *
 * <p>Most nodes of a heap have no successors. Such a leaf lies on no path to another node; its immediate dominator is
 * the nearest common ancestor of its referrers in the tree of the others. So only the others are numbered, in
 * depth-first preorder, 0 being the virtual root, and all arrays but {@code number} are as short as there are such
 * nodes; they are indexed by preorder number and hold preorder numbers.
 *
 * <p>Nothing needs a stack. The depth-first search goes back over {@code dominator}, where the parents are, and keeps
 * the position of the next edge in {@code semi}; path compression turns the parents round on the way up and restores
 * them on the way down. Climbing the finished part of the tree goes over jump pointers (Myers 1983), so that a long
 * chain of dominators costs a logarithm and not its length.
 */
final class DominatorSearch {
    private static final int NOT_REACHED = 0;
    private static final int LEAF = -1;
    private static final long LOW = 0xFFFFFFFFL;

    private final Graph graph;
    private final Graph referrers;
    private final NodeSet starts;
    private final Task task;

    /** The preorder number of each node, or {@code LEAF}; below that the complement of a leaf's dominator, less 1. */
    private final int[] number;
    /** The node of each preorder number. */
    private final int[] node;
    /** The parent in the depth-first tree; later the immediate dominator. */
    private final int[] dominator;
    private final int[] semi;
    /**
     * For linked nodes, an ancestor in the compressed forest (upper half) and the smallest semidominator on the way to
     * it (lower half). Later, for nodes whose dominator is known, the jump pointer and the depth in the tree.
     */
    private final long[] link;
    private int numbered;
    private int reachedLeaves;

    DominatorSearch(Graph graph, Graph referrers, NodeSet starts, Task task) {
        this.graph = graph;
        this.referrers = referrers;
        this.starts = starts;
        this.task = task;
        int nodes = graph.nodeCount();
        int inner = 0;
        this.number = new int[nodes];
        for (int v = 0; v < nodes; v++) {
            if (graph.outDegree(v) == 0) {
                number[v] = LEAF;
            } else {
                inner++;
            }
        }
        this.node = new int[inner + 1];
        this.dominator = new int[inner + 1];
        this.semi = new int[inner + 1];
        this.link = new long[inner + 1];
    }

    /** Returns the number of nodes reached; known after {@link #run}. */
    int reached() {
        return numbered + reachedLeaves;
    }

    /** Returns the immediate dominator of each node. */
    int[] run() {
        numberNodes();
        findSemidominators();
        findDominators();
        placeLeaves();
        for (int v = 0; v < number.length; v++) {
            int own = number[v];
            if (own == NOT_REACHED || own == LEAF) {
                number[v] = Dominators.UNREACHABLE;
            } else {
                int upper = own > 0 ? dominator[own] : ~own - 1;
                number[v] = upper == 0 ? Dominators.VIRTUAL_ROOT : node[upper];
            }
        }
        return number;
    }

    private void numberNodes() {
        ProgressBatch steps = new ProgressBatch(task, "Finding dominators (1 of 4)", node.length);
        for (int start = starts.nextMember(0); start >= 0; start = starts.nextMember(start + 1)) {
            if (number[start] == NOT_REACHED) {
                explore(start, steps);
            }
        }
        steps.finish();
    }

    private void explore(int start, ProgressBatch steps) {
        int current = enter(start, 0);
        while (current != 0) {
            int v = node[current];
            int to = graph.to(v);
            int i = semi[current];
            while (i < to && number[graph.target(i)] != NOT_REACHED) {
                i++;
            }
            if (i < to) {
                semi[current] = i + 1;
                current = enter(graph.target(i), current);
            } else {
                current = dominator[current];
                steps.add(1);
            }
        }
    }

    private int enter(int v, int parent) {
        int own = ++numbered;
        number[v] = own;
        node[own] = v;
        dominator[own] = parent;
        semi[own] = graph.from(v);
        return own;
    }

    private void findSemidominators() {
        ProgressBatch steps = new ProgressBatch(task, "Finding dominators (2 of 4)", numbered);
        for (int own = numbered; own > 0; own--) {
            int v = node[own];
            int parent = dominator[own];
            int least = starts.contains(v) ? 0 : parent;
            int from = referrers.from(v);
            int to = referrers.to(v);
            if (to - from > 1) {
                for (int i = from; i < to && least != 0; i++) {
                    int referrer = number[referrers.target(i)];
                    if (referrer != NOT_REACHED) {
                        least = Math.min(least, referrer <= own ? referrer : evaluate(referrer, own));
                    }
                }
            }
            semi[own] = least;
            link[own] = pair(parent, least);
            steps.add(1);
        }
        steps.finish();
    }

    private static long pair(int upper, int lower) {
        return (long) upper << Integer.SIZE | (lower & LOW);
    }

    private static int upper(long pair) {
        return (int) (pair >>> Integer.SIZE);
    }

    private static int lower(long pair) {
        return (int) pair;
    }

    /**
     * Returns the smallest semidominator between a linked node and the root of its tree in the forest, and compresses
     * the path.
     *
     * @param linked     the number of the node
     * @param lastLinked numbers above this one are linked
     */
    private int evaluate(int linked, int lastLinked) {
        int below = 0;
        int current = linked;
        long entry = link[current];
        int above = upper(entry);
        while (above > lastLinked) {
            link[current] = pair(below, lower(entry));
            below = current;
            current = above;
            entry = link[current];
            above = upper(entry);
        }
        int least = lower(entry);
        while (below != 0) {
            current = below;
            entry = link[current];
            below = upper(entry);
            least = Math.min(least, lower(entry));
            link[current] = pair(above, least);
        }
        return least;
    }

    /** Finds for each node the first ancestor of its parent, or the parent, that is not below its semidominator. */
    private void findDominators() {
        ProgressBatch steps = new ProgressBatch(task, "Finding dominators (3 of 4)", numbered);
        link[0] = pair(0, 0);
        for (int own = 1; own <= numbered; own++) {
            int upper = climb(dominator[own], semi[own]);
            dominator[own] = upper;
            link[own] = jump(upper);
            steps.add(1);
        }
        steps.finish();
    }

    /** Returns the nearest ancestor of a node, or the node, whose number is not above a limit. */
    private int climb(int from, int limit) {
        int current = from;
        while (current > limit) {
            int far = upper(link[current]);
            current = far > limit ? far : dominator[current];
        }
        return current;
    }

    /** Returns the jump pointer and the depth of a new child of a node. */
    private long jump(int parent) {
        long near = link[parent];
        long far = link[upper(near)];
        long farther = link[upper(far)];
        boolean isEven = lower(near) - lower(far) == lower(far) - lower(farther);
        return pair(isEven ? upper(far) : parent, lower(near) + 1);
    }

    private void placeLeaves() {
        ProgressBatch steps = new ProgressBatch(task, "Finding dominators (4 of 4)", number.length);
        for (int v = 0; v < number.length; v++) {
            if (number[v] == LEAF) {
                int upper = starts.contains(v) ? 0 : commonDominator(v);
                if (upper >= 0) {
                    number[v] = ~(upper + 1);
                    reachedLeaves++;
                }
            }
            steps.add(1);
        }
        steps.finish();
    }

    /** Returns the nearest common ancestor of the referrers of a leaf, or -1 if none of them is reached. */
    private int commonDominator(int leaf) {
        int to = referrers.to(leaf);
        int common = -1;
        for (int i = referrers.from(leaf); i < to && common != 0; i++) {
            int referrer = number[referrers.target(i)];
            if (referrer != NOT_REACHED) {
                common = common < 0 ? referrer : commonAncestor(common, referrer);
            }
        }
        return common;
    }

    private int commonAncestor(int a, int b) {
        int left = a;
        int right = b;
        while (left != right) {
            if (left > right) {
                left = climb(left, right);
            } else {
                right = climb(right, left);
            }
        }
        return left;
    }
}
