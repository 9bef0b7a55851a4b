package io.github.memdump.graph;

import io.github.memdump.task.Task;

/**
 * The work behind {@link Dominators}: SEMI-NCA, in three passes over nodes numbered in depth-first preorder, where 0
 * is the virtual root.
 *
 * <p>All arrays but {@code number} are indexed by preorder number and hold preorder numbers. The search needs no
 * stack: {@code parent} leads back, and {@code semi}, not yet needed, holds the position of the next edge. Nor does
 * path compression: it turns the parents round on the way up and restores them on the way down.
 */
final class DominatorSearch {
    private final Graph graph;
    private final Graph referrers;
    private final NodeSet starts;
    private final Task task;

    /** The preorder number of each node, 0 if it is not reached; in the end its immediate dominator. */
    private final int[] number;
    /** The node of each preorder number. */
    private final int[] node;
    /** The parent in the depth-first tree; for linked nodes, later, an ancestor in the compressed forest. */
    private final int[] parent;
    /** The smallest semidominator on the compressed path; for nodes that are not linked their own number. */
    private final int[] label;
    private final int[] semi;
    private int reached;

    DominatorSearch(Graph graph, Graph referrers, NodeSet starts, Task task) {
        this.graph = graph;
        this.referrers = referrers;
        this.starts = starts;
        this.task = task;
        int nodes = graph.nodeCount();
        this.number = new int[nodes];
        this.node = new int[nodes + 1];
        this.parent = new int[nodes + 1];
        this.label = new int[nodes + 1];
        this.semi = new int[nodes + 1];
    }

    /** Returns the number of nodes reached; known after {@link #run}. */
    int reached() {
        return reached;
    }

    /** Returns the immediate dominator of each node. */
    int[] run() {
        numberNodes();
        int[] dominator = parent.clone();
        findSemidominators();
        findDominators(dominator);
        for (int v = 0; v < number.length; v++) {
            int own = number[v];
            if (own == 0) {
                number[v] = Dominators.UNREACHABLE;
            } else {
                number[v] = dominator[own] == 0 ? Dominators.VIRTUAL_ROOT : node[dominator[own]];
            }
        }
        return number;
    }

    private void numberNodes() {
        Steps steps = new Steps(task, "Finding dominators (1 of 3)", graph.nodeCount());
        for (int start = starts.nextMember(0); start >= 0; start = starts.nextMember(start + 1)) {
            if (number[start] == 0) {
                explore(start, steps);
            }
        }
        steps.finish();
    }

    private void explore(int start, Steps steps) {
        int current = enter(start, 0);
        while (current != 0) {
            int v = node[current];
            int to = graph.to(v);
            int i = semi[current];
            while (i < to && number[graph.target(i)] != 0) {
                i++;
            }
            if (i < to) {
                semi[current] = i + 1;
                current = enter(graph.target(i), current);
            } else {
                current = parent[current];
                steps.add(1);
            }
        }
    }

    private int enter(int v, int from) {
        int own = ++reached;
        number[v] = own;
        node[own] = v;
        parent[own] = from;
        label[own] = own;
        semi[own] = graph.from(v);
        return own;
    }

    private void findSemidominators() {
        Steps steps = new Steps(task, "Finding dominators (2 of 3)", reached);
        for (int own = reached; own > 0; own--) {
            int v = node[own];
            int least = starts.contains(v) ? 0 : parent[own];
            int to = referrers.to(v);
            if (least != 0 && to - referrers.from(v) > 1) {
                for (int i = referrers.from(v); i < to; i++) {
                    int from = number[referrers.target(i)];
                    if (from != 0) {
                        least = Math.min(least, from <= own ? from : evaluate(from, own));
                    }
                }
            }
            semi[own] = least;
            label[own] = least;
            steps.add(1);
        }
        steps.finish();
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
        int above = parent[current];
        while (above > lastLinked) {
            parent[current] = below;
            below = current;
            current = above;
            above = parent[current];
        }
        int least = label[current];
        while (below != 0) {
            current = below;
            below = parent[current];
            parent[current] = above;
            least = Math.min(least, label[current]);
            label[current] = least;
        }
        return least;
    }

    /** Walks up the tree built so far from the parent, to the first ancestor that is not below the semidominator. */
    private void findDominators(int[] dominator) {
        Steps steps = new Steps(task, "Finding dominators (3 of 3)", reached);
        for (int own = 1; own <= reached; own++) {
            int candidate = dominator[own];
            while (candidate > semi[own]) {
                candidate = dominator[candidate];
            }
            dominator[own] = candidate;
            steps.add(1);
        }
        steps.finish();
    }
}
