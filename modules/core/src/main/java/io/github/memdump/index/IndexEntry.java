package io.github.memdump.index;

import java.nio.file.Path;
import java.time.Instant;

/** One index of the cache. Immutable. */
public final class IndexEntry {
    private final Path file;
    private final String dump;
    private final long bytes;
    private final Instant lastUsed;
    private final boolean current;

    IndexEntry(Path file, String dump, long bytes, Instant lastUsed, boolean current) {
        this.file = file;
        this.dump = dump;
        this.bytes = bytes;
        this.lastUsed = lastUsed;
        this.current = current;
    }

    /** Returns the file of the index. */
    public Path file() {
        return file;
    }

    /** Returns the path of the dump, empty where the index is damaged. */
    public String dump() {
        return dump;
    }

    /** Returns how many bytes the index takes. */
    public long bytes() {
        return bytes;
    }

    /** Returns when the index was made or last used. */
    public Instant lastUsed() {
        return lastUsed;
    }

    /** Returns whether this program made it and, by size and times, the dump is still the one that it is of. */
    public boolean isCurrent() {
        return current;
    }
}
