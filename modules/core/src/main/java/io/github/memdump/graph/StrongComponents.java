package io.github.memdump.graph;

import io.github.memdump.task.Task;

/**
 * The strongly connected components of a graph, or of the part of it that a walk covers: the largest groups of nodes
 * in which each can be reached from each.
 *
 * <p>Components are numbered in reverse topological order: every edge leads to a component of the same or a smaller
 * number. The search is Tarjan's (1972) in the form of Pearce (2016), without recursion: linear time, 4 bytes per
 * node and 4 per component kept, on the way up to 4 bytes more per node and 8 per node of the deepest path. Result
 * immutable, safe for any number of threads, determined by the graph.
 */
public final class StrongComponents {
    /** The component of a node that the walk does not reach. */
    public static final int NONE = -1;

    private final int[] componentOf;
    private final int[] sizes;

    private StrongComponents(int[] componentOf, int count) {
        this.componentOf = componentOf;
        this.sizes = new int[count];
        for (int component : componentOf) {
            if (component != NONE) {
                sizes[component]++;
            }
        }
    }

    /**
     * Finds the components of all nodes that the walk may enter.
     *
     * @param walk where to go; nodes outside belong to no component
     * @param task told of each node
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public static StrongComponents of(Walk walk, Task task) {
        ComponentSearch search = new ComponentSearch(walk, task);
        for (int node = 0; node < walk.nodeCount(); node++) {
            search.visit(node);
        }
        return new StrongComponents(search.numbers(), search.count());
    }

    /** Returns the number of components. */
    public int count() {
        return sizes.length;
    }

    /** Returns the component of a node, from 0 to {@code count() - 1}, or {@link #NONE}. */
    public int component(int node) {
        return componentOf[node];
    }

    /** Returns the number of nodes in a component. */
    public int size(int component) {
        return sizes[component];
    }

    /** Returns the component with the most nodes (of several the one numbered lowest), or {@link #NONE}. */
    public int largest() {
        int largest = NONE;
        for (int component = 0; component < sizes.length; component++) {
            if (largest == NONE || sizes[component] > sizes[largest]) {
                largest = component;
            }
        }
        return largest;
    }
}
