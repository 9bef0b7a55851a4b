package io.github.memdump.live.watch;

/** How many dumps a watch takes, how many it keeps, and how much of the disk they may have. Immutable. */
public final class WatchBounds {
    private final int most;
    private final int kept;
    private final long bytes;

    private WatchBounds(int most, int kept, long bytes) {
        this.most = most;
        this.kept = kept;
        this.bytes = bytes;
    }

    /**
     * Returns bounds.
     *
     * @param most  after how many dumps the watch ends, 1 at least
     * @param kept  how many files are kept, the first among them, 2 at least
     * @param bytes how many bytes they may take together, 1 at least
     * @throws IllegalArgumentException if one is less
     */
    public static WatchBounds of(int most, int kept, long bytes) {
        if (most < 1 || kept < 2 || bytes < 1) {
            throw new IllegalArgumentException(most + " " + kept + " " + bytes);
        }
        return new WatchBounds(most, kept, bytes);
    }

    int most() {
        return most;
    }

    int kept() {
        return kept;
    }

    long bytes() {
        return bytes;
    }
}
