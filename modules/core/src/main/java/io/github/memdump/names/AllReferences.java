package io.github.memdump.names;

import io.github.memdump.array.KeyOrder;
import io.github.memdump.dump.DumpException;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.value.JointVisit;
import io.github.memdump.value.Values;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All references of a dump with their names, in the order of its records: two or three passes over the dump, memory
 * for the records at hand and for what other objects of a class tell. Thread-safe.
 */
public final class AllReferences {
    private AllReferences() {
    }

    /** Receives the references. */
    public interface Visitor {
        /**
         * Takes the references of one object, in the order of its record.
         *
         * @param holder  the object
         * @param targets the addresses it refers to, repeated and dangling ones too
         * @param names   what each reference is called
         */
        void visit(int holder, long[] targets, ReferenceName[] names);
    }

    /**
     * Visits the references of all objects in the order of their records, one object after the other.
     *
     * @param objects which objects, each once
     * @throws DumpException                             as {@link Values#visit} does
     * @throws io.github.memdump.task.CancelledException if the task is cancelled
     */
    public static void visit(Values values, int[] objects, Visitor visitor, Task task) throws DumpException {
        Heap heap = values.heap();
        boolean nearlyAll = objects.length > heap.objectCount() / 20;
        JointVisit first = values.jointly();
        NameReading reading = new NameReading(first);
        if (!nearlyAll) {
            reading.addFor(objects, first);
        }
        first.run(task);
        reading.begin();
        if (nearlyAll) {
            reading.readForAll(values, task);
        }
        int[] order = KeyOrder.ascending(objects.length, place -> heap.recordOffset(objects[place]));
        InOrder inOrder = new InOrder(visitor);
        values.visit(place(objects, order), (rank, record) -> {
            HolderRecord holder = new HolderRecord(heap, objects[order[rank]], record);
            inOrder.take(rank, new Named(holder, reading.names().of(holder)));
        }, task);
    }

    private static int[] place(int[] objects, int[] order) {
        int[] placed = new int[order.length];
        for (int i = 0; i < placed.length; i++) {
            placed[i] = objects[order[i]];
        }
        return placed;
    }

    private static final class Named {
        final HolderRecord holder;
        final ReferenceName[] names;

        Named(HolderRecord holder, ReferenceName[] names) {
            this.holder = holder;
            this.names = names;
        }
    }

    /** Brings what several threads name back into order. */
    private static final class InOrder {
        private final Visitor visitor;
        private final Map<Integer, Named> waiting = new ConcurrentHashMap<>();
        private int next;

        InOrder(Visitor visitor) {
            this.visitor = visitor;
        }

        void take(int rank, Named named) {
            waiting.put(rank, named);
            synchronized (this) {
                for (Named due = waiting.remove(next); due != null; due = waiting.remove(next)) {
                    visitor.visit(due.holder.object, due.holder.references, due.names);
                    next++;
                }
            }
        }
    }
}
