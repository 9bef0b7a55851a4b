package io.github.memdump.gephi.workspace;

import io.github.memdump.analysis.DumpSummary;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Growth;
import io.github.memdump.analysis.suspect.Past;
import io.github.memdump.analysis.suspect.SuspectOptions;
import io.github.memdump.analysis.suspect.Suspects;
import io.github.memdump.dump.DumpException;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapIdentities;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.index.IndexCache;
import io.github.memdump.index.IndexedLoader;
import io.github.memdump.task.Task;
import io.github.memdump.view.Recipe;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Heaps that are in memory, so that workspaces of the same dumps share them. Holds them weakly: a heap lives as long
 * as a {@link WorkspaceHeap} or a running task needs it. Thread-safe; loads one dump at a time.
 */
public final class Heaps {
    private static final Heaps SHARED = new Heaps(Runtime.getRuntime().maxMemory());

    private final Map<DumpFile, WeakReference<Heap>> heaps = new HashMap<>();
    private final Map<List<DumpFile>, WeakReference<Findings>> findings = new HashMap<>();
    /** Findings over plain references. */
    private final Map<List<DumpFile>, WeakReference<Findings>> plainFindings = new HashMap<>();

    private final long memoryLimit;

    /** Makes room for heaps of so many bytes in all. */
    Heaps(long memoryLimit) {
        this.memoryLimit = memoryLimit;
    }

    /** Returns the heaps of this Gephi. */
    public static Heaps shared() {
        return SHARED;
    }

    /**
     * Returns what a recipe needs to be known of its dumps, loading what is not in memory.
     *
     * @throws DumpException                             if a dump cannot be read
     * @throws io.github.memdump.task.CancelledException if the task is cancelled
     */
    public synchronized Findings findings(Recipe recipe, List<DumpFile> dumps, Task task) throws DumpException {
        boolean plain = recipe.asks(Recipe.Option.PLAIN_REFERENCES);
        Findings found = findings(dumps, plain, task);
        if (recipe.subject() != Recipe.Subject.SUSPECTS || dumps.size() < 2 || found.suspects().isPresent()) {
            return found;
        }
        Past past = Past.of(heap(dumps.get(0), plain, task), task);
        Findings suspecting = found.suspecting(Suspects.of(found.diff().orElseThrow(), past,
            found.retained().orElseThrow(), SuspectOptions.OF_GROWTH, task));
        keep(dumps, plain, suspecting);
        return suspecting;
    }

    /**
     * Returns what there is to be found about one dump, about what came between two, or about growth over more.
     *
     * @param dumps one dump, or the one before and the one after, or more in the order in which they were made; of
     *              more only the last stays in memory, of the others a few bytes per object
     * @throws DumpException                             if a dump cannot be read, or if there is no room for the heaps,
     *                                                   which is known before the first is loaded
     * @throws io.github.memdump.task.CancelledException if the task is cancelled
     */
    public synchronized Findings findings(List<DumpFile> dumps, Task task) throws DumpException {
        return findings(dumps, false, task);
    }

    private Findings findings(List<DumpFile> dumps, boolean plain, Task task) throws DumpException {
        sweep();
        Findings known = alive((plain ? plainFindings : findings).get(dumps));
        if (known != null) {
            return known;
        }
        requireRoom(dumps);
        if (dumps.size() > 2) {
            return keep(dumps, plain, grown(dumps, plain, task));
        }
        Heap after = heap(dumps.get(dumps.size() - 1), plain, task);
        return keep(dumps, plain, dumps.size() > 1 ? Findings.ofLeak(heap(dumps.get(0), task), after, task)
            : Findings.of(after).distances(task).retained(task).build());
    }

    private Findings keep(List<DumpFile> dumps, boolean plain, Findings found) {
        (plain ? plainFindings : findings).put(List.copyOf(dumps), new WeakReference<>(found));
        return found;
    }

    private Heap heap(DumpFile dump, boolean plain, Task task) throws DumpException {
        Heap heap = heap(dump, task);
        return plain ? heap.overPlainReferences() : heap;
    }

    /** What is in memory and no longer needed may still be there: it goes before anything is refused. */
    private void requireRoom(List<DumpFile> dumps) throws DumpException {
        List<Path> missing = new ArrayList<>();
        for (DumpFile dump : dumps) {
            if (alive(heaps.get(dump)) == null) {
                missing.add(dump.path());
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        try {
            MemoryNeeded.require(missing, memoryLimit - inUse());
        } catch (DumpException tooMuch) {
            System.gc();
            sweep();
            MemoryNeeded.require(missing, memoryLimit - inUse());
        }
    }

    private long inUse() {
        return heaps.values().stream().map(Heaps::alive).filter(Objects::nonNull)
            .mapToLong(MemoryNeeded::of).sum();
    }

    private Findings grown(List<DumpFile> dumps, boolean plain, Task task) throws DumpException {
        List<DumpSummary> earlier = new ArrayList<>();
        HeapIdentities first = null;
        for (DumpFile dump : dumps.subList(0, dumps.size() - 1)) {
            Heap heap = heap(dump, task);
            first = first == null ? heap.identities() : first;
            earlier.add(DumpSummary.of(heap));
        }
        return Findings.ofGrowth(first, Growth.of(earlier, heap(dumps.get(dumps.size() - 1), plain, task), task),
            task);
    }

    /** Returns how many heaps are in memory. */
    public synchronized int loaded() {
        sweep();
        return heaps.size();
    }

    /**
     * Returns the heap of a dump, loading it if it is not in memory.
     *
     * @throws DumpException                             if the dump cannot be read, or there is no room for its heap
     * @throws io.github.memdump.task.CancelledException if the task is cancelled
     */
    public synchronized Heap heap(DumpFile dump, Task task) throws DumpException {
        Heap known = alive(heaps.get(dump));
        if (known != null) {
            return known;
        }
        requireRoom(List.of(dump));
        // Not closed: Gephi goes on while the index is written.
        Heap heap = IndexedLoader.of(HeapLoader.lenient(), Boolean.getBoolean("memdump.no_index") ? Optional.empty()
            : IndexCache.ofUser()).load(DumpInput.of(dump.path()), task);
        heaps.put(dump, new WeakReference<>(heap));
        return heap;
    }

    private void sweep() {
        heaps.values().removeIf(heap -> heap.get() == null);
        findings.values().removeIf(found -> found.get() == null);
        plainFindings.values().removeIf(found -> found.get() == null);
    }

    private static <T> T alive(WeakReference<T> reference) {
        return reference == null ? null : reference.get();
    }
}
