package io.github.memdump.gephi.workspace;

import io.github.memdump.analysis.DumpSummary;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Growth;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.WalkBarrier;
import io.github.memdump.analysis.suspect.EarlierHeap;
import io.github.memdump.analysis.suspect.SuspectOptions;
import io.github.memdump.analysis.suspect.Suspects;
import io.github.memdump.dump.DumpException;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapIdentities;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.index.IndexCache;
import io.github.memdump.index.IndexedLoader;
import io.github.memdump.task.CancelledException;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Heaps that are in memory, so that workspaces of the same dumps share them. Holds them weakly: a heap lives as long
 * as a {@link WorkspaceHeap} or a running task needs it. Of an earlier dump that is only compared with, the identities
 * are read and nothing else. Thread-safe: one task at a time loads, which may take minutes; what is in memory others
 * have at once.
 */
public final class Heaps {
    private static final int PAUSE_MILLIS = 100;
    private static final Heaps SHARED = new Heaps(Runtime.getRuntime().maxMemory());

    private final Map<DumpFile, WeakReference<Heap>> heaps = new HashMap<>();
    private final Map<List<DumpFile>, WeakReference<Findings>> findings = new HashMap<>();
    private final Map<List<DumpFile>, WeakReference<Findings>> plainFindings = new HashMap<>();

    private final ReentrantLock loading = new ReentrantLock();
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
    public Findings findings(Recipe recipe, List<DumpFile> dumps, Task task) throws DumpException {
        return findings(dumps, recipe.asks(Recipe.Option.PLAIN_REFERENCES),
            recipe.subject() == Recipe.Subject.SUSPECTS && dumps.size() > 1, task);
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
    public Findings findings(List<DumpFile> dumps, Task task) throws DumpException {
        return findings(dumps, false, false, task);
    }

    private Findings findings(List<DumpFile> dumps, boolean plain, boolean suspecting, Task task)
            throws DumpException {
        Optional<Findings> known = known(dumps, plain).filter(found -> !suspecting || found.suspects().isPresent());
        if (known.isPresent()) {
            return known.get();
        }
        begin(task);
        try {
            known = known(dumps, plain);
            if (known.isPresent() && (!suspecting || known.get().suspects().isPresent())) {
                return known.get();
            }
            Findings found = known.isPresent()
                ? suspecting(known.get(), EarlierHeap.of(load(dumps.get(0), plain, task), task), task)
                : find(dumps, plain, suspecting, task);
            synchronized (this) {
                (plain ? plainFindings : findings).put(List.copyOf(dumps), new WeakReference<>(found));
            }
            return found;
        } finally {
            loading.unlock();
        }
    }

    /** One at a time, since memory is measured before; whoever waits can be cancelled. */
    private void begin(Task task) {
        try {
            while (!loading.tryLock(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                task.done(0);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    private synchronized Optional<Findings> known(List<DumpFile> dumps, boolean plain) {
        sweep();
        return Optional.ofNullable(alive((plain ? plainFindings : findings).get(dumps)));
    }

    private Findings find(List<DumpFile> dumps, boolean plain, boolean suspecting, Task task)
            throws DumpException {
        requireRoom(dumps);
        DumpFile last = dumps.get(dumps.size() - 1);
        if (dumps.size() == 1) {
            return Findings.of(load(last, plain, task)).distances(task).retained(task).build();
        }
        Optional<EarlierHeap> past = Optional.empty();
        Findings found;
        if (dumps.size() > 2) {
            List<DumpSummary> earlier = new ArrayList<>();
            HeapIdentities first = null;
            for (DumpFile dump : dumps.subList(0, dumps.size() - 1)) {
                Heap heap = load(dump, plain, task);
                if (first == null) {
                    first = heap.identities();
                    past = suspecting ? Optional.of(EarlierHeap.of(heap, task)) : past;
                }
                earlier.add(DumpSummary.of(heap));
            }
            found = Findings.ofGrowth(first, Growth.of(earlier, load(last, plain, task), task), task);
        } else {
            Heap after = load(last, plain, task);
            HeapIdentities before;
            if (suspecting) {
                Heap whole = load(dumps.get(0), plain, task);
                past = Optional.of(EarlierHeap.of(whole, task));
                before = whole.identities();
            } else {
                before = identitiesOf(dumps.get(0), task);
            }
            found = Findings.ofLeak(HeapDiff.between(before, after, task), WalkBarrier.NONE, task);
        }
        return past.isPresent() ? suspecting(found, past.get(), task) : found;
    }

    private static Findings suspecting(Findings found, EarlierHeap past, Task task) {
        return found.suspecting(Suspects.of(found.diff().orElseThrow(), past, found.retained().orElseThrow(),
            SuspectOptions.OF_GROWTH, task));
    }

    /** What is in memory and no longer needed may still be there: it goes before anything is refused. */
    private void requireRoom(List<DumpFile> dumps) throws DumpException {
        List<Path> missing = new ArrayList<>();
        for (DumpFile dump : dumps) {
            if (inMemory(dump).isEmpty()) {
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
            loaded();
            MemoryNeeded.require(missing, memoryLimit - inUse());
        }
    }

    private synchronized long inUse() {
        return heaps.values().stream().map(Heaps::alive).filter(Objects::nonNull)
            .mapToLong(MemoryNeeded::of).sum();
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
    public Heap heap(DumpFile dump, Task task) throws DumpException {
        Optional<Heap> known = inMemory(dump);
        if (known.isPresent()) {
            return known.get();
        }
        begin(task);
        try {
            return load(dump, task);
        } finally {
            loading.unlock();
        }
    }

    /**
     * Returns which objects a dump has, of its heap if that is in memory.
     *
     * @throws DumpException                             if the dump cannot be read
     * @throws io.github.memdump.task.CancelledException if the task is cancelled
     */
    HeapIdentities identities(DumpFile dump, Task task) throws DumpException {
        begin(task);
        try {
            return identitiesOf(dump, task);
        } finally {
            loading.unlock();
        }
    }

    private synchronized Optional<Heap> inMemory(DumpFile dump) {
        return Optional.ofNullable(alive(heaps.get(dump)));
    }

    private Heap load(DumpFile dump, Task task) throws DumpException {
        Optional<Heap> known = inMemory(dump);
        if (known.isPresent()) {
            return known.get();
        }
        requireRoom(List.of(dump));
        Heap heap = loader().load(DumpInput.of(dump.path()), task);
        synchronized (this) {
            heaps.put(dump, new WeakReference<>(heap));
        }
        return heap;
    }

    private Heap load(DumpFile dump, boolean plain, Task task) throws DumpException {
        Heap heap = load(dump, task);
        return plain ? heap.overPlainReferences() : heap;
    }

    private HeapIdentities identitiesOf(DumpFile dump, Task task) throws DumpException {
        Optional<Heap> known = inMemory(dump);
        return known.isPresent() ? known.get().identities()
            : loader().loadIdentities(DumpInput.of(dump.path()), task);
    }

    /** Not closed: Gephi goes on while the index is written. */
    private static IndexedLoader loader() {
        return IndexedLoader.of(HeapLoader.lenient(), Boolean.getBoolean("memdump.no_index") ? Optional.empty()
            : IndexCache.ofUser());
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
