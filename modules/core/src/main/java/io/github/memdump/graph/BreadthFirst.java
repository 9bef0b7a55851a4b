package io.github.memdump.graph;

import io.github.memdump.task.Task;
import java.util.Arrays;

/**
 * Shortest paths, by number of edges, from a set of start nodes to every node that a walk reaches from them.
 *
 * <p>Breadth-first search, linear in the nodes and edges reached. Keeps 8 bytes per node of the graph; on the way 4
 * more per node of the two widest layers. The result is immutable, safe for any number of threads, and depends on
 * nothing but the graph and the order of the starts: of several shortest paths to a node it holds the one whose last
 * edge was met first, that is over the parent that was itself found first.
 */
public final class BreadthFirst {
    /** The distance of a node that is not reached. */
    public static final int UNREACHED = -1;

    /** The parent of a start and of a node that is not reached. */
    public static final int NO_PARENT = -1;

    private final int[] distance;
    private final int[] parent;
    private int reachedCount;
    private int depth = UNREACHED;

    private BreadthFirst(int nodeCount) {
        distance = new int[nodeCount];
        parent = new int[nodeCount];
        Arrays.fill(distance, UNREACHED);
        Arrays.fill(parent, NO_PARENT);
    }

    /**
     * Searches from the starts.
     *
     * @param walk          where to go
     * @param starts        where to begin; those that the walk does not enter are ignored, as are duplicates
     * @param startDistance the distance of the starts, 0 or above; their successors have one more
     * @param task          told of each node reached
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public static BreadthFirst from(Walk walk, int[] starts, int startDistance, Task task) {
        if (startDistance < 0) {
            throw new IllegalArgumentException("The distance of a start cannot be " + startDistance + ".");
        }
        BreadthFirst search = new BreadthFirst(walk.nodeCount());
        search.run(walk, starts, startDistance, new Steps(task, "Finding shortest paths", walk.nodeCount()));
        return search;
    }

    private void run(Walk walk, int[] starts, int startDistance, Steps steps) {
        IntStack layer = new IntStack();
        IntStack next = new IntStack();
        for (int start : starts) {
            if (walk.enters(start) && distance[start] == UNREACHED) {
                distance[start] = startDistance;
                next.push(start);
            }
        }
        for (int beyond = startDistance; !next.isEmpty(); ) {
            IntStack swapped = layer;
            layer = next;
            next = swapped;
            next.clear();
            reachedCount += layer.size();
            depth = beyond++;
            expand(walk, layer, next, beyond, steps);
        }
        steps.finish();
    }

    private void expand(Walk walk, IntStack layer, IntStack next, int beyond, Steps steps) {
        for (int height = 0; height < layer.size(); height++) {
            int node = layer.get(height);
            int to = walk.to(node);
            for (int i = walk.from(node); i < to; i++) {
                int target = walk.target(i);
                if (distance[target] == UNREACHED && walk.enters(target)) {
                    distance[target] = beyond;
                    parent[target] = node;
                    next.push(target);
                }
            }
            steps.add(1);
        }
    }

    /** Returns the number of edges on a shortest path to the node plus the start distance, or {@link #UNREACHED}. */
    public int distance(int node) {
        return distance[node];
    }

    /** Returns the node before {@code node} on the path to it, or {@link #NO_PARENT}. */
    public int parent(int node) {
        return parent[node];
    }

    /** Returns whether there is a path to the node. */
    public boolean isReached(int node) {
        return distance[node] != UNREACHED;
    }

    /** Returns the number of nodes reached, the starts included. */
    public int reachedCount() {
        return reachedCount;
    }

    /** Returns the largest distance, or {@link #UNREACHED} if nothing is reached. */
    public int depth() {
        return depth;
    }

    /** Returns the nodes reached, the starts included; linear in the nodes of the graph. */
    public NodeSet reached() {
        return NodeSet.where(distance.length, this::isReached);
    }

    /**
     * Returns the nodes of a shortest path, from a start to {@code node}, both included; empty if it is not reached.
     * Takes time in proportion to the length of the path.
     */
    public int[] path(int node) {
        if (!isReached(node)) {
            return new int[0];
        }
        int length = 0;
        for (int v = node; v != NO_PARENT; v = parent[v]) {
            length++;
        }
        int[] path = new int[length];
        for (int v = node; v != NO_PARENT; v = parent[v]) {
            path[--length] = v;
        }
        return path;
    }
}
