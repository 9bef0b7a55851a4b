package io.github.memdump.graph;

import java.util.ArrayList;
import java.util.List;

/** All paths of a small graph from some starts to a target, and all families of them that share nothing. */
final class PathFamilies {
    private static final int IMPOSSIBLE = Integer.MAX_VALUE / 2;

    private final Graph graph;
    private final NodeSet starts;
    private final int target;
    private final List<int[]> paths = new ArrayList<>();
    /** For each path a bit for each node inside, and one above them for a start that refers to the target. */
    private final List<Long> taken = new ArrayList<>();

    PathFamilies(Graph graph, NodeSet starts, int target) {
        this.graph = graph;
        this.starts = starts;
        this.target = target;
        starts.forEach(start -> extend(new int[] {start}, 0));
    }

    private void extend(int[] path, long inside) {
        int last = path[path.length - 1];
        for (int i = graph.from(last); i < graph.to(last); i++) {
            int next = graph.target(i);
            int[] longer = java.util.Arrays.copyOf(path, path.length + 1);
            longer[path.length] = next;
            if (next == target) {
                paths.add(longer);
                taken.add(path.length == 1 ? 1L << 32 + path[0] : inside);
            } else if (!starts.contains(next) && (inside & 1L << next) == 0) {
                extend(longer, inside | 1L << next);
            }
        }
    }

    int largest() {
        int size = 0;
        while (fewestEdges(size + 1) < IMPOSSIBLE) {
            size++;
        }
        return size;
    }

    int fewestEdges(int size) {
        return cheapest(size, 0, 0, NodeSet.none(graph.nodeCount()));
    }

    /** Returns the least number of edges and, for each path from one of some starts, a thousand. */
    int cheapest(int size, NodeSet dear) {
        return cheapest(size, 0, 0, dear);
    }

    private int cheapest(int size, int from, long used, NodeSet dear) {
        int fewest = size == 0 ? 0 : IMPOSSIBLE;
        for (int p = from; size > 0 && p < paths.size(); p++) {
            if ((taken.get(p) & used) == 0) {
                int cost = paths.get(p).length - 1 + (dear.contains(paths.get(p)[0]) ? 1_000 : 0);
                fewest = Math.min(fewest, cost + cheapest(size - 1, p + 1, used | taken.get(p), dear));
            }
        }
        return fewest;
    }

    /** Returns whether every path meets a node or uses a start's edge to the target. */
    boolean isBarredBy(int[] nodes, int[] direct) {
        long barred = 0;
        for (int node : nodes) {
            barred |= 1L << node;
        }
        for (int start : direct) {
            barred |= 1L << 32 + start;
        }
        long bits = barred;
        return taken.stream().allMatch(path -> (path & bits) != 0);
    }
}
