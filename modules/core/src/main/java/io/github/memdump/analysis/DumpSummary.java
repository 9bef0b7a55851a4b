package io.github.memdump.analysis;

import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.KnownObjects;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * What is kept of a dump when a later one is compared with it: which objects it had, and how many of each class. About
 * 5 bytes per object, so that many dumps can be compared in little more memory than the largest takes. Immutable.
 */
public final class DumpSummary {
    private final String name;
    private final KnownObjects objects;
    private final Map<String, Histogram.Row> byClass;
    private final int objectCount;
    private final long memsize;

    private DumpSummary(Heap heap, KnownObjects objects) {
        this.name = heap.facts().dumpName();
        this.objects = objects;
        this.objectCount = heap.objectCount();
        this.memsize = heap.facts().memsize();
        Map<String, Histogram.Row> rows = new HashMap<>();
        OwnObjects own = OwnObjects.of(heap);
        NodeSet ofProgram = NodeSet.where(heap.objectCount(), object -> !own.contains(object));
        Histogram.of(heap, Grouping.CLASS, ofProgram).rows().forEach(row -> rows.put(row.key(), row));
        this.byClass = Collections.unmodifiableMap(rows);
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

    /** Returns the number of objects of a class, the dump's own left out. */
    public long count(String className) {
        Histogram.Row row = byClass.get(className);
        return row == null ? 0 : row.count();
    }

    /** Returns the sum of the sizes of the objects of a class in bytes, the dump's own left out. */
    public long memsize(String className) {
        Histogram.Row row = byClass.get(className);
        return row == null ? 0 : row.memsize();
    }
}
