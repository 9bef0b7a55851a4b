package io.github.memdump.index;

import io.github.memdump.analysis.Grouping;
import io.github.memdump.array.NamedArrays;
import io.github.memdump.dump.DumpException;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.dump.FileState;
import io.github.memdump.dump.issue.IssueKind;
import io.github.memdump.dump.issue.Issues;
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
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

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
    private final Supplier<OptionalLong> engine;
    private final long worthwhileBytes;
    private final Consumer<String> notes;
    private final List<Thread> writers;

    private IndexedLoader(HeapLoader loader, Optional<IndexCache> cache, Supplier<OptionalLong> engine,
        long worthwhileBytes, Consumer<String> notes) {
        this.loader = loader;
        this.cache = cache;
        this.engine = engine;
        this.worthwhileBytes = worthwhileBytes;
        this.notes = notes;
        this.writers = new ArrayList<>();
    }

    /** Returns the loader that uses a cache; without one it does what the other loader does. */
    public static IndexedLoader of(HeapLoader loader, Optional<IndexCache> cache) {
        return new IndexedLoader(loader, cache, EngineVersion::current, WORTHWHILE_BYTES, note -> { });
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
        return new IndexedLoader(loader, cache, () -> OptionalLong.of(otherEngine), worthwhileBytes, notes);
    }

    /** Loads a dump; see {@link HeapLoader#load}. */
    public Heap load(DumpInput input, Task task) throws DumpException {
        Optional<FileStamp> dump = stamp(input);
        return dump.isEmpty() ? loader.load(input, task) : load(Content.HEAP, dump.get(), input, task);
    }

    /**
     * Loads only which objects a dump has, out of the index of the heap where there is one; see
     * {@link HeapLoader#loadIdentities}. What it keeps itself is a smaller index.
     */
    public HeapIdentities loadIdentities(DumpInput input, Task task) throws DumpException {
        Optional<FileStamp> dump = stamp(input);
        if (dump.isEmpty()) {
            return loader.loadIdentities(input, task);
        }
        Optional<Heap> heap = open(Content.HEAP, dump.get(), input, task);
        return heap.isPresent() ? heap.get().identities() : load(Content.IDENTITIES, dump.get(), input, task);
    }

    /**
     * Returns what is to be said of a dump as a whole, out of the index of the heap where that has it: then the heap
     * is not loaded, and time and memory do not depend on it.
     */
    public Overview overview(DumpInput input, Grouping grouping, Task task) throws DumpException {
        Optional<FileStamp> dump = stamp(input);
        Optional<Overview> kept = dump.isEmpty() ? Optional.empty()
            : open(Content.HEAP.loading(loader), dump.get(), input, task, name -> Overview.isMadeOf(grouping, name),
                (arrays, state) -> Overview.from(arrays, grouping, input.name(), state)
                    .filter(found -> isAsWanted(found.facts().issues())));
        return kept.isPresent() ? kept.get() : Overview.of(load(input, task), grouping);
    }

    private <T> T load(Content<T> content, FileStamp dump, DumpInput input, Task task) throws DumpException {
        Optional<T> known = open(content, dump, input, task);
        if (known.isPresent()) {
            return known.get();
        }
        Instant begin = Instant.now();
        T read = content.read(loader, input, task);
        if (content.bytes(read, input) >= worthwhileBytes && isFinal(content.issues(read))
            && engine.get().isPresent()) {
            if (dump.isSettledAt(begin) && stamp(input).filter(dump::equals).isPresent()) {
                write(content, read, dump);
            } else {
                notes.accept("no index of " + input.name() + ": it was written to just now");
            }
        }
        return read;
    }

    private Optional<FileStamp> stamp(DumpInput input) {
        return cache.isPresent() ? input.file().flatMap(FileStamp::of) : Optional.empty();
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

    private <T> Optional<T> open(Content<T> content, FileStamp dump, DumpInput input, Task task) {
        return open(content.loading(loader), dump, input, task, name -> true, (arrays, state) ->
            Optional.of(content.from(arrays, input.name(), state)).filter(kept -> isAsWanted(content.issues(kept))));
    }

    /** Returns whether a dump with such damage is to be had from an index: reading tells strict users which line. */
    private boolean isAsWanted(Issues issues) {
        return !loader.isStrict() || issues.total() == 0;
    }

    private <T> Optional<T> open(String loading, FileStamp dump, DumpInput input, Task task, Predicate<String> names,
            BiFunction<NamedArrays, FileState, Optional<T>> from) {
        Path place = cache.orElseThrow().place(dump, loading);
        try (IndexFile index = IndexFile.open(place)) {
            IndexFormat.require(engine.get().equals(OptionalLong.of(index.engine())),
                "another version of this program made it");
            Directory directory = index.directory();
            IndexFormat.require(directory.loading.equals(loading), "the dump was loaded otherwise");
            Path file = input.file().orElseThrow();
            FileState state = new FileState(file);
            IndexFormat.require(directory.dump.equals(dump) && FileStamp.of(file).equals(Optional.of(dump)),
                "the dump has changed");
            IndexFormat.require(directory.samples == Samples.checksum(file, dump.size()),
                "the dump has other content");
            task.phase("Opening the index of " + input.name(), index.bytes(names));
            Optional<T> kept = from.apply(index.arrays(names, task), state);
            if (kept.isPresent()) {
                IndexCache.touch(place);
            }
            return kept;
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (CancelledException cancelled) {
            throw cancelled;
        } catch (IOException | RuntimeException unusable) {
            notes.accept("the index of " + input.name() + " is not used: " + unusable.getMessage());
            return Optional.empty();
        }
    }

    private <T> void write(Content<T> content, T read, FileStamp dump) {
        Thread writer = new Thread(() -> {
            try {
                NamedArrays arrays = NamedArrays.empty();
                content.put(read, arrays);
                int samples = Samples.checksum(Path.of(dump.path()), dump.size());
                Directory directory = new Directory(dump, samples, content.loading(loader), List.of());
                Path place = cache.orElseThrow().place(dump, directory.loading);
                cache.get().make();
                cache.get().makeRoom(IndexWriter.bytes(directory, arrays), place);
                IndexWriter.write(place, directory, engine.get().getAsLong(), arrays);
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
