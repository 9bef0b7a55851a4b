package io.github.memdump.graph.path;

import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Walk;
import io.github.memdump.task.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Several paths from some starts to one target that share no node but the target and, perhaps, the start.
 *
 * <p>No path leads through a start, and a path that is a single edge shares that edge with no other. Some starts may be
 * a last resort: of all sets of so many paths this is one that begins at such starts as seldom as can be, and of these
 * one with the fewest edges together. The shortest path of all need not be one of them, because it may bar the way for
 * others; it is kept beside them.
 *
 * <p>Where no more paths than these exist, a {@linkplain #cut cut} proves it (Menger, 1927): as many nodes and direct
 * edges as there are paths, without which no start would reach the target. Of several such cuts, the one nearest to the
 * target and the one nearest to the starts are told.
 *
 * <p>Minimum-cost flow over nodes that are split when a path first leads through them. Each path costs one search,
 * linear in what can be walked back from the target; one more search tells whether there are others, and one from the
 * starts where the far cut is. On the way 12 bytes per node of the graph, 28 per node on a path, and up to 8 per node
 * open at once. The result is immutable and depends on nothing but the graph.
 */
public final class DisjointPaths {
    private static final int[][] NO_CUTS = new int[3][0];

    private final List<int[]> paths;
    private final int[] shortest;
    private final boolean complete;
    private final int[] cut;
    private final int[] cutNearStarts;
    private final int[] cutStarts;

    private DisjointPaths(List<int[]> paths, int[] shortest, boolean complete, int[][] cuts) {
        this.paths = Collections.unmodifiableList(paths);
        this.shortest = shortest;
        this.complete = complete;
        this.cut = cuts[0];
        this.cutNearStarts = cuts[1];
        this.cutStarts = cuts[2];
    }

    /** Finds paths from starts of which none is a last resort; see the other method. */
    public static DisjointPaths of(Walk walk, Graph referrers, NodeSet starts, int target, int most, Task task) {
        return of(walk, referrers, starts, NodeSet.none(starts.nodeCount()), target, most, task);
    }

    /**
     * Finds paths.
     *
     * @param walk      where paths may lead
     * @param referrers the graph of the walk {@linkplain Graph#reversed turned round}
     * @param starts    where paths may begin
     * @param last      the starts that are a last resort
     * @param target    where they end; if it is a start, it is the only path
     * @param most      how many paths are wanted, 1 or more
     * @param task      told of each node met in each search
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public static DisjointPaths of(Walk walk, Graph referrers, NodeSet starts, NodeSet last, int target, int most,
        Task task) {
        if (most < 1) {
            throw new IllegalArgumentException("The number of paths cannot be " + most + ".");
        }
        if (starts.contains(target)) {
            int[] path = {target};
            return new DisjointPaths(List.of(path), path, true, NO_CUTS);
        }
        if (!walk.enters(target)) {
            return new DisjointPaths(List.of(), new int[0], true, NO_CUTS);
        }
        DisjointPathSearch search = new DisjointPathSearch(new PathFlow(walk, starts, target), referrers, task);
        boolean isMore = search.find();
        int[] shortest = isMore ? search.found() : new int[0];
        if (last.size() > 0 && isMore) {
            search.avoid(last);
            isMore = search.find();
        }
        for (int found = 0; isMore && found < most; found++) {
            search.take();
            isMore = search.find();
        }
        List<int[]> paths = new ArrayList<>(Arrays.asList(search.flow.paths()));
        paths.sort(Comparator.<int[], Boolean>comparing(path -> last.contains(path[0]))
            .thenComparingInt(path -> path.length).thenComparing(Arrays::compare));
        int[][] cuts = isMore ? NO_CUTS
            : new int[][] {search.cutNearTarget(), PathCut.nearStarts(search.flow, task),
                search.flow.directStarts()};
        return new DisjointPaths(paths, shortest, !isMore, cuts);
    }

    /** Returns the number of paths. */
    public int size() {
        return paths.size();
    }

    /**
     * Returns the nodes of a path, from its start to the target; the array is the caller's. Those from a last resort
     * stand last, else the shortest first.
     */
    public int[] path(int number) {
        return paths.get(number).clone();
    }

    /** Returns the nodes of a shortest path of all; empty if there is no path. The array is the caller's. */
    public int[] shortest() {
        return shortest.clone();
    }

    /** Returns whether there are no further paths that share nothing with these; if so, the cut proves it. */
    public boolean isComplete() {
        return complete;
    }

    /**
     * Returns the nodes of the cut nearest to the target, ascending; empty if the paths are not
     * {@linkplain #isComplete complete} or the target is a start. Each lies on one of the paths. The array is the
     * caller's.
     */
    public int[] cut() {
        return cut.clone();
    }

    /** Returns the nodes of the cut nearest to the starts, ascending, as {@link #cut} does; perhaps the same. */
    public int[] cutNearStarts() {
        return cutNearStarts.clone();
    }

    /** Returns the starts, ascending, whose edge to the target belongs to any cut too. The array is the caller's. */
    public int[] cutStarts() {
        return cutStarts.clone();
    }
}
