package io.github.memdump.analysis.suspect.weight;

import io.github.memdump.dump.scan.Addresses;
import io.github.memdump.graph.Graph;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import java.util.function.IntPredicate;

/**
 * What an object refers to as a container: in place of a table that Ruby keeps it in, the hidden array of a long or a
 * shifted Array, what the table refers to. Immutable.
 */
public final class Entries {
    private final Heap heap;

    public Entries(Heap heap) {
        this.heap = heap;
    }

    /** Returns how many objects an object refers to. */
    public int count(int object) {
        return count(object, any -> true);
    }

    /** Returns how many objects that meet a condition an object refers to. */
    public int count(int object, IntPredicate condition) {
        Graph references = heap.references();
        int count = 0;
        for (int i = references.from(object); i < references.to(object); i++) {
            int target = references.target(i);
            if (!isHidden(target)) {
                count += condition.test(target) ? 1 : 0;
                continue;
            }
            for (int j = references.from(target); j < references.to(target); j++) {
                count += condition.test(references.target(j)) ? 1 : 0;
            }
        }
        return count;
    }

    private boolean isHidden(int object) {
        return heap.type(object) == RecordTypes.ARRAY
            && heap.classes().address(heap.classNumber(object)) == Addresses.NONE;
    }
}
