package io.github.memdump.dump;

import java.util.Locale;

/** What can be wrong with a line of a dump. */
public enum IssueKind {
    /** The line is not one JSON object; it is skipped. */
    MALFORMED_LINE("not valid JSON, skipped"),
    /** The last line of the file ends before its record does; it is skipped. */
    TRUNCATED_LINE("the dump is cut off here, skipped"),
    /** The compressed stream is damaged or ends too early; everything after it is missing. */
    TRUNCATED_GZIP("the gzip stream is damaged or cut off here, the rest is missing"),
    /** The line is longer than {@link DumpLimits#lineBytes}; it is skipped. */
    LINE_TOO_LONG("longer than the limit for one line, skipped"),
    /** Valid JSON, but neither an object with an address nor a root; it is skipped. */
    NOT_A_RECORD("no address and no root, skipped"),
    /** A second record with the address of an earlier one; it is skipped. */
    DUPLICATE_ADDRESS("a second record with the same address, skipped"),
    /** A known field has a value of an unexpected type; the field is ignored, the record kept. */
    WRONG_FIELD_TYPE("a field of unexpected type, ignored");

    private final String meaning;

    IssueKind(String meaning) {
        this.meaning = meaning;
    }

    /** Returns the name used in JSON: lower case with underscores. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what is wrong and what was done about it, in words. */
    public String meaning() {
        return meaning;
    }
}
