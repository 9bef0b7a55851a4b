package io.github.memdump.dump.issue;

/** One damaged place of a dump. Immutable. */
public final class Issue {
    private final IssueKind kind;
    private final long line;
    private final long offset;

    /** Makes an issue of a kind at a line (counted from 1) that begins at a byte offset (counted from 0). */
    public Issue(IssueKind kind, long line, long offset) {
        this.kind = kind;
        this.line = line;
        this.offset = offset;
    }

    /** Returns what is wrong. */
    public IssueKind kind() {
        return kind;
    }

    /** Returns the number of the line in the (decompressed) dump, counted from 1. */
    public long line() {
        return line;
    }

    /** Returns the byte offset of the line in the (decompressed) dump, counted from 0. */
    public long offset() {
        return offset;
    }

    /** Returns the issue in words: where it is and what it is. */
    public String describe() {
        return "line " + line + " (byte " + offset + "): " + kind.meaning();
    }
}
