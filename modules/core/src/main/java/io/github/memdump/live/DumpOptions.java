package io.github.memdump.live;

/** How a process dumps itself. Immutable. */
public final class DumpOptions {
    private final boolean garbage;
    private final boolean full;
    private final boolean gzip;
    private final boolean replace;

    private DumpOptions(boolean garbage, boolean full, boolean gzip, boolean replace) {
        this.garbage = garbage;
        this.full = full;
        this.gzip = gzip;
        this.replace = replace;
    }

    /** Returns the usual way: garbage collected first, live objects alone, as text, over no file that is there. */
    public static DumpOptions usual() {
        return new DumpOptions(true, false, false, false);
    }

    /** Returns the same without collecting garbage first; what nobody holds any more is then in the dump too. */
    public DumpOptions withGarbage() {
        return new DumpOptions(false, full, gzip, replace);
    }

    /** Returns the same with empty slots and internal objects too ({@code full: true}). */
    public DumpOptions full() {
        return new DumpOptions(garbage, true, gzip, replace);
    }

    /** Returns the same compressed while it is written, by a second process of the same Ruby. */
    public DumpOptions compressed() {
        return new DumpOptions(garbage, full, true, replace);
    }

    /** Returns the same over a file that is there. */
    public DumpOptions replacing() {
        return new DumpOptions(garbage, full, gzip, true);
    }

    boolean collectsGarbage() {
        return garbage;
    }

    boolean isFull() {
        return full;
    }

    boolean compresses() {
        return gzip;
    }

    boolean replaces() {
        return replace;
    }
}
