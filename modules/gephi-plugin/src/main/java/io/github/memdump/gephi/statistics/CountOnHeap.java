package io.github.memdump.gephi.statistics;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.KeepAlive;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gephi.graph.api.Node;

/** Counts on the whole heap behind a workspace what the objects shown as nodes keep alive. Exact. */
final class CountOnHeap {
    private CountOnHeap() {
    }

    /** Counts for those nodes whose ids are identities of objects in the heap. */
    static KeepAliveCounts of(Node[] nodes, Findings findings, Task task) {
        Heap heap = findings.heap();
        List<Node> known = new ArrayList<>();
        NodeSet.Builder shown = NodeSet.builder(heap.objectCount());
        for (Node node : nodes) {
            int object = ObjectsByIdentity.of(heap, String.valueOf(node.getId()));
            if (object != Heap.NO_OBJECT) {
                known.add(node);
                shown.add(object);
            }
        }
        NodeSet objects = shown.build();
        KeepAlive all = KeepAlive.of(heap, objects, task);
        Optional<KeepAlive> inNew = findings.diff().map(HeapDiff::newObjects)
            .map(added -> KeepAlive.inside(heap, objects, added, task));
        int[] counts = new int[known.size()];
        int[] newCounts = new int[known.size()];
        for (int i = 0; i < counts.length; i++) {
            int object = ObjectsByIdentity.of(heap, String.valueOf(known.get(i).getId()));
            counts[i] = all.count(object);
            newCounts[i] = inNew.map(counted -> counted.count(object)).orElse(KeepAliveCounts.NOT_COUNTED);
        }
        return new KeepAliveCounts(known.toArray(new Node[0]), counts, inNew.map(counted -> newCounts));
    }
}
