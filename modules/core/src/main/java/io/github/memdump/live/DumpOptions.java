package io.github.memdump.live;

/** How a process dumps itself. Immutable. */
public final class DumpOptions {
    private final boolean garbage;
    private final boolean full;
    private final boolean gzip;
    private final boolean replace;
    private final boolean copy;
    private final boolean names;

    private DumpOptions(boolean garbage, boolean full, boolean gzip, boolean replace, boolean copy, boolean names) {
        this.garbage = garbage;
        this.full = full;
        this.gzip = gzip;
        this.replace = replace;
        this.copy = copy;
        this.names = names;
    }

    /**
     * Returns the usual way: garbage collected first, live objects alone, written by a copy of the process where there
     * is room for one, with the names that it knows, as text, over no file that is there.
     */
    public static DumpOptions usual() {
        return new DumpOptions(true, false, false, false, true, true);
    }

    /** Returns the same without collecting garbage first; what nobody holds any more is then in the dump too. */
    public DumpOptions withGarbage() {
        return new DumpOptions(false, full, gzip, replace, copy, names);
    }

    /** Returns the same with empty slots and internal objects too ({@code full: true}). */
    public DumpOptions full() {
        return new DumpOptions(garbage, true, gzip, replace, copy, names);
    }

    /** Returns the same compressed while it is written. */
    public DumpOptions compressed() {
        return new DumpOptions(garbage, full, true, replace, copy, names);
    }

    /** Returns the same over a file that is there. */
    public DumpOptions replacing() {
        return new DumpOptions(garbage, full, gzip, true, copy, names);
    }

    /** Returns the same written by the process itself, which stands still meanwhile. */
    public DumpOptions withoutFork() {
        return new DumpOptions(garbage, full, gzip, replace, false, names);
    }

    /** Returns the same without what only the process knows of names. */
    public DumpOptions withoutNames() {
        return new DumpOptions(garbage, full, gzip, replace, copy, false);
    }

    boolean compresses() {
        return gzip;
    }

    boolean replaces() {
        return replace;
    }

    boolean forks() {
        return copy;
    }

    /** Returns the request to an agent. */
    String request() {
        return "dump" + (garbage ? " gc" : "") + (full ? " full" : "") + (copy ? " fork" : "")
            + (names ? "" : " no-names");
    }
}
