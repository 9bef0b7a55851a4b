package io.github.memdump.analysis.suspect.weight;

import io.github.memdump.analysis.Retained;
import io.github.memdump.graph.Graph;
import io.github.memdump.task.Task;

/**
 * The dominator tree laid out so that what an object dominates is one range, itself first. 12 bytes per object beside
 * the retained counts. Immutable.
 */
public final class Subtrees {
    private final Retained retained;
    private final Graph tree;
    private final int[] order;
    private final int[] place;

    private Subtrees(Retained retained, Graph tree) {
        this.retained = retained;
        this.tree = tree;
        this.order = new int[retained.dominators().reachableCount()];
        this.place = new int[retained.dominators().nodeCount()];
        lay(root(), 0);
        for (int i = 0; i < order.length; i++) {
            lay(order[i], i + 1);
        }
    }

    /** Lays out the tree; linear time. */
    public static Subtrees of(Retained retained, Task task) {
        return new Subtrees(retained, retained.dominators().tree(task));
    }

    private void lay(int node, int from) {
        int next = from;
        for (int i = tree.from(node); i < tree.to(node); i++) {
            int child = tree.target(i);
            order[next] = child;
            place[child] = next;
            next += retained.count(child);
        }
    }

    /** Returns what stands for the virtual root in {@link #tree}. */
    public int root() {
        return retained.dominators().nodeCount();
    }

    /** Returns the tree, with an edge from each object to those it dominates immediately. */
    public Graph tree() {
        return tree;
    }

    /** Returns the immediate dominator of a reachable object, or a negative number for the virtual root. */
    public int dominator(int object) {
        return retained.dominators().dominator(object);
    }

    /** Returns where in the layout the objects begin that an object dominates. */
    public int from(int object) {
        return place[object];
    }

    /** Returns where they end. */
    public int to(int object) {
        return place[object] + retained.count(object);
    }

    /** Returns how many objects have a place. */
    public int size() {
        return order.length;
    }

    /** Returns the object at a place of the layout. */
    public int at(int position) {
        return order[position];
    }

    /** Returns whether the roots reach an object; only such objects have a place. */
    public boolean isReachable(int object) {
        return retained.isReachable(object);
    }

    /** Returns whether {@code upper} dominates {@code lower}, or is it; both must be reachable. */
    public boolean dominates(int upper, int lower) {
        return place[lower] >= from(upper) && place[lower] < to(upper);
    }
}
