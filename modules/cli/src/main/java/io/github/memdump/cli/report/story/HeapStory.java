package io.github.memdump.cli.report.story;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Grouping;
import io.github.memdump.analysis.Histogram;
import io.github.memdump.analysis.OwnObjects;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.suspect.Verdict;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.view.ObjectNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/** What there is to tell of one dump: what it consists of and what retains most. */
public final class HeapStory {
    private final Findings findings;
    private final Heap heap;
    private final OwnObjects own;
    private final ObjectNames names;
    private final Chains chains;

    /** Prepares the story of findings with distances and retained sizes. */
    public HeapStory(Findings findings) {
        this.findings = findings;
        this.heap = findings.heap();
        this.own = OwnObjects.of(heap);
        this.names = new ObjectNames(heap);
        this.chains = new Chains(findings.fromRoots().orElseThrow(), heap.objectCount(),
            names::of);
    }

    /** Returns the finding in one sentence. */
    public String headline() {
        String verdict = new Verdict(findings).ofOne();
        String sum = Figures.count(heap.objectCount(), "object") + " (" + Figures.bytes(heap.facts().memsize()) + ")";
        List<Retainer> most = retainers(1, false);
        if (most.isEmpty()) {
            return sum + ". No root reaches any of them.";
        }
        if (!verdict.isEmpty()) {
            return verdict + " " + sum + ".";
        }
        Retainer first = most.get(0);
        return sum + ". Classes aside, the object that retains most is " + first.name() + ": "
            + Figures.bytes(first.bytes()) + " in " + Figures.count(first.objects(), "object") + ".";
    }

    /** Returns counts and bytes by class, the most frequent first. */
    public List<Histogram.Row> classes() {
        return Histogram.of(heap, Grouping.CLASS).rows();
    }

    /**
     * Returns the objects that retain most bytes, the largest first: never a root; classes, modules and the
     * dump's own objects if asked.
     */
    public List<Retainer> retainers(int most, boolean withClasses) {
        Comparator<Integer> smallest = Comparator
            .<Integer>comparingLong(object -> findings.number(Column.RETAINED_SIZE, object))
            .thenComparing(Comparator.reverseOrder());
        PriorityQueue<Integer> largest = new PriorityQueue<>(smallest);
        for (int object = 0; object < heap.objectCount(); object++) {
            if (mayRetain(object, withClasses)) {
                largest.add(object);
                if (largest.size() > most) {
                    largest.remove();
                }
            }
        }
        List<Integer> sorted = new ArrayList<>(largest);
        sorted.sort(smallest.reversed());
        List<Retainer> result = new ArrayList<>();
        for (int object : sorted) {
            result.add(new Retainer(names.of(object), object, chains.to(object),
                findings.number(Column.RETAINED_COUNT, object), findings.number(Column.RETAINED_SIZE, object)));
        }
        return result;
    }

    /** Returns the objects whose paths are shown of so many that retain most. */
    public int[] shown(int most) {
        return Stream.of(true, false).flatMap(withClasses -> retainers(most, withClasses).stream())
            .mapToInt(Retainer::object).toArray();
    }

    private boolean mayRetain(int object, boolean withClasses) {
        int type = heap.type(object);
        boolean code = type == RecordTypes.CLASS || type == RecordTypes.MODULE || type == RecordTypes.ICLASS;
        return (withClasses || !own.contains(object) && !code) && type != RecordTypes.ROOT && type != RecordTypes.SHAPE
            && findings.number(Column.RETAINED_SIZE, object) != Findings.ABSENT;
    }
}
