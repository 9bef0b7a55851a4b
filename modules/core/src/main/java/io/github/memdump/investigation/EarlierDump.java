package io.github.memdump.investigation;

import io.github.memdump.analysis.DumpSummary;
import io.github.memdump.analysis.Grouping;
import io.github.memdump.analysis.Histogram;
import io.github.memdump.analysis.process.MemoryUse;
import io.github.memdump.analysis.suspect.weight.EarlierHeap;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.LoadFacts;
import io.github.memdump.names.ProcessNames;
import io.github.memdump.task.Task;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is kept of a dump before the last, the heap of which is let go. Immutable; see {@link Detail} for its size. */
public final class EarlierDump {
    private final LoadFacts facts;
    private final @Nullable DumpSummary summary;
    private final @Nullable Histogram classes;
    private final @Nullable EarlierHeap past;
    private final @Nullable MemoryUse memory;

    private EarlierDump(LoadFacts facts, @Nullable DumpSummary summary, @Nullable Histogram classes,
        @Nullable EarlierHeap past, @Nullable MemoryUse memory) {
        this.facts = facts;
        this.summary = summary;
        this.classes = classes;
        this.past = past;
        this.memory = memory;
    }

    /** What can be kept of a dump, beside which objects it had. */
    public enum Detail {
        /** Of each: what growth needs, about five bytes per object. */
        SUMMARY,
        /** Of the first: how many objects of each class it had. */
        CLASSES,
        /** Of each: what suspects are compared with, some bytes per object. */
        PAST,
        /** Of the first: what memory its process had, if that told it. */
        MEMORY
    }

    /** Looks at a heap, at the first more closely, because the last is compared with it. */
    static EarlierDump of(Heap heap, Set<Detail> details, boolean isFirst, Task task) {
        return new EarlierDump(heap.facts(), details.contains(Detail.SUMMARY) ? DumpSummary.of(heap) : null,
            isFirst && details.contains(Detail.CLASSES) ? Histogram.of(heap, Grouping.CLASS) : null,
            details.contains(Detail.PAST) ? EarlierHeap.of(heap, task) : null,
            isFirst && details.contains(Detail.MEMORY)
                ? MemoryUse.told(heap, ProcessNames.of(heap, task), task).orElse(null) : null);
    }

    /** Returns what was found when it was read. */
    public LoadFacts facts() {
        return facts;
    }

    /** Returns what growth needs. */
    DumpSummary summary() {
        return Optional.ofNullable(summary).orElseThrow();
    }

    /** Returns the classes of the first dump. */
    public Optional<Histogram> classes() {
        return Optional.ofNullable(classes);
    }

    /** Returns what memory the process had at the first dump, nothing if it did not tell or that was not wanted. */
    public Optional<MemoryUse> memory() {
        return Optional.ofNullable(memory);
    }

    /** Returns what suspects are compared with. */
    EarlierHeap past() {
        return Optional.ofNullable(past).orElseThrow();
    }
}
