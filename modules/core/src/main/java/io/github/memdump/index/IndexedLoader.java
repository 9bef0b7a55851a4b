package io.github.memdump.index;

import io.github.memdump.array.NamedArrays;
import io.github.memdump.dump.DumpException;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.dump.IssueKind;
import io.github.memdump.dump.Issues;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapIdentities;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.task.CancelledException;
import io.github.memdump.task.Task;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Loads dumps as a {@link HeapLoader} does, with the same result, but takes the heap from an index where there is one
 * of this very dump, and keeps one, beside whatever the caller goes on to do, where there is none. Standard input and
 * small dumps have no index. Whatever is wrong with an index or the cache costs time only. Thread-safe.
 *
 * <pre>{@code
 * try (IndexedLoader loader = IndexedLoader.of(HeapLoader.lenient(), IndexCache.ofUser())) {
 *     Heap heap = loader.load(DumpInput.of(path), task);
 *     …
 * } // waits until the index is written
 * }</pre>
 */
public final class IndexedLoader implements AutoCloseable {
    /** Dumps of fewer bytes are read again about as fast. */
    public static final long WORTHWHILE_BYTES = 16L << 20;

    private final HeapLoader loader;
    private final Optional<IndexCache> cache;
    private final OptionalLong engine;
    private final long worthwhileBytes;
    private final Consumer<String> notes;
    private final List<Thread> writers;

    private IndexedLoader(HeapLoader loader, Optional<IndexCache> cache, OptionalLong engine, long worthwhileBytes,
        Consumer<String> notes) {
        this.loader = loader;
        this.cache = cache;
        this.engine = engine;
        this.worthwhileBytes = worthwhileBytes;
        this.notes = notes;
        this.writers = new ArrayList<>();
    }

    /** Returns the loader that uses a cache; without one it does what the other loader does. */
    public static IndexedLoader of(HeapLoader loader, Optional<IndexCache> cache) {
        return new IndexedLoader(loader, cache, EngineVersion.current(), WORTHWHILE_BYTES, note -> { });
    }

    /** Returns this loader, keeping indexes of dumps from so many (decompressed) bytes on. */
    public IndexedLoader fromBytes(long bytes) {
        return new IndexedLoader(loader, cache, engine, bytes, notes);
    }

    /** Returns this loader, telling in words, from any thread, why an index was not used or not kept. */
    public IndexedLoader telling(Consumer<String> listener) {
        return new IndexedLoader(loader, cache, engine, worthwhileBytes, listener);
    }

    /** Returns this loader as if another version of the program used it. */
    IndexedLoader by(long otherEngine) {
        return new IndexedLoader(loader, cache, OptionalLong.of(otherEngine), worthwhileBytes, notes);
    }

    /** Loads a dump; see {@link HeapLoader#load}. */
    public Heap load(DumpInput input, Task task) throws DumpException {
        Optional<FileStamp> dump = stamp(input);
        if (dump.isEmpty()) {
            return loader.load(input, task);
        }
        Path place = place(dump.get());
        Optional<Heap> known = open(place, dump.get(), input, task);
        if (known.isPresent()) {
            return known.get();
        }
        Instant begin = Instant.now();
        Heap heap = loader.load(input, task);
        if (heap.facts().bytes() >= worthwhileBytes && isFinal(heap.facts().issues())) {
            if (dump.get().isSettledAt(begin) && dump.equals(FileStamp.of(input.file().orElseThrow()))) {
                write(place, dump.get(), heap);
            } else {
                notes.accept("no index of " + input.name() + ": it was written to just now");
            }
        }
        return heap;
    }

    /** Loads only which objects a dump has; see {@link HeapLoader#loadIdentities}. This keeps no index. */
    public HeapIdentities loadIdentities(DumpInput input, Task task) throws DumpException {
        Optional<FileStamp> dump = stamp(input);
        Optional<Heap> known = dump.isEmpty() ? Optional.empty() : open(place(dump.get()), dump.get(), input, task);
        return known.isPresent() ? known.get().identities() : loader.loadIdentities(input, task);
    }

    private Optional<FileStamp> stamp(DumpInput input) {
        return cache.isPresent() && engine.isPresent() ? input.file().flatMap(FileStamp::of) : Optional.empty();
    }

    private Path place(FileStamp dump) {
        return cache.orElseThrow().place(dump, loader.limits().toString());
    }

    /** Waits until all indexes are written. */
    @Override
    public void close() {
        List<Thread> all;
        synchronized (writers) {
            all = new ArrayList<>(writers);
        }
        try {
            for (Thread writer : all) {
                writer.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns whether the next reading, by a process with more memory or of a finished file, would say the same. */
    private static boolean isFinal(Issues issues) {
        return !issues.counts().containsKey(IssueKind.LINE_TOO_LONG)
            && !issues.counts().containsKey(IssueKind.LINE_BEYOND_MEMORY)
            && !issues.counts().containsKey(IssueKind.CHANGED_WHILE_READ);
    }

    private Optional<Heap> open(Path place, FileStamp dump, DumpInput input, Task task) {
        try (IndexFile index = IndexFile.open(place, engine.getAsLong())) {
            Directory directory = index.directory();
            IndexFormat.require(directory.limits.equals(loader.limits().toString()), "it was made within other limits");
            IndexFormat.require(directory.dump.equals(dump), "the dump has changed");
            IndexFormat.require(directory.samples == Samples.checksum(input.file().orElseThrow(), dump.size()),
                "the dump has other content");
            task.phase("Opening the index of " + input.name(), index.bytes());
            Heap heap = Heap.from(index.arrays(task), input.name());
            if (loader.isStrict() && heap.facts().issues().total() > 0) {
                // Reading it says which line is damaged, as it does without an index.
                return Optional.empty();
            }
            IndexCache.touch(place);
            return Optional.of(heap);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (CancelledException cancelled) {
            throw cancelled;
        } catch (IOException | RuntimeException unusable) {
            notes.accept("the index of " + input.name() + " is not used: " + unusable.getMessage());
            return Optional.empty();
        }
    }

    private void write(Path place, FileStamp dump, Heap heap) {
        Thread writer = new Thread(() -> {
            try {
                NamedArrays arrays = NamedArrays.empty();
                heap.putInto(arrays);
                int samples = Samples.checksum(Path.of(dump.path()), dump.size());
                Directory directory = new Directory(dump, samples, loader.limits().toString(), List.of());
                cache.orElseThrow().make();
                cache.get().makeRoom(IndexWriter.bytes(directory, arrays), place);
                IndexWriter.write(place, directory, engine.getAsLong(), arrays);
            } catch (IOException | RuntimeException | OutOfMemoryError failed) {
                notes.accept("no index of " + dump.path() + " is kept: " + failed.getMessage());
            } finally {
                synchronized (writers) {
                    writers.remove(Thread.currentThread());
                }
            }
        }, "memdump-index-writer");
        writer.setDaemon(true);
        synchronized (writers) {
            writers.add(writer);
        }
        writer.start();
    }
}
