package io.github.memdump.gephi.statistics;

import io.github.memdump.gephi.heap.ObjectsByIdentity;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import java.util.Arrays;
import org.gephi.graph.api.Node;

/** The nodes of a graph that stand for objects of a heap. A snapshot; 12 bytes per node, 1 bit per object. */
final class ShownObjects {
    private final Node[] nodes;
    private final int[] objects;
    private final NodeSet set;

    private ShownObjects(Node[] nodes, int[] objects, NodeSet set) {
        this.nodes = nodes;
        this.objects = objects;
        this.set = set;
    }

    /** Finds the objects of some nodes; nodes that stand for none are left out. */
    static ShownObjects of(Node[] nodes, Heap heap) {
        Node[] known = new Node[nodes.length];
        int[] objects = new int[nodes.length];
        int count = 0;
        for (Node node : nodes) {
            int object = ObjectsByIdentity.of(heap, String.valueOf(node.getId()));
            if (object != Heap.NO_OBJECT) {
                known[count] = node;
                objects[count++] = object;
            }
        }
        int[] found = Arrays.copyOf(objects, count);
        return new ShownObjects(Arrays.copyOf(known, count), found, NodeSet.of(heap.objectCount(), found));
    }

    /** Returns the nodes. */
    Node[] nodes() {
        return nodes;
    }

    /** Returns their objects, in the order of the nodes, in an array that belongs to the caller. */
    int[] toArray() {
        return objects.clone();
    }

    /** Returns the objects. */
    NodeSet objects() {
        return set;
    }
}
