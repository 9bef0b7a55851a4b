package io.github.memdump.cli.report;

import io.github.memdump.analysis.DumpSummary;
import io.github.memdump.analysis.Grouping;
import io.github.memdump.analysis.Histogram;
import io.github.memdump.analysis.suspect.EarlierHeap;
import io.github.memdump.cli.report.story.DumpFacts;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import java.util.Optional;

/** What a report keeps of a dump before the last, the heap of which is let go then. Immutable. */
final class EarlierDump {
    private final DumpFacts facts;
    private final DumpSummary summary;
    private final Optional<Histogram> classes;
    private final EarlierHeap past;

    private EarlierDump(DumpFacts facts, DumpSummary summary, Optional<Histogram> classes, EarlierHeap past) {
        this.facts = facts;
        this.summary = summary;
        this.classes = classes;
        this.past = past;
    }

    /** Looks at a heap, at the first more closely, because the last is compared with it. */
    static EarlierDump of(Heap heap, boolean isFirst, Task task) {
        return new EarlierDump(DumpFacts.of(heap), DumpSummary.of(heap),
            isFirst ? Optional.of(Histogram.of(heap, Grouping.CLASS)) : Optional.empty(),
            EarlierHeap.of(heap, task));
    }

    DumpFacts facts() {
        return facts;
    }

    DumpSummary summary() {
        return summary;
    }

    /** Returns the classes of the first dump. */
    Histogram classes() {
        return classes.orElseThrow();
    }

    /** Returns what is asked of it to tell what grew. */
    EarlierHeap past() {
        return past;
    }
}
