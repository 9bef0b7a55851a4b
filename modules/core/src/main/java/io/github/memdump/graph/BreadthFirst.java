package io.github.memdump.graph;

import io.github.memdump.array.IntStack;
import io.github.memdump.task.ProgressBatch;
import io.github.memdump.task.Task;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Shortest paths, by number of edges, from a set of start nodes to every node that a walk reaches from them.
 *
 * <p>Breadth-first search, linear in the nodes and edges reached. Keeps 4 bytes per node of the graph; on the way 4
 * more per node of the two widest layers. Parents are not kept but looked up: the parent of a node is the smallest of
 * its referrers that is one step nearer to the starts, so that the paths depend on nothing but the graph and the set of
 * starts. A look-up costs as many steps as the node has referrers below its parent; for it the graph is turned round
 * once, 4 bytes per node and edge, unless the referrers are there already. The result is immutable and safe for any
 * number of threads.
 */
public final class BreadthFirst {
    /** The distance of a node that is not reached. */
    public static final int UNREACHED = -1;

    /** The parent of a start and of a node that is not reached. */
    public static final int NO_PARENT = -1;

    private final Walk walk;
    private final int startDistance;
    private final Supplier<Graph> turned;
    private final int[] distance;
    private int reachedCount;
    private int depth = UNREACHED;
    /** What the first starts reach, if there are later ones. */
    private Optional<NodeSet> early = Optional.empty();
    private volatile @Nullable Graph referrers;

    private BreadthFirst(Walk walk, Supplier<Graph> turned, int startDistance) {
        this.walk = walk;
        this.turned = turned;
        this.startDistance = startDistance;
        this.distance = new int[walk.nodeCount()];
        Arrays.fill(distance, UNREACHED);
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
        return from(walk, walk.graph()::reversed, starts, startDistance, task);
    }

    /**
     * Searches from the starts, where the referrers are known already or kept by someone else.
     *
     * @param walk          where to go
     * @param turned        returns the walk's graph turned round; asked once, when the first parent is looked up
     * @param starts        where to begin; those that the walk does not enter are ignored, as are duplicates
     * @param startDistance the distance of the starts, 0 or above; their successors have one more
     * @param task          told of each node reached
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public static BreadthFirst from(Walk walk, Supplier<Graph> turned, int[] starts, int startDistance, Task task) {
        if (startDistance < 0) {
            throw new IllegalArgumentException("The distance of a start cannot be " + startDistance + ".");
        }
        BreadthFirst search = new BreadthFirst(walk, turned, startDistance);
        search.run(starts, new ProgressBatch(task, "Finding shortest paths", walk.nodeCount()));
        return search;
    }

    /**
     * Searches from the starts, and from the later starts only what those do not reach: paths begin at a first start
     * where there is one, even if a later start is nearer. Distances are those along these paths. Takes one bit per
     * node more.
     *
     * @param walk          where to go
     * @param turned        returns the walk's graph turned round; asked once, when the first parent is looked up
     * @param starts        where to begin; those that the walk does not enter are ignored, as are duplicates
     * @param laterStarts   where to begin then
     * @param startDistance the distance of all starts, 0 or above; their successors have one more
     * @param task          told of each node reached
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public static BreadthFirst from(Walk walk, Supplier<Graph> turned, int[] starts, int[] laterStarts,
        int startDistance, Task task) {
        BreadthFirst search = from(walk, turned, starts, startDistance, task);
        if (laterStarts.length > 0) {
            search.early = Optional.of(search.reached());
            search.run(laterStarts, new ProgressBatch(task, "Finding shortest paths", walk.nodeCount()));
        }
        return search;
    }

    private void run(int[] starts, ProgressBatch steps) {
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
            depth = Math.max(depth, beyond++);
            expand(layer, next, beyond, steps);
        }
        steps.finish();
    }

    private void expand(IntStack layer, IntStack next, int beyond, ProgressBatch steps) {
        for (int height = 0; height < layer.size(); height++) {
            int node = layer.get(height);
            int to = walk.to(node);
            for (int i = walk.from(node); i < to; i++) {
                int target = walk.target(i);
                if (distance[target] == UNREACHED && walk.enters(target)) {
                    distance[target] = beyond;
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
        if (distance[node] <= startDistance) {
            return NO_PARENT;
        }
        Graph turnedRound = referrers();
        int nearer = distance[node] - 1;
        int i = turnedRound.from(node);
        while (distance[turnedRound.target(i)] != nearer || !walk.leaves(turnedRound.target(i))
            || !areReachedTogether(turnedRound.target(i), node)) {
            i++;
        }
        return turnedRound.target(i);
    }

    private boolean areReachedTogether(int one, int other) {
        return early.isEmpty() || early.get().contains(one) == early.get().contains(other);
    }

    private Graph referrers() {
        Graph result = referrers;
        if (result == null) {
            synchronized (this) {
                result = referrers == null ? turned.get() : referrers;
                referrers = result;
            }
        }
        return result;
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
     * Looks up a parent for each of them.
     */
    public int[] path(int node) {
        if (!isReached(node)) {
            return new int[0];
        }
        int[] path = new int[distance[node] - startDistance + 1];
        int current = node;
        for (int place = path.length - 1; place >= 0; place--) {
            path[place] = current;
            current = parent(current);
        }
        return path;
    }
}
