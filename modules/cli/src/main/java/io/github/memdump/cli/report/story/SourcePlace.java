package io.github.memdump.cli.report.story;

/**
 * Where objects were allocated. Immutable.
 *
 * @param where {@code file:line}; empty where it is not known
 * @param source that line of the program's source; empty where it cannot be read
 * @param address what opens it in the reader's editor; empty where that is not known, or the file is not here
 */
public record SourcePlace(String where, String source, String address) {
    /** A place that is not known. */
    public static final SourcePlace UNKNOWN = new SourcePlace("", "", "");

    /** Returns whether the place is known. */
    public boolean isKnown() {
        return !where.isEmpty();
    }

    /** Returns the place with its line, {@code shop.rb:83  @sessions = {}}; empty where the line cannot be read. */
    public String beside() {
        return source.isEmpty() ? "" : where + "  " + source;
    }
}
