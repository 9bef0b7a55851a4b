package io.github.memdump.dump;

import io.github.memdump.array.LongList;

/**
 * Reads records written the way Ruby writes nearly all of them, straight from the bytes: keys of lower-case letters,
 * known strings of plain ASCII, whole numbers, flat flags, references of whole addresses, all within the limits. Such
 * a record it reads exactly as {@link JsonRecord} would; at anything else it gives up, and Jackson is the judge. It
 * needs no length of the line, because no plain value holds a newline. Not thread-safe.
 */
final class PlainRecord {
    /** Stands for the end of a record that is not plain. */
    static final int UNUSUAL = -1;
    /** So many bytes behind the last line must be readable, the first of them a newline. */
    static final int SLACK = 16;

    private static final int LONGEST_KEY = 64;

    private final byte[] bytes;
    private final RecordFields fields;
    private final LongList references;
    private final RecentStrings strings;
    private final PlainScalar scalars;
    private final int mostCharacters;
    private final int mostReferences;
    /** What the last call of {@link #address} read. */
    private long parsed;
    /** Where the key begins that the last call of {@link #colon} found, and its code. */
    private int keyBegin;
    private long keyCode;

    PlainRecord(byte[] bytes, RecordFields fields, LongList references, RecentStrings strings, DumpLimits limits) {
        this.bytes = bytes;
        this.fields = fields;
        this.references = references;
        this.strings = strings;
        this.scalars = new PlainScalar(bytes);
        this.mostCharacters = limits.keptCharacters();
        this.mostReferences = limits.referencesPerObject();
    }

    /**
     * Reads the record that begins at {@code from} into the fields, its references behind those that are there.
     *
     * @return the position behind the record, or {@link #UNUSUAL}; then fields and references hold a part of it
     */
    int read(int from) {
        fields.clear();
        if (bytes[from] != '{') {
            return UNUSUAL;
        }
        int i = from;
        do {
            int colon = colon(i + 1);
            i = colon < 0 ? UNUSUAL : value(colon);
            if (i < 0) {
                return UNUSUAL;
            }
        } while (bytes[i] == ',');
        return bytes[i] == '}' && fields.isClean() ? i + 1 : UNUSUAL;
    }

    /** Returns the colon behind the key at a position, one blank before it allowed. */
    private int colon(int from) {
        int quote = bytes[from] == ' ' ? from + 1 : from;
        if (bytes[quote] != '"') {
            return UNUSUAL;
        }
        keyBegin = quote + 1;
        long code = RecordKeys.NO_LETTERS;
        int i = quote + 1;
        while (bytes[i] >= 'a' && bytes[i] <= 'z' || bytes[i] == '_') {
            code = RecordKeys.code(code, bytes[i++]);
        }
        keyCode = code;
        return bytes[i] == '"' && bytes[i + 1] == ':' && i - quote <= LONGEST_KEY ? i + 1 : UNUSUAL;
    }

    /** Reads or skips the value behind a colon; returns its end. */
    private int value(int colon) {
        int number = RecordKeys.number(keyCode, bytes, keyBegin, colon - 1);
        int from = colon + 1;
        if (number == RecordKeys.OTHER) {
            return bytes[from] == '{' ? flags(from) : scalars.end(from);
        }
        if (number == RecordKeys.CLASS_ADDRESS) {
            return replacedClass(from);
        }
        if (fields.isRepeated(number)) {
            return UNUSUAL;
        }
        switch (number) {
            case RecordKeys.CLASS:
                return classOf(from);
            case RecordKeys.ADDRESS:
            case RecordKeys.SUPERCLASS:
                int addressEnd = address(from);
                fields.setAddress(number, parsed);
                return addressEnd;
            case RecordKeys.REFERENCES:
                return references(from);
            case RecordKeys.MEMSIZE:
            case RecordKeys.LINE:
            case RecordKeys.GENERATION:
                int digitsEnd = scalars.digits(from);
                fields.setNumber(number, scalars.number);
                return digitsEnd;
            case RecordKeys.SINGLETON:
                fields.singleton = bytes[from] == 't';
                return scalars.end(from);
            default:
                return text(number, from);
        }
    }

    private int classOf(int from) {
        int end = address(from);
        if (end < 0) {
            return text(RecordKeys.CLASS, from);
        }
        fields.setAddress(RecordKeys.CLASS, parsed);
        return end;
    }

    private int replacedClass(int from) {
        int end = address(from);
        if (end >= 0) {
            fields.setReplacedClass(parsed);
        }
        return end;
    }

    private int text(int key, int open) {
        if (bytes[open] != '"') {
            return UNUSUAL;
        }
        int hash = 0;
        int i = open + 1;
        while (bytes[i] >= ' ' && bytes[i] != '"' && bytes[i] != '\\') {
            hash = hash * 31 + bytes[i++];
        }
        if (bytes[i] != '"' || i - open > mostCharacters + 1) {
            return UNUSUAL;
        }
        fields.setText(key, strings.number(open + 1, i, hash));
        return i + 1;
    }

    private int references(int open) {
        if (bytes[open] != '[') {
            return UNUSUAL;
        }
        if (bytes[open + 1] == ']') {
            return open + 2;
        }
        int before = references.size();
        int i = open;
        do {
            i = address(bytes[i + 1] == ' ' ? i + 2 : i + 1);
            if (i < 0) {
                return UNUSUAL;
            }
            references.add(parsed);
        } while (bytes[i] == ',');
        return bytes[i] == ']' && references.size() - before <= mostReferences ? i + 1 : UNUSUAL;
    }

    private int address(int open) {
        if (bytes[open] != '"' || bytes[open + 1] != '0' || bytes[open + 2] != 'x') {
            return UNUSUAL;
        }
        long value = 0;
        int i = open + 3;
        for (int digit = Addresses.digit(bytes[i]); digit >= 0; digit = Addresses.digit(bytes[++i])) {
            value = value << 4 | digit;
        }
        parsed = value;
        boolean whole = bytes[i] == '"' && i > open + 3 && i - open <= Addresses.LONGEST + 1;
        return whole && value != RecordBlock.NO_ADDRESS ? i + 1 : UNUSUAL;
    }

    /** Returns the end of an object whose values are neither objects nor arrays. */
    private int flags(int open) {
        if (bytes[open + 1] == '}') {
            return open + 2;
        }
        int i = open;
        do {
            int colon = colon(i + 1);
            i = colon < 0 ? UNUSUAL : scalars.end(colon + 1);
            if (i < 0) {
                return UNUSUAL;
            }
        } while (bytes[i] == ',');
        return bytes[i] == '}' ? i + 1 : UNUSUAL;
    }
}
