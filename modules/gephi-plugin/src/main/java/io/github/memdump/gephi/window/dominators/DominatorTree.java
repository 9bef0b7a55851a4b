package io.github.memdump.gephi.window.dominators;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Retained;
import io.github.memdump.array.KeyOrder;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.view.ObjectNames;

/**
 * The dominator tree of a heap from above: what each object dominates, what retains most first. Its root stands for the
 * whole heap. 8 bytes per object; children are sorted when they are asked for. Immutable, thread-safe.
 */
final class DominatorTree implements Branches {
    private final Heap heap;
    private final Retained retained;
    private final Graph tree;
    private final ObjectNames names;
    private final long totalSize;

    private DominatorTree(Findings findings, Graph tree) {
        this.heap = findings.heap();
        this.retained = findings.retained().orElseThrow();
        this.tree = tree;
        this.names = new ObjectNames(heap);
        long sum = 0;
        for (int i = tree.from(root()); i < tree.to(root()); i++) {
            sum += retained.size(tree.target(i));
        }
        this.totalSize = sum;
    }

    /** Turns the tree of the findings upside down; linear time. */
    static DominatorTree of(Findings findings, Task task) {
        return new DominatorTree(findings, findings.retained().orElseThrow().dominators().tree(task));
    }

    /** Returns the heap. */
    Heap heap() {
        return heap;
    }

    @Override
    public int root() {
        return heap.objectCount();
    }

    @Override
    public int childCount(int node) {
        return tree.outDegree(node);
    }

    @Override
    public int[] children(int node) {
        int from = tree.from(node);
        int[] order = KeyOrder.ascending(childCount(node), place -> -retained.size(tree.target(from + place)));
        for (int i = 0; i < order.length; i++) {
            order[i] = tree.target(from + order[i]);
        }
        return order;
    }

    /** Returns the members of a set that a root reaches, what retains most first. */
    int[] ranked(NodeSet objects) {
        int[] members = objects.and(NodeSet.where(heap.objectCount(), retained::isReachable)).toArray();
        int[] order = KeyOrder.ascending(members.length, place -> -retained.size(members[place]));
        for (int i = 0; i < order.length; i++) {
            order[i] = members[order[i]];
        }
        return order;
    }

    @Override
    public long retainedSize(int node) {
        return node == root() ? totalSize : retained.size(node);
    }

    @Override
    public int retainedCount(int node) {
        return node == root() ? retained.dominators().reachableCount() : retained.count(node);
    }

    @Override
    public long ownSize(int node) {
        return node == root() ? 0 : heap.memsize(node);
    }

    @Override
    public String name(int object) {
        return names.of(object);
    }

    @Override
    public String selection(int object) {
        return "object = " + quoted(heap.identity(object));
    }

    /** Returns a text as a value of the selection language. */
    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** Returns the path from the outermost dominator of an object down to it; empty if no root reaches it. */
    int[] path(int object) {
        int length = 0;
        for (int at = object; at >= 0 && retained.isReachable(at); at = retained.dominators().dominator(at)) {
            length++;
        }
        int[] path = new int[length];
        for (int at = object; length > 0; at = retained.dominators().dominator(at)) {
            path[--length] = at;
        }
        return path;
    }
}
