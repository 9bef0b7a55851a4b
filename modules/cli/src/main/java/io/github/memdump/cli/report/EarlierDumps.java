package io.github.memdump.cli.report;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Grouping;
import io.github.memdump.analysis.Histogram;
import io.github.memdump.analysis.suspect.Past;
import io.github.memdump.analysis.suspect.SuspectOptions;
import io.github.memdump.analysis.suspect.Suspects;
import io.github.memdump.cli.report.story.DumpFacts;
import io.github.memdump.cli.report.story.Evidence;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import java.util.ArrayList;
import java.util.List;

/** What a report keeps of the dumps before the last; each is shown to it and then let go. Not thread-safe. */
final class EarlierDumps {
    private final List<DumpFacts> facts = new ArrayList<>();
    private final Task task;
    private Histogram classes;
    private Past past;

    EarlierDumps(Task task) {
        this.task = task;
    }

    /** Looks at the next dump. The first is the one that the last is compared with. */
    void see(Heap heap) {
        facts.add(DumpFacts.of(heap));
        if (facts.size() == 1) {
            classes = Histogram.of(heap, Grouping.CLASS);
            past = Past.of(heap, task);
        }
    }

    /** Returns the evidence of findings about the last dump compared with the first. */
    Evidence evidence(Findings findings) {
        Suspects suspects = Suspects.of(findings.diff().orElseThrow(), past, findings.retained().orElseThrow(),
            SuspectOptions.OF_GROWTH, task);
        return Evidence.of(findings.suspecting(suspects)).since(facts, classes);
    }
}
