package io.github.memdump.gephi.layout;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Retained;
import io.github.memdump.gephi.heap.ObjectsByIdentity;
import io.github.memdump.graph.Dominators;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.view.View;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Node;

/**
 * Which shown node each shown node hangs on: the nearest one that dominates it. In the heap behind the workspace where
 * the node is one of its objects and dominated by something shown, else in the visible graph; a rest hangs on its
 * object. Time about linear in the nodes, the edges and the lengths of the ways up in the heap, each walked once.
 */
final class NodeHolders {
    /** Stands for no holder. */
    static final int NONE = -1;
    private static final int UNKNOWN = -2;

    private final Node[] nodes;
    private final Map<Object, Integer> positions = new HashMap<>();
    private final int[] holders;

    private NodeHolders(Node[] nodes) {
        this.nodes = nodes;
        this.holders = new int[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            positions.put(nodes[i].getId(), i);
        }
    }

    /**
     * Finds the holders.
     *
     * @return the position of each node's holder among the nodes, or {@link #NONE}; no node holds itself in the end
     */
    static int[] of(Node[] nodes, Edge[] edges, Optional<Findings> findings, Task task) {
        NodeHolders search = new NodeHolders(nodes);
        search.inGraph(edges, task);
        findings.ifPresent(search::inHeap);
        search.rests();
        search.cutCircles();
        return search.holders;
    }

    private void inGraph(Edge[] edges, Task task) {
        int[] sources = new int[edges.length];
        int[] targets = new int[edges.length];
        for (int i = 0; i < edges.length; i++) {
            sources[i] = positions.get(edges[i].getSource().getId());
            targets[i] = positions.get(edges[i].getTarget().getId());
        }
        Graph graph = Graph.ofEdges(nodes.length, sources, targets);
        Graph referrers = graph.reversed();
        Dominators dominators = Dominators.of(graph, referrers, starts(graph, referrers), task);
        for (int i = 0; i < nodes.length; i++) {
            holders[i] = dominators.dominator(i) >= 0 ? dominators.dominator(i) : NONE;
        }
    }

    /** Returns the roots, what nothing refers to, and one node of whatever these do not reach. */
    private NodeSet starts(Graph graph, Graph referrers) {
        NodeSet.Builder starts = NodeSet.builder(nodes.length);
        boolean[] reached = new boolean[nodes.length];
        int[] queue = new int[nodes.length];
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < nodes.length; i++) {
                boolean first = "ROOT".equals(type(nodes[i])) || referrers.outDegree(i) == 0;
                if (!reached[i] && (first || round == 1)) {
                    starts.add(i);
                    reach(graph, i, reached, queue);
                }
            }
        }
        return starts.build();
    }

    private static void reach(Graph graph, int start, boolean[] reached, int[] queue) {
        int end = 0;
        queue[end++] = start;
        reached[start] = true;
        for (int next = 0; next < end; next++) {
            for (int e = graph.from(queue[next]); e < graph.to(queue[next]); e++) {
                if (!reached[graph.target(e)]) {
                    reached[graph.target(e)] = true;
                    queue[end++] = graph.target(e);
                }
            }
        }
    }

    private static String type(Node node) {
        Object type = node.getTable().hasColumn("type") ? node.getAttribute("type") : null;
        return type == null ? "" : type.toString();
    }

    /** Walks up from each object to the nearest shown one; marks the way, so that no part of it is walked twice. */
    private void inHeap(Findings findings) {
        Optional<Retained> retained = findings.retained();
        if (retained.isEmpty()) {
            return;
        }
        Heap heap = findings.heap();
        Dominators dominators = retained.get().dominators();
        int[] shown = new int[heap.objectCount()];
        Arrays.fill(shown, UNKNOWN);
        int[] objects = new int[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            objects[i] = ObjectsByIdentity.of(heap, String.valueOf(nodes[i].getId()));
            if (objects[i] != Heap.NO_OBJECT) {
                shown[objects[i]] = i;
            }
        }
        for (int i = 0; i < nodes.length; i++) {
            if (objects[i] != Heap.NO_OBJECT) {
                int found = nearest(dominators, dominators.dominator(objects[i]), shown);
                // What several roots hold hangs on nothing in the heap, but may hang on something in the picture.
                holders[i] = found == NONE ? holders[i] : found;
            }
        }
    }

    private static int nearest(Dominators dominators, int above, int[] shown) {
        int current = above;
        while (current >= 0 && shown[current] == UNKNOWN) {
            current = dominators.dominator(current);
        }
        int found = current < 0 ? NONE : shown[current];
        for (int way = above; way >= 0 && shown[way] == UNKNOWN; way = dominators.dominator(way)) {
            shown[way] = found;
        }
        return found;
    }

    private void rests() {
        for (int i = 0; i < nodes.length; i++) {
            String id = String.valueOf(nodes[i].getId());
            if (id.endsWith(View.REST)) {
                holders[i] = positions.getOrDefault(id.substring(0, id.length() - View.REST.length()), holders[i]);
            }
        }
    }

    /** What the heap and the picture say together may go round in a circle: its last node hangs on nothing then. */
    private void cutCircles() {
        int[] walks = new int[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            int current = i;
            while (holders[current] != NONE && walks[current] == 0) {
                walks[current] = i + 1;
                if (walks[holders[current]] == i + 1) {
                    holders[current] = NONE;
                } else {
                    current = holders[current];
                }
            }
            walks[current] = walks[current] == 0 ? i + 1 : walks[current];
        }
    }
}
