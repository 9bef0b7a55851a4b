package io.github.memdump.analysis.suspect.weight;

import io.github.memdump.array.IntList;
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
    /** A table has one or two behind it; more are a circle, or no tables. */
    private static final int MOST_TABLES = 8;

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
        IntList open = new IntList();
        open.add(object);
        for (int next = 0; next < open.size() && next <= MOST_TABLES; next++) {
            int container = open.get(next);
            for (int i = references.from(container); i < references.to(container); i++) {
                int target = references.target(i);
                if (isHidden(target) && target != object) {
                    open.add(target);
                } else {
                    count += condition.test(target) ? 1 : 0;
                }
            }
        }
        return count;
    }

    private boolean isHidden(int object) {
        return heap.type(object) == RecordTypes.ARRAY
            && heap.classes().address(heap.classNumber(object)) == Addresses.NONE;
    }
}
