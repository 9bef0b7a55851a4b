package io.github.memdump.subset;

import io.github.memdump.graph.Graph;
import io.github.memdump.heap.ClassTable;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;

/**
 * Class references (memdump's {@code replace-class --add-ref}). The other half of that command, names in the place of
 * addresses, is what {@link Heap#className} always gives.
 */
public final class ReplaceClass {
    private ReplaceClass() {
    }

    /**
     * Returns the subset with a reference from each object to its class, where the class is in the subset too. Objects
     * that go under their type have no class, nor have those that stand for a group. Linear time.
     *
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public static HeapSubset withReferences(HeapSubset subset, Task task) {
        Graph references = subset.references();
        Rows rows = new Rows(references.nodeCount(), "Adding class references", task);
        for (int object = 0; object < references.nodeCount(); object++) {
            for (int i = references.from(object); i < references.to(object); i++) {
                rows.add(references.target(i));
            }
            int target = subset.contains(object) && subset.groupOf(object).isEmpty() ? target(subset, object)
                : Heap.NO_OBJECT;
            if (target != Heap.NO_OBJECT) {
                rows.add(target);
            }
            rows.end();
        }
        return subset.rewritten(rows.graph());
    }

    private static int target(HeapSubset subset, int object) {
        int classObject = subset.heap().classObject(object);
        return classObject == ClassTable.NO_OBJECT ? Heap.NO_OBJECT : subset.standingFor(classObject);
    }
}
