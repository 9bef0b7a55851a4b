package io.github.memdump.gephi.heap;

import io.github.memdump.dump.DumpException;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapIdentities;
import io.github.memdump.investigation.DumpOrder;
import io.github.memdump.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openide.util.NbBundle;

/**
 * Dumps of one process in the order in which they were made, as far as they say it themselves; else as they were given.
 * What was read to know that stays in memory as long as this, so that nothing is read twice. Immutable.
 */
public final class OrderedDumps {
    private final List<DumpFile> dumps;
    private final boolean isChanged;
    private final List<Object> read;

    private OrderedDumps(List<DumpFile> dumps, boolean isChanged, List<Object> read) {
        this.dumps = List.copyOf(dumps);
        this.isChanged = isChanged;
        this.read = List.copyOf(read);
    }

    /**
     * Reads which objects the dumps have; of the last one the whole heap, which is needed anyway.
     *
     * @throws DumpException                             if a dump cannot be read, or there is no room for it
     * @throws io.github.memdump.task.CancelledException if the task is cancelled
     */
    public static OrderedDumps of(List<DumpFile> given, Heaps heaps, Task task) throws DumpException {
        if (given.size() < 2) {
            return new OrderedDumps(given, false, List.of());
        }
        Heap last = heaps.heap(given.get(given.size() - 1), task);
        List<HeapIdentities> identities = new ArrayList<>();
        for (DumpFile dump : given.subList(0, given.size() - 1)) {
            identities.add(heaps.identities(dump, task));
        }
        identities.add(last.identities());
        DumpOrder order = DumpOrder.of(identities);
        List<Object> read = new ArrayList<>(identities);
        read.add(last);
        return new OrderedDumps(order.sorted(given), order.isChanged(), read);
    }

    /** Returns the dumps, the earliest first. */
    public List<DumpFile> dumps() {
        return dumps;
    }

    /** Returns a sentence that says so if this is another order than the one given. */
    public Optional<String> remark() {
        return isChanged ? Optional.of(NbBundle.getMessage(OrderedDumps.class, "OrderedDumps.changed",
            dumps.stream().map(DumpFile::name).collect(Collectors.joining(", ")))) : Optional.empty();
    }
}
