package io.github.memdump.gephi.heap;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.suspect.Suspects;
import io.github.memdump.dump.DumpException;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapIdentities;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.index.IndexCache;
import io.github.memdump.index.IndexedLoader;
import io.github.memdump.investigation.EarlierDump;
import io.github.memdump.investigation.Investigation;
import io.github.memdump.task.CancelledException;
import io.github.memdump.task.Task;
import io.github.memdump.view.Recipe;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

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
        Optional<Findings> known = known(dumps, plain)
            .filter(found -> !suspecting || found.found(Suspects.class).isPresent());
        if (known.isPresent()) {
            return known.get();
        }
        begin(task);
        try {
            known = known(dumps, plain);
            if (known.isPresent() && (!suspecting || known.get().found(Suspects.class).isPresent())) {
                return known.get();
            }
            Findings found = find(dumps, plain, suspecting, task);
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
        Set<EarlierDump.Detail> details = EnumSet.noneOf(EarlierDump.Detail.class);
        if (dumps.size() > 2) {
            details.add(EarlierDump.Detail.SUMMARY);
        }
        if (suspecting) {
            details.add(EarlierDump.Detail.PAST);
        }
        try {
            // A recipe names its dumps in an order; a caveat says where they contradict it.
            Investigation<Loaded> found = Investigation.asGiven(dumps.stream().map(dump -> new Loaded(dump, plain))
                .collect(Collectors.toList()), details, task);
            Findings findings = found.findings(task);
            return suspecting ? found.suspecting(findings, task) : findings;
        } catch (DumpException failed) {
            throw failed;
        } catch (IOException failed) {
            throw new DumpException(failed.getMessage(), failed);
        }
    }

    /** A dump that is read unless its heap is in memory. */
    private final class Loaded implements Investigation.Source {
        private final DumpFile dump;
        private final boolean plain;

        Loaded(DumpFile dump, boolean plain) {
            this.dump = dump;
            this.plain = plain;
        }

        @Override
        public Heap heap(Task task) throws DumpException {
            return load(dump, plain, task);
        }

        @Override
        public HeapIdentities identities(Task task) throws DumpException {
            Optional<Heap> known = inMemory(dump);
            return known.isPresent() ? known.get().identities()
                : loader().loadIdentities(DumpInput.of(dump.path()), task);
        }

        @Override
        public boolean isSame(Investigation.Source other) {
            return dump.equals(((Loaded) other).dump);
        }
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
            Optional<Heap> known = inMemory(dump);
            return known.isPresent() ? known.get().identities()
                : loader().loadIdentities(DumpInput.of(dump.path()), task);
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
