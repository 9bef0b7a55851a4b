package io.github.memdump.budget;

import io.github.memdump.analysis.Findings;
import io.github.memdump.array.Saturating;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Reachability;
import io.github.memdump.graph.Walk;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A figure of some objects of a heap, taken of all of them together. */
public enum Measure {
    /** How many there are. */
    COUNT(false, false),
    /** How many of them are new; the dump's own objects are not counted, in any measure of new ones. */
    NEW_COUNT(false, true),
    /** The sum of their sizes in bytes. */
    MEMSIZE(true, false),
    /** The sum of the sizes of the new ones in bytes. */
    NEW_MEMSIZE(true, true),
    /** How many objects would die if all of them were gone, themselves included. */
    RETAINED_COUNT(false, false),
    /** How many bytes would be freed if all of them were gone. */
    RETAINED_SIZE(true, false),
    /** How many objects can be reached from any of them, themselves included. */
    KEEPALIVE_COUNT(false, false),
    /** How many new objects can be reached from any new one of them without leaving the new ones. */
    KEEPALIVE_NEW_COUNT(false, true);

    private final boolean inBytes;
    private final boolean comparing;

    Measure(boolean inBytes, boolean comparing) {
        this.inBytes = inBytes;
        this.comparing = comparing;
    }

    /** Returns the name in budgets: lower case with underscores. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether it is a number of bytes, and not of objects. */
    public boolean isInBytes() {
        return inBytes;
    }

    /** Returns whether it needs an earlier dump to compare with. */
    public boolean isComparing() {
        return comparing;
    }

    /** Returns the measure of a name, if there is one; capitals do not matter, hyphens do as well as underscores. */
    static Optional<Measure> named(String name) {
        String id = name.toLowerCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values()).filter(measure -> measure.id().equals(id)).findFirst();
    }

    /** Returns the names of all. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Measure measure : values()) {
            names.add(measure.id());
        }
        return names;
    }

    /**
     * Returns the figure of some objects. Linear in objects and references.
     *
     * @param objects  which are meant
     * @param findings of the heap; with a comparison if the measure {@link #isComparing}
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public long of(NodeSet objects, Findings findings, Task task) {
        NodeSet counted = counted(objects, findings, task);
        if (!inBytes) {
            return counted.size();
        }
        Heap heap = findings.heap();
        long[] bytes = new long[1];
        counted.forEach(object -> bytes[0] = Saturating.sum(bytes[0], heap.memsize(object)));
        return bytes[0];
    }

    /** Returns the objects that are counted, or whose sizes are added up. */
    private NodeSet counted(NodeSet objects, Findings findings, Task task) {
        Walk everywhere = Walk.over(findings.heap().references());
        switch (this) {
            case NEW_COUNT:
            case NEW_MEMSIZE:
                return objects.and(newObjects(findings));
            case RETAINED_COUNT:
            case RETAINED_SIZE:
                return retainedTogether(findings.heap(), objects, task);
            case KEEPALIVE_COUNT:
                return Reachability.from(everywhere, objects.toArray(), task);
            case KEEPALIVE_NEW_COUNT:
                return Reachability.from(everywhere.within(newObjects(findings)), objects.toArray(), task);
            default:
                return objects;
        }
    }

    /**
     * What the roots reach, and no longer reach once the objects are taken away. That is not the sum of what each
     * retains, which counts nested ones twice and leaves out what two of them share. Exact; two walks.
     */
    private static NodeSet retainedTogether(Heap heap, NodeSet objects, Task task) {
        Walk everywhere = Walk.over(heap.references());
        NodeSet alive = Reachability.from(everywhere, heap.roots(), task);
        return alive.minus(Reachability.from(everywhere.within(objects.complement()), heap.roots(), task));
    }

    private NodeSet newObjects(Findings findings) {
        return findings.diff().orElseThrow(
            () -> new IllegalArgumentException(id() + " needs an earlier dump to compare with.")).newOfProgram();
    }
}
