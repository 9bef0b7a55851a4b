package io.github.memdump.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.memdump.analysis.Grouping;
import io.github.memdump.dump.DumpException;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapIdentities;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens dumps with an index in a folder of a test's own, however small they are, and tells how that went. */
final class Opening {
    final IndexCache cache;
    final List<String> notes = Collections.synchronizedList(new ArrayList<>());
    private final List<String> phases = Collections.synchronizedList(new ArrayList<>());

    Opening(Path folder) {
        this.cache = IndexCache.in(folder);
    }

    IndexedLoader loader(HeapLoader loader) {
        return IndexedLoader.of(loader, Optional.of(cache)).fromBytes(0).telling(notes::add);
    }

    /** Opens a dump leniently and waits until its index is written. */
    Heap open(Path dump) throws DumpException {
        return open(dump, loader(HeapLoader.lenient()));
    }

    /** Opens a dump with a loader, which is then closed. */
    Heap open(Path dump, IndexedLoader loader) throws DumpException {
        try (loader) {
            return loader.load(DumpInput.of(dump), watched());
        }
    }

    /** Returns the overview of a dump by a loader, which is then closed. */
    Overview overview(Path dump, Grouping grouping, IndexedLoader loader) throws DumpException {
        try (loader) {
            return loader.overview(DumpInput.of(dump), grouping, watched());
        }
    }

    /** Opens a dump leniently for its identities alone. */
    HeapIdentities openIdentities(Path dump) throws DumpException {
        try (IndexedLoader loader = loader(HeapLoader.lenient())) {
            return loader.loadIdentities(DumpInput.of(dump), watched());
        }
    }

    private Task watched() {
        phases.clear();
        return new Task() {
            @Override
            public void phase(String name, long total) {
                phases.add(name);
            }

            @Override
            public void done(long steps) {
            }
        };
    }

    /** Returns whether the dump itself was read the last time. */
    boolean hasReadTheDump() {
        return phases.stream().anyMatch(phase -> phase.startsWith("Reading "));
    }

    Path onlyIndex() throws IOException {
        List<IndexEntry> entries = cache.entries();
        assertEquals(1, entries.size(), notes.toString());
        return entries.get(0).file();
    }

    /** Makes a file look as if it had been written an hour ago. */
    static Path settled(Path dump) throws IOException {
        return Files.setLastModifiedTime(dump, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    }

    static void assertSame(Object expected, Object actual, String message) {
        try {
            Map<String, Object> leaves = HeapParts.of(expected).leaves();
            Map<String, Object> others = HeapParts.of(actual).leaves();
            assertEquals(leaves.keySet(), others.keySet(), message);
            leaves.forEach((name, value) -> assertEquals(value, others.get(name), () -> message + ": " + name));
        } catch (IllegalAccessException closed) {
            throw new IllegalStateException(closed);
        }
    }
}
