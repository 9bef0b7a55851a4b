package io.github.memdump.analysis;

import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.KnownObjects;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What is kept of a dump when a later one is compared with it: which objects it had, and how many of each class, kind,
 * type, gem and file. About 5 bytes per object and 100 per group, so that many dumps can be compared in little more
 * memory than the largest takes. Immutable.
 */
public final class DumpSummary {
    /** By what growth is told; lines and generations are too many to be kept of each dump. */
    public static final Set<Grouping> GROUPINGS = Collections.unmodifiableSet(EnumSet.of(Grouping.CLASS, Grouping.KIND,
        Grouping.TYPE, Grouping.GEM, Grouping.FILE));

    private final String name;
    private final KnownObjects objects;
    private final Map<Grouping, Map<String, Histogram.Row>> rows = new EnumMap<>(Grouping.class);
    private final int objectCount;
    private final long memsize;

    private DumpSummary(Heap heap, KnownObjects objects) {
        this.name = heap.facts().dumpName();
        this.objects = objects;
        this.objectCount = heap.objectCount();
        this.memsize = heap.facts().memsize();
        OwnObjects own = OwnObjects.of(heap);
        NodeSet ofProgram = NodeSet.where(heap.objectCount(), object -> !own.contains(object));
        for (Grouping grouping : GROUPINGS) {
            Map<String, Histogram.Row> byKey = new HashMap<>();
            Histogram.of(heap, grouping, ofProgram).rows().forEach(row -> byKey.put(row.key(), row));
            rows.put(grouping, byKey);
        }
    }

    /** Returns the summary of a heap; linear time. */
    public static DumpSummary of(Heap heap) {
        return new DumpSummary(heap, KnownObjects.of(heap));
    }

    /** Returns what the dump is called: its path as it was given. */
    public String name() {
        return name;
    }

    /** Returns the objects, ROOT objects aside. */
    public KnownObjects objects() {
        return objects;
    }

    /** Returns the number of objects, ROOT objects included. */
    public int objectCount() {
        return objectCount;
    }

    /** Returns the sum of the sizes of all objects in bytes. */
    public long memsize() {
        return memsize;
    }

    /** Returns the number of objects of a group, the dump's own left out. */
    public long count(Grouping grouping, String key) {
        Histogram.Row row = of(grouping).get(key);
        return row == null ? 0 : row.count();
    }

    /** Returns the sum of the sizes of the objects of a group in bytes, the dump's own left out. */
    public long memsize(Grouping grouping, String key) {
        Histogram.Row row = of(grouping).get(key);
        return row == null ? 0 : row.memsize();
    }

    private Map<String, Histogram.Row> of(Grouping grouping) {
        return Objects.requireNonNull(rows.get(grouping));
    }

    /** Returns the keys of the groups that have objects, the dump's own left out. */
    Set<String> keys(Grouping grouping) {
        return Collections.unmodifiableSet(of(grouping).keySet());
    }
}
