package io.github.memdump.graph;

import io.github.memdump.array.IntChunks;
import io.github.memdump.task.Task;
import java.util.Arrays;

/**
 * Takes nodes out of a graph and connects what led to them with what they led to, transitively (memdump's
 * {@code collapse}).
 */
public final class Collapse {
    private static final int STEP = 1 << 12;
    /** So many times more edges than exits, and what a walk has found is worth being remembered. */
    private static final int PAYS = 4;

    /** While it is made, an edge takes 8 bytes; so many as fill half of what Java may use are too many. */
    private static final int BYTES_PER_EDGE = 16;

    private final Graph graph;
    private final NodeSet removed;
    private final NodeSet collapsed;
    private final int[] seenBy;
    private final SharedExits exits;
    private int mark;
    private int[] stack = new int[256];
    private int[] row = new int[256];
    private int rowLength;
    private long looks;

    private Collapse(Graph graph, NodeSet removed, NodeSet collapsed, Task task) {
        this.graph = graph;
        this.removed = removed;
        this.collapsed = collapsed.minus(removed);
        this.seenBy = new int[graph.nodeCount()];
        Arrays.fill(seenBy, -1);
        this.exits = new SharedExits(graph, removed, this.collapsed, seenBy, task);
        this.mark = -2 - exits.componentCount();
    }

    /**
     * Returns the graph over the same nodes in which an edge leads from u to v if v can be reached from u through
     * collapsed nodes alone; removed and collapsed nodes have no edges. A node that reaches itself through collapsed
     * ones gets an edge to itself.
     *
     * <p>Time: linear in the graph and, for each edge to a collapsed node, in what is found behind it; that is at
     * worst the time to write the result down, were duplicates written too. Cycles of collapsed nodes and collapsed
     * nodes that many share do not change this, as what lies behind them is remembered ({@link SharedExits}) up to
     * the size of the graph. 8 bytes per node, 8 per collapsed node, 8 per resulting edge.
     *
     * @param removed   nodes to drop with their edges; takes precedence over {@code collapsed}
     * @param collapsed nodes to replace by their connections
     * @throws TooManyEdgesException if the result has more edges than a graph may have or than fit into half of the
     *                               memory that Java may use: where very many nodes share collapsed ones with very many
     *                               exits, each of them gets an edge to each exit
     */
    public static Graph collapse(Graph graph, NodeSet removed, NodeSet collapsed, Task task) {
        long fitting = Runtime.getRuntime().maxMemory() / BYTES_PER_EDGE;
        return collapse(graph, removed, collapsed, Math.min(Graph.MAX_EDGES, fitting), task);
    }

    /**
     * Does the same, with a limit of the caller's to the edges of the result: what is made up to there takes time and
     * memory, the rest is not begun.
     *
     * @throws TooManyEdgesException if the result has more edges than {@code mostEdges} or than a graph may have
     */
    public static Graph collapse(Graph graph, NodeSet removed, NodeSet collapsed, long mostEdges, Task task) {
        return new Collapse(graph, removed, collapsed, task).run((int) Math.min(Graph.MAX_EDGES, mostEdges), task);
    }

    private Graph run(int mostEdges, Task task) {
        int nodes = graph.nodeCount();
        int[] offsets = new int[nodes + 1];
        IntChunks targets = new IntChunks();
        task.phase("Collapsing objects", nodes);
        for (int node = 0; node < nodes; node++) {
            if (!removed.contains(node) && !collapsed.contains(node)) {
                rememberShared(node);
                walk(node, node);
                Arrays.sort(row, 0, rowLength);
                if (targets.size() > mostEdges - rowLength) {
                    throw new TooManyEdgesException("Collapsing " + collapsed.size() + " objects would make more than "
                        + mostEdges + " references, because many objects share what lies behind them. Collapse fewer"
                        + " objects, or let Java use more memory (-Xmx).");
                }
                for (int i = 0; i < rowLength; i++) {
                    targets.add(row[i]);
                }
            }
            offsets[node + 1] = targets.size();
            if ((node & STEP - 1) == STEP - 1) {
                task.done(STEP);
            }
        }
        int[] flat = new int[targets.size()];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = targets.get(i);
        }
        return new Graph(offsets, flat);
    }

    /** Walks from collapsed nodes that were met before, and remembers what is found where the way was long. */
    private void rememberShared(int source) {
        for (int i = graph.from(source); i < graph.to(source); i++) {
            int target = graph.target(i);
            if (collapsed.contains(target) && exits.isMetAgain(target)) {
                long before = looks;
                walk(target, mark--);
                if (looks - before > (long) PAYS * rowLength) {
                    exits.remember(target, row, rowLength);
                }
            }
        }
    }

    /** Puts into the row what lies behind a node, each node once. */
    private void walk(int source, int stamp) {
        rowLength = 0;
        int depth = 0;
        stack[depth++] = source;
        while (depth > 0) {
            int node = stack[--depth];
            looks += graph.outDegree(node);
            for (int i = graph.from(node); i < graph.to(node); i++) {
                int target = graph.target(i);
                if (seenBy[target] == stamp || removed.contains(target)) {
                    continue;
                }
                seenBy[target] = stamp;
                if (!collapsed.contains(target)) {
                    add(target);
                } else if (exits.row(target) >= 0) {
                    addRow(exits.row(target), stamp);
                } else {
                    stack = depth == stack.length ? Arrays.copyOf(stack, depth * 2) : stack;
                    stack[depth++] = target;
                }
            }
        }
    }

    private void addRow(int remembered, int stamp) {
        int length = exits.length(remembered);
        looks += length;
        for (int i = 0; i < length; i++) {
            int target = exits.exit(remembered, i);
            if (seenBy[target] != stamp) {
                seenBy[target] = stamp;
                add(target);
            }
        }
    }

    private void add(int target) {
        row = rowLength == row.length ? Arrays.copyOf(row, rowLength * 2) : row;
        row[rowLength++] = target;
    }
}
