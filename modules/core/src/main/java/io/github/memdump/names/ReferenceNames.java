package io.github.memdump.names;

import io.github.memdump.dump.DumpException;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.value.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The names of the references of some objects: by which variable, constant, key or place each holds what it holds. The
 * records of these objects, the shapes and a few other objects of their classes are read from the dump again, which
 * costs about what showing an object does. About 100 bytes for each name, and all of them for each object asked about;
 * nothing is kept in the heap. Immutable, thread-safe.
 */
public final class ReferenceNames {
    private final Heap heap;
    private final ToldNames told;
    private final Map<Integer, Map<Integer, ReferenceName>> names;

    private ReferenceNames(Heap heap, ToldNames told, Map<Integer, Map<Integer, ReferenceName>> names) {
        this.heap = heap;
        this.told = told;
        this.names = names;
    }

    /**
     * Names the references of some objects; objects may come more than once.
     *
     * @throws DumpException                             as {@link Values#visit} does
     * @throws io.github.memdump.task.CancelledException if the task is cancelled
     */
    public static ReferenceNames of(Values values, int[] holders, Task task) throws DumpException {
        int[] distinct = Arrays.stream(holders).filter(holder -> holder >= 0).sorted().distinct().toArray();
        NameReading reading = new NameReading(values, task);
        reading.readFor(distinct, task);
        Map<Integer, Map<Integer, ReferenceName>> names = new ConcurrentHashMap<>();
        values.visit(distinct, (place, record) -> {
            HolderRecord holder = new HolderRecord(values.heap(), distinct[place], record);
            Map<Integer, ReferenceName> byTarget = new ConcurrentHashMap<>();
            ReferenceName[] all = reading.names().of(holder);
            for (int i = 0; i < all.length; i++) {
                if (holder.targets[i] != Heap.NO_OBJECT) {
                    byTarget.merge(holder.targets[i], all[i], ReferenceName::and);
                }
            }
            names.put(holder.object, byTarget);
        }, task);
        return new ReferenceNames(values.heap(), reading.context().told(), names);
    }

    /** Returns names of nothing: what there is where the dump cannot be read again. */
    public static ReferenceNames none(Heap heap) {
        return new ReferenceNames(heap, ToldNames.of(List.of()), Map.of());
    }

    /** Returns what the reference from one object to another is called; unknown where it was not asked about. */
    public ReferenceName of(int holder, int target) {
        ReferenceName name = names.getOrDefault(holder, Map.of()).get(target);
        if (name != null) {
            return name;
        }
        return holder >= 0 && heap.isToHeldClass(holder, target) ? ReferenceName.toHeldClass() : ReferenceName.UNKNOWN;
    }

    /** Returns what the process told. */
    public ToldNames told() {
        return told;
    }
}
