package io.github.memdump.analysis.process;

import io.github.memdump.analysis.OwnObjects;
import io.github.memdump.analysis.unused.HeapPages;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.ProcessNames;
import io.github.memdump.task.Task;
import io.github.memdump.value.RecordFacts;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where the memory of a process is: what the kernel counts, what Ruby counts, what the allocator counts, and what none
 * of them explains. All in bytes, as of the moment it was asked. Immutable.
 */
public final class MemoryUse {
    /** Less says nothing: Ruby itself takes that. */
    public static final long WORTH_A_WORD = 48L << 20;

    private static final double MOST = 0.4;
    /** Before this name stand, in a dump, the figures that the process gave with it. */
    private static final String OF_PROCESS = "process.";
    private static final String OF_COLLECTOR = "GC.";
    /** Eight words that tracing notes of an object, in a block of malloc, which takes two more. */
    private static final long NOTE = 80;
    private static final long ENTRY = 24;
    private static final String LIVE_SLOTS = "heap_live_slots";
    private static final String FREE_SLOTS = "heap_free_slots";
    private static final String PAGES = "heap_allocated_pages";
    private static final String PAGE_SIZE = "page_size";
    private static final String TABLE = "tracer_table";
    private static final String NOTES = "tracer_notes";

    private final Map<String, Long> figures;

    private MemoryUse(Map<String, Long> figures) {
        this.figures = Collections.unmodifiableMap(figures);
    }

    /** What memory is for. */
    public enum Part {
        /** Slots of live objects and what these own outside their slots. */
        OBJECTS,
        /** What the tracing of allocations notes. */
        TRACER,
        /** Slots in Ruby's pages without an object. */
        FREE_SLOTS,
        /** What malloc has and nobody uses. */
        FREE_MALLOC,
        /** What is left of anonymous memory. */
        NATIVE,
        /** Programs and libraries. */
        FILES
    }

    /** Where most of it is. */
    public enum Verdict {
        /** In objects. */
        OBJECTS,
        /** In free slots. */
        FRAGMENTED_HEAP,
        /** In free blocks of malloc. */
        FRAGMENTED_MALLOC,
        /** In what belongs to no object. */
        NATIVE,
        /** In what tracing notes. */
        TRACING,
        /** Nowhere in particular, or there is little of it. */
        NOTHING
    }

    /** Returns what a process, its allocator and the kernel have said, by the names that the agent gives figures. */
    public static MemoryUse of(Map<String, Long> figures) {
        return new MemoryUse(new TreeMap<>(figures));
    }

    /** Returns what a process told beside its dump, nothing if it told nothing of that kind; linear time. */
    public static Optional<MemoryUse> told(Heap heap, ProcessNames told, Task task) {
        Map<String, Long> figures = new TreeMap<>();
        told.figures().forEach((name, value) -> {
            if (name.startsWith(OF_PROCESS)) {
                figures.put(name.substring(OF_PROCESS.length()), value);
            } else if (name.startsWith(OF_COLLECTOR)) {
                figures.putIfAbsent(name.substring(OF_COLLECTOR.length()), value);
            }
        });
        if (!figures.containsKey(LIVE_SLOTS) || !figures.containsKey(PAGES)) {
            return Optional.empty();
        }
        if (!figures.containsKey(PAGE_SIZE)) {
            figures.put(PAGE_SIZE, (long) HeapPages.of(heap, RecordFacts.NONE, task).pageSize());
        }
        OwnObjects own = OwnObjects.of(heap);
        long table = 0;
        for (int object : own.objects()) {
            table += own.kind(object).orElseThrow() == OwnObjects.Kind.TRACER ? heap.memsize(object) : 0;
        }
        figures.put("memsize", heap.facts().memsize());
        figures.put(TABLE, table);
        figures.put(NOTES, heap.facts().withGeneration() * NOTE);
        return Optional.of(new MemoryUse(figures));
    }

