package io.github.memdump.dump.issue;

import java.util.Locale;
import java.util.Optional;

/** What can be wrong with a line of a dump. */
public enum IssueKind {
    /** The line is not one JSON object, and nothing of a record can be read in it; it is skipped. */
    MALFORMED_LINE("not valid JSON, skipped", true),
    /** The line is not one JSON object, but its record is kept as far as it can be read. */
    SALVAGED_RECORD("not valid JSON, its record salvaged as far as it can be read", false),
    /** A raw newline splits the record over two or more lines; it is kept whole. */
    REJOINED_RECORD("a record split by a raw newline, rejoined", false),
    /** The last line of the file ends before its record tells address and type; it is skipped. */
    TRUNCATED_LINE("the dump is cut off here, skipped", true),
    /** The last line of the file ends before its record does; the record is kept as far as it was written. */
    TRUNCATED_RECORD("the dump is cut off here, the last record salvaged as far as it was written", false),
    /** The compressed stream is damaged or ends too early; everything after it is missing. */
    TRUNCATED_GZIP("the gzip stream is damaged or cut off here, the rest is missing", true),
    /** The compressed stream is whole, and something that is no gzip follows it. */
    NO_GZIP_BEHIND("the gzip stream ends here whole, and something else follows it, ignored", false),
    /** The file was written to while it was read: what was read may be less than the dump. */
    CHANGED_WHILE_READ("the file changed while it was read, as if the dump were not finished", true),
    /** The line is longer than {@link Limit#LINE_BYTES} allows; it is skipped. */
    LINE_TOO_LONG("a line longer than the limit, skipped", Limit.LINE_BYTES, true),
    /** The line takes more than a third of the memory; it is skipped. */
    LINE_BEYOND_MEMORY("a line that takes more than a third of the memory, skipped (MEMDUMP_XMX gives more)", true),
    /** Values lie deeper in each other than {@link Limit#NESTING} allows; the rest of the record is kept. */
    NESTED_TOO_DEEPLY("values nested deeper than the limit, left out", Limit.NESTING, false),
    /** The record has more references than {@link Limit#REFERENCES_PER_OBJECT} allows; the first are kept. */
    TOO_MANY_REFERENCES("more references than the limit, the rest left out", Limit.REFERENCES_PER_OBJECT, false),
    /** A name is longer than {@link Limit#KEPT_CHARACTERS} allows; its beginning is kept. */
    NAME_TOO_LONG("a name longer than the limit, cut", Limit.KEPT_CHARACTERS, false),
    /** Valid JSON, but neither an object with an address nor a root; it is skipped. */
    NOT_A_RECORD("no address and no root, skipped", true),
    /** A second record with the address of an earlier one; it is skipped. */
    DUPLICATE_ADDRESS("a second record with the same address, skipped (are these two dumps in one file?)", true),
    /** A known field has a value of an unexpected type; the field is ignored, the record kept. */
    WRONG_FIELD_TYPE("a field of unexpected type, ignored", false),
    /** A size, line or generation is one that no object can have; the record is kept, and the number if it fits. */
    IMPOSSIBLE_NUMBER("a damaged number: no object has such a memsize, line or generation", false),
    /** A known key comes twice in one record; the first counts, the record is kept. */
    REPEATED_KEY("a key that comes twice, the second ignored", false);

    private final String meaning;
    private final Optional<Limit> limit;
    private final boolean lost;

    IssueKind(String meaning, boolean lost) {
        this.meaning = meaning;
        this.limit = Optional.empty();
        this.lost = lost;
    }

    IssueKind(String meaning, Limit limit, boolean lost) {
        this.meaning = meaning;
        this.limit = Optional.of(limit);
        this.lost = lost;
    }

    /** Returns whether a record, or a line that may have held one, is lost; otherwise the record is kept. */
    public boolean isLoss() {
        return lost;
    }

    /** Returns the name used in JSON: lower case with underscores. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what is wrong and what was done about it, in words. */
    public String meaning() {
        return meaning + limit.map(reached -> " (" + reached.advice() + ")").orElse("");
    }
}
