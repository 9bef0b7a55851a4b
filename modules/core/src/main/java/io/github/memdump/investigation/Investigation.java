package io.github.memdump.investigation;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Growth;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.Retained;
import io.github.memdump.analysis.WalkBarrier;
import io.github.memdump.analysis.suspect.SuspectOptions;
import io.github.memdump.analysis.suspect.Suspects;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapIdentities;
import io.github.memdump.names.ReferenceNames;
import io.github.memdump.task.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One dump, or several of one process in the order in which they were made: what is found in the last, compared with
 * those before it. The order is the one that the dumps themselves tell ({@link DumpOrder}), whatever order they were
 * given in; where they do not tell, it is that. Only the last heap stays in memory. Not thread-safe; what it returns is
 * immutable.
 *
 * @param <S> where dumps are read from
 */
public final class Investigation<S extends Investigation.Source> {
    private final List<S> dumps;
    private final List<String> reordered;
    private final HeapIdentities first;
    private final List<EarlierDump> earlier;
    private final Heap last;
    private @Nullable HeapDiff diff;
    private @Nullable Growth growth;

    private Investigation(List<S> dumps, List<String> reordered, HeapIdentities first, List<EarlierDump> earlier,
            Heap last) {
        this.dumps = List.copyOf(dumps);
        this.reordered = List.copyOf(reordered);
        this.first = first;
        this.earlier = Collections.unmodifiableList(earlier);
        this.last = last;
    }

    /** Where a dump is read from, perhaps more than once. */
    public interface Source {
        /** Loads the heap. */
        Heap heap(Task task) throws IOException;

        /** Loads only which objects the dump has. */
        HeapIdentities identities(Task task) throws IOException;

        /** Returns whether another source reads the same dump. */
        boolean isSame(Source other);
    }

    /**
     * Loads dumps of one process. Of two of which no detail is wanted the first is read for its identities alone; the
     * same dump given twice is read once. Dumps that were given in another order than they were made in are, at the
     * ends, read twice.
     *
     * @throws IOException if a dump cannot be read
     */
    public static <S extends Source> Investigation<S> of(List<S> given, Set<EarlierDump.Detail> details, Task task)
            throws IOException {
        return of(given, details, true, task);
    }

    /** Loads dumps likewise and takes them in the order in which they are given, whatever they say. */
    public static <S extends Source> Investigation<S> asGiven(List<S> given, Set<EarlierDump.Detail> details, Task task)
            throws IOException {
        return of(given, details, false, task);
    }

    private static <S extends Source> Investigation<S> of(List<S> given, Set<EarlierDump.Detail> details,
            boolean isToBeOrdered, Task task) throws IOException {
        int last = given.size() - 1;
        if (given.size() == 2 && given.get(0).isSame(given.get(1))) {
            Heap heap = given.get(1).heap(task);
            return new Investigation<>(given, List.of(), heap.identities(),
                List.of(EarlierDump.of(heap, details, true, task)), heap);
        }
        if (given.size() == 2 && details.isEmpty()) {
            return ofPair(given, isToBeOrdered, task);
        }
        List<HeapIdentities> identities = new ArrayList<>();
        List<EarlierDump> notes = new ArrayList<>();
        for (S dump : given.subList(0, last)) {
            Heap heap = dump.heap(task);
            notes.add(EarlierDump.of(heap, details, notes.isEmpty(), task));
            identities.add(heap.identities());
        }
        Heap heap = given.get(last).heap(task);
        identities.add(heap.identities());
        DumpOrder order = isToBeOrdered ? DumpOrder.of(identities) : DumpOrder.asGiven(identities.size());
        int first = order.places().get(0);
        int latest = order.places().get(last);
        if (!order.isChanged()) {
            return new Investigation<>(given, List.of(), identities.get(first), notes, heap);
        }
        notes.add(latest == last ? null : EarlierDump.of(heap, details, first == last, task));
        heap = latest == last ? heap : null;
        if (first != 0 && first != last) {
            notes.set(first, EarlierDump.of(given.get(first).heap(task), details, true, task));
        }
        return new Investigation<>(order.sorted(given), names(order.sorted(identities)), identities.get(first),
            order.sorted(notes).subList(0, last), heap != null ? heap : given.get(latest).heap(task));
    }