    /** Returns all figures by name. */
    public Map<String, Long> figures() {
        return figures;
    }

    /** Returns a figure, 0 if it is not known. */
    public long figure(String name) {
        return figures.getOrDefault(name, 0L);
    }

    /** Returns whether the kernel has said what the process has; else only Ruby's part is known. */
    public boolean knowsProcess() {
        return figures.containsKey("resident");
    }

    /** Returns whether the allocator said how much it has. */
    public boolean knowsMalloc() {
        return figures.containsKey("malloc_total");
    }

    /** Returns the memory that it has in the machine's. */
    public long resident() {
        return figure("resident");
    }

    /** Returns what of it no other process shares. */
    public long privateBytes() {
        return figure("private");
    }

    /** Returns what of its memory is on the swap device. */
    public long swapped() {
        return figure("swapped");
    }

    /** Returns what Ruby's pages take. */
    public long pages() {
        return figure(PAGES) * figure(PAGE_SIZE);
    }

    /** Returns all of it, of which the parts are parts. */
    public long whole() {
        return knowsProcess() ? resident() + swapped()
            : bytes(Part.OBJECTS) + bytes(Part.TRACER) + bytes(Part.FREE_SLOTS);
    }

    /** Returns the parts that are known. */
    public List<Part> parts() {
        return knowsProcess() ? List.of(Part.values()) : List.of(Part.OBJECTS, Part.TRACER, Part.FREE_SLOTS);
    }

    private long anonymous() {
        return knowsProcess() ? figure("anonymous") + swapped() : Long.MAX_VALUE;
    }

    /** Returns the bytes of a part. Parts are cut off where what is above them leaves nothing. */
    public long bytes(Part part) {
        long slots = Math.max(1, figure(LIVE_SLOTS) + figure(FREE_SLOTS));
        long freeSlots = (long) ((double) pages() * figure(FREE_SLOTS) / slots);
        switch (part) {
            case OBJECTS:
                return Math.min(anonymous(), Math.max(figure("memsize") - figure(TABLE), pages() - freeSlots));
            case TRACER:
                return Math.min(tracer(), anonymous() - bytes(Part.OBJECTS));
            case FREE_SLOTS:
                return Math.min(freeSlots, anonymous() - bytes(Part.OBJECTS) - bytes(Part.TRACER));
            case FREE_MALLOC:
                return Math.min(figure("malloc_free"), anonymous() - bytes(Part.OBJECTS) - bytes(Part.TRACER)
                    - bytes(Part.FREE_SLOTS));
            case NATIVE:
                return anonymous() - bytes(Part.OBJECTS) - bytes(Part.TRACER) - bytes(Part.FREE_SLOTS)
                    - bytes(Part.FREE_MALLOC);
            default:
                return Math.max(0, whole() - anonymous());
        }
    }

    /**
     * Returns what tracing has in memory at least: of its table the quarter that is looked up by hashes, and of the
     * rest an entry of three words for each note, since what was never used of it takes none.
     */
    private long tracer() {
        long table = figure(TABLE);
        return figure(NOTES) + table / 4 + Math.min(table - table / 4, figure(NOTES) / NOTE * ENTRY);
    }

    /** Returns where most of it is. */
    public Verdict verdict() {
        Part largest = Collections.max(parts(), Comparator.comparingLong(this::bytes));
        if (!knowsProcess() || whole() < WORTH_A_WORD || bytes(largest) < MOST * whole()) {
            return Verdict.NOTHING;
        }
        switch (largest) {
            case OBJECTS:
                return Verdict.OBJECTS;
            case TRACER:
                return Verdict.TRACING;
            case FREE_SLOTS:
                return Verdict.FRAGMENTED_HEAP;
            case FREE_MALLOC:
                return Verdict.FRAGMENTED_MALLOC;
            case NATIVE:
                return Verdict.NATIVE;
            default:
                return Verdict.NOTHING;
        }
    }
}
