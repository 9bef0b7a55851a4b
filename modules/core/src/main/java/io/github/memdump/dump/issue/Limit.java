package io.github.memdump.dump.issue;

import java.util.Locale;

/** What is limited when a dump is read. {@link DumpLimits} holds how much of it is accepted. */
public enum Limit {
    /** Bytes of one line; a longer one is skipped. The longest met in a real dump: 8.4 MB. */
    LINE_BYTES(1 << 30, 16, Integer.MAX_VALUE - 1024),
    /** Objects and arrays within each other in one record, itself included; Ruby writes two. */
    NESTING(64, 2, 1_000_000),
    /** Characters (UTF-16) kept of a file, method, class or root name; what is longer is cut. */
    KEPT_CHARACTERS(4096, 16, 1 << 20),
    /** Entries in the {@code references} of one record; what is more is left out. */
    REFERENCES_PER_OBJECT(100_000_000, 0, 2_000_000_000),
    /** Objects of one dump, ROOT objects included; one more and it is not read. */
    OBJECTS(200_000_000, 1, 2_000_000_000);

    private final int usual;
    private final int least;
    private final int most;

    Limit(int usual, int least, int most) {
        this.usual = usual;
        this.least = least;
        this.most = most;
    }

    /** Returns the limit unless another is given. */
    public int usual() {
        return usual;
    }

    /** Returns the smallest value that makes sense. */
    public int least() {
        return least;
    }

    /** Returns the largest value that the engine can keep to. */
    public int most() {
        return most;
    }

    /** Returns the name used on the command line: lower case with hyphens. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns how to have more accepted, in words, to stand behind a message about the limit. */
    public String advice() {
        return String.format(Locale.ROOT, "--limit %s=N accepts more than the usual %,d", key(), usual);
    }
}
