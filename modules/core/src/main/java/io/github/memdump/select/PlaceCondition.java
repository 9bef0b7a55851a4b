package io.github.memdump.select;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Identities;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Objects of certain identities or addresses: each is looked up, no object is asked for its own. */
final class PlaceCondition implements Condition {
    private final Column column;
    private final Set<String> values;

    /** Makes the condition for {@link Column#OBJECT} or {@link Column#ADDRESS}. */
    PlaceCondition(Column column, Set<String> values) {
        this.column = column;
        this.values = new LinkedHashSet<>(values);
    }

    @Override
    public NodeSet among(NodeSet candidates, Evaluation evaluation) {
        Heap heap = evaluation.heap;
        NodeSet.Builder found = NodeSet.builder(heap.objectCount());
        for (String value : values) {
            int object = Identities.find(heap, value);
            if (object != Heap.NO_OBJECT && evaluation.findings.text(column, object).equals(value)) {
                found.add(object);
            }
        }
        if (column == Column.ADDRESS && values.contains("")) {
            for (int root : heap.roots()) {
                found.add(root);
            }
        }
        return candidates.and(found.build());
    }

    @Override
    public void addNeeds(Map<Need, Integer> needs) {
        // Identities come with the heap.
    }
}
