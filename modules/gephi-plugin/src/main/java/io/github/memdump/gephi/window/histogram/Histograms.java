package io.github.memdump.gephi.window.histogram;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Grouping;
import io.github.memdump.analysis.Histogram;
import io.github.memdump.dump.DumpException;
import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.Heaps;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/**
 * The histograms of a heap, each made when it is first asked for and kept as long as the findings are; of the heap
 * itself they hold nothing. The earlier dump is read again if it is no longer in memory, and let go of. Thread-safe.
 */
final class Histograms {
    private static final Map<Findings, Histograms> KNOWN = new WeakHashMap<>();

    private final Map<Grouping, GroupRows> rows = new EnumMap<>(Grouping.class);
    private final Map<Grouping, Histogram> before = new EnumMap<>(Grouping.class);
    private final Optional<String> problem;

    private Histograms(Optional<String> problem) {
        this.problem = problem;
    }

    /**
     * Returns the histograms of a heap and, if there are two dumps, what they are compared with.
     *
     * @throws io.github.memdump.task.CancelledException if the task is cancelled
     */
    static Histograms of(Findings findings, List<DumpFile> dumps, Task task) {
        synchronized (KNOWN) {
            Histograms known = KNOWN.get(findings);
            if (known != null) {
                return known;
            }
        }
        Histograms made = dumps.size() < 2 ? new Histograms(Optional.empty()) : compared(dumps.get(0), task);
        synchronized (KNOWN) {
            return KNOWN.computeIfAbsent(findings, absent -> made);
        }
    }

    private static Histograms compared(DumpFile earlier, Task task) {
        try {
            Heap heap = Heaps.shared().heap(earlier, task);
            Histograms compared = new Histograms(Optional.empty());
            for (Grouping grouping : Grouping.values()) {
                compared.before.put(grouping, Histogram.of(heap, grouping));
            }
            return compared;
        } catch (DumpException unreadable) {
            return new Histograms(Optional.of(unreadable.getMessage()));
        }
    }

    /** Returns why the histograms of a heap have no difference to the earlier dump, if they should have one. */
    static Optional<String> problem(Findings findings) {
        synchronized (KNOWN) {
            return Optional.ofNullable(KNOWN.get(findings)).flatMap(known -> known.problem);
        }
    }

    /**
     * Returns a histogram.
     *
     * @param findings those that these histograms were made for
     * @throws io.github.memdump.task.CancelledException if the task is cancelled
     */
    synchronized GroupRows rows(Findings findings, Grouping grouping, Task task) {
        GroupRows known = rows.get(grouping);
        if (known == null) {
            known = GroupRows.of(findings, Optional.ofNullable(before.get(grouping)), grouping, task);
            rows.put(grouping, known);
        }
        return known;
    }
}
