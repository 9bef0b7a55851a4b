package io.github.memdump.analysis.collection;

import io.github.memdump.dump.DumpException;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.value.Values;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Arrays, hashes, sets and strings that take more memory than their contents need, by the name and class of what holds
 * them: empty ones, hashes and sets of one, those with more than half of their room empty. Frozen empty ones are left
 * out, as literals that are there once; so are those without a class, which Ruby keeps for itself, and what uses the
 * buffer of another.
 *
 * <p>Lengths stand in the records, capacities in those of strings alone; that of arrays and hashes follows from their
 * {@code memsize}. Sets of Ruby 4.0 and later tell neither. Immutable, thread-safe; about 60 bytes for each that is
 * found.
 */
public final class WastefulCollections {
    private final List<CollectionTotal> totals;
    private final List<WastefulCollection> all;
    private final List<CollectionGroup> groups;

    private WastefulCollections(List<CollectionTotal> totals, List<WastefulCollection> all,
        List<CollectionGroup> groups) {
        this.totals = totals;
        this.all = all;
        this.groups = groups;
    }

    /**
     * Finds them among some objects; reads the dump three times.
     *
     * @throws DumpException                             as {@link Values#visit} does
     * @throws io.github.memdump.task.CancelledException if the task is cancelled
     */
    public static WastefulCollections of(Values values, NodeSet among, Task task) throws DumpException {
        Heap heap = values.heap();
        CollectionSearch search = CollectionSearch.of(values, among, task);
        List<WastefulCollection> all = search.wasteful();
        CollectionPlaces places = CollectionPlaces.of(values, NodeSet.of(heap.objectCount(),
            all.stream().mapToInt(WastefulCollection::object).toArray()), task);
        Map<List<Object>, CollectionGroup.Builder> groups = new LinkedHashMap<>();
        for (WastefulCollection one : all) {
            CollectionPlace place = places.of(one.object());
            groups.computeIfAbsent(List.of(place, one.kind(), heap.classNumber(one.object())),
                key -> new CollectionGroup.Builder(place)).add(one);
        }
        return new WastefulCollections(List.copyOf(search.totals()), List.copyOf(all), groups.values().stream()
            .map(CollectionGroup.Builder::build)
            .sorted(Comparator.comparingLong(CollectionGroup::saved).reversed()
                .thenComparingInt(group -> -group.count())
                .thenComparingInt(group -> group.example().object()))
            .collect(Collectors.toUnmodifiableList()));
    }

    /** Returns what there is of each kind, in the order of the kinds. */
    public List<CollectionTotal> totals() {
        return totals;
    }

    /** Returns the collections that waste memory, most of it first. */
    public List<WastefulCollection> all() {
        return all;
    }

    /** Returns them by the place that holds them, most waste first. */
    public List<CollectionGroup> groups() {
        return groups;
    }
}