    private static <S extends Source> Investigation<S> ofPair(List<S> given, boolean isToBeOrdered, Task task)
            throws IOException {
        HeapIdentities first = given.get(0).identities(task);
        Heap second = given.get(1).heap(task);
        if (!isToBeOrdered
            || DumpOrder.verdict(first, second.identities()) != DumpOrder.Verdict.SECOND_IS_EARLIER) {
            return new Investigation<>(given, List.of(), first, List.of(), second);
        }
        HeapIdentities earlier = second.identities();
        second = null;
        return new Investigation<>(List.of(given.get(1), given.get(0)), names(List.of(earlier, first)), earlier,
            List.of(), given.get(0).heap(task));
    }

    private static List<String> names(List<HeapIdentities> dumps) {
        return dumps.stream().map(HeapIdentities::dumpName).collect(Collectors.toList());
    }

    /** Returns the dumps in their order, the earliest first. */
    public List<S> dumps() {
        return dumps;
    }

    /** Returns the last dump. */
    public S latest() {
        return dumps.get(dumps.size() - 1);
    }

    /** Returns the names of the dumps in their order if they were given in another one, else none. */
    public List<String> reordered() {
        return reordered;
    }

    /** Returns what is kept of the dumps before the last; nothing of a pair of which no detail was wanted. */
    public List<EarlierDump> earlier() {
        return earlier;
    }

    /** Returns the heap of the last dump. */
    public Heap heap() {
        return last;
    }

    /** Returns the comparison of the first dump with the last; the first call takes linear time. */
    public HeapDiff diff(Task task) {
        if (diff == null) {
            diff = HeapDiff.between(first, last.namedBy(first), task);
        }
        return diff;
    }

    /** Returns what came and stayed over all dumps, of which summaries are kept; the first call takes linear time. */
    public Growth growth(Task task) {
        if (growth == null) {
            growth = Growth.of(earlier.stream().map(EarlierDump::summary).collect(Collectors.toList()), last, task);
        }
        return growth;
    }

    /** Returns the comparison if it was made. */
    public Optional<HeapDiff> knownDiff() {
        return Optional.ofNullable(diff);
    }

    /** Returns the growth if it was found. */
    public Optional<Growth> knownGrowth() {
        return Optional.ofNullable(growth);
    }

    /** Returns the usual findings: paths and retained sizes, of two dumps the border too, of more growth as well. */
    public Findings findings(Task task) {
        if (dumps.size() == 1) {
            return Findings.of(last).distances(task).retained(task).build();
        }
        HeapDiff compared = diff(task);
        if (dumps.size() == 2) {
            return Findings.ofLeak(compared, WalkBarrier.NONE, task);
        }
        return Findings.of(last).grown(growth(task)).compared(compared, task).distances(task).retained(task)
            .keepAliveOfBorder(task).build();
    }

    /** Returns these findings of this with what probably leaks by the usual measure. */
    public Findings suspecting(Findings found, Task task) {
        return found.and(suspects(found.retained().orElseThrow(),
            dumps.size() == 1 ? SuspectOptions.OF_ONE_DUMP : SuspectOptions.OF_GROWTH, task));
    }

    /** Returns these findings, which have suspects, with the names of what holds them. */
    public static Findings named(Findings found, Task task) {
        return named(found, new int[0], task);
    }

    /** Returns these findings, which have suspects, with the names of what holds them and of what holds the others. */
    public static Findings named(Findings found, int[] others, Task task) {
        int[] ofSuspects = found.found(Suspects.class).orElseThrow().onPaths();
        NodeSet onPaths = NodeSet.of(found.heap().objectCount(),
            IntStream.concat(Arrays.stream(ofSuspects), Arrays.stream(others)).toArray());
        return found.and(ReferenceNames.ofDump(found.heap(), onPaths.toArray(), onPaths::contains, task));
    }

    /** Returns what probably leaks; of two dumps or more their pasts must be kept. */
    public Suspects suspects(Retained retained, SuspectOptions options, Task task) {
        return dumps.size() == 1 ? Suspects.of(last, retained, options, task)
            : Suspects.of(diff(task), earlier.stream().map(EarlierDump::past).collect(Collectors.toList()), retained,
                options, task);
    }
}
