package io.github.memdump.dump;

import io.github.memdump.array.LongList;
import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.dump.scan.ByteWords;
import io.github.memdump.dump.scan.PlainScalar;
import io.github.memdump.dump.scan.RecentStrings;
import io.github.memdump.dump.scan.RecordKeys;
import org.jspecify.annotations.Nullable;

/**
 * Reads records written the way Ruby writes nearly all of them, straight from the bytes: keys of lower-case letters,
 * known strings of plain ASCII, whole numbers, flat flags, references of whole addresses, all within the limits. Such
 * a record it reads exactly as {@link JsonRecord} would; at anything else it gives up, and Jackson is the judge. It
 * needs no length of the line, because no plain value holds a newline. Not thread-safe.
 */
public final class PlainRecord {

    private static final int LONGEST_KEY = 64;
    /** Longer values are never taken together with their keys. */
    private static final int LONGEST_WORD = 160;

    private final byte[] bytes;
    private final RecordFields fields;
    private final LongList references;
    private final ByteWords words;
    private final RecentStrings strings;
    private final PlainScalar scalars;
    private final RecordPaths paths;
    private final int round;
    private final int mostCharacters;
    private final int mostReferences;

    PlainRecord(byte[] bytes, RecordFields fields, RecordBlock block, DumpLimits limits) {
        this.bytes = bytes;
        this.fields = fields;
        this.references = block.references;
        this.words = new ByteWords(bytes);
        this.strings = new RecentStrings(bytes, words, block.table);
        this.scalars = new PlainScalar(bytes, words);
        this.paths = block.paths;
        this.round = paths.nextRound();
        this.mostCharacters = limits.keptCharacters();
        this.mostReferences = limits.referencesPerObject();
    }

    /**
     * Reads the record that begins at {@code from} into the fields, its references behind those that are there.
     *
     * @return the position behind the record, or {@link ByteWords#UNUSUAL}; then fields and references hold a part of
     * it
     */
    int read(int from) {
        fields.clear();
        if (bytes[from] != '{') {
            return ByteWords.UNUSUAL;
        }
        RecordPaths.Step step = paths.start();
        int i = from;
        do {
            RecordPaths.Step next = step.next(words, i);
            if (next == null) {
                next = newStep(step, i);
            }
            i = next == null ? ByteWords.UNUSUAL : value(next, i + next.length);
            if (next == null || i < 0) {
                return ByteWords.UNUSUAL;
            }
            step = next;
        } while (bytes[i] == ',');
        return bytes[i] == '}' && fields.isClean() ? i + 1 : ByteWords.UNUSUAL;
    }

    /** Reads the key behind a comma or brace; returns the step that it is, or null if it is not plain. */
    private RecordPaths.@Nullable Step newStep(RecordPaths.Step before, int from) {
        int colon = colon(from + 1);
        if (colon < 0) {
            return null;
        }
        int keyFrom = bytes[from + 1] == ' ' ? from + 3 : from + 2;
        int key = RecordKeys.number(bytes, keyFrom, colon - 1);
        int value = colon + 1;
        int wordEnd = wordEnd(key, keyFrom, colon);
        if (wordEnd < 0) {
            return null;
        }
        RecordPaths.Kind kind = wordEnd == value ? kind(key, value) : kindOfWord(key, value);
        return paths.add(before, bytes, from, wordEnd, kind, key);
    }

    /** Returns the end of a value that is one of a few; where it begins if it is none of these. */
    private int wordEnd(int key, int keyFrom, int colon) {
        int value = colon + 1;
        int end = value;
        if (bytes[value] == 't' || bytes[value] == 'f') {
            end = key == RecordKeys.OTHER || key == RecordKeys.SINGLETON ? scalars.end(value) : value;
        } else if (bytes[value] == '"') {
            boolean isWord = key == RecordKeys.OTHER && RecordKeys.isWord(bytes, keyFrom, colon - 1);
            end = key == RecordKeys.TYPE ? text(key, value) : isWord ? scalars.end(value) : value;
        } else if (bytes[value] == '{' && key == RecordKeys.OTHER) {
            end = flags(value);
            for (int i = value; i < end; i++) {
                end = bytes[i] >= '0' && bytes[i] <= '9' ? value : end;
            }
        }
        return end - value > LONGEST_WORD ? value : end;
    }

    private RecordPaths.Kind kindOfWord(int key, int value) {
        return key == RecordKeys.TYPE ? RecordPaths.Kind.TYPE
            : key == RecordKeys.SINGLETON && bytes[value] == 't' ? RecordPaths.Kind.SINGLETON
            : RecordPaths.Kind.NOTHING;
    }

    private RecordPaths.Kind kind(int key, int value) {
        switch (key) {
            case RecordKeys.OTHER:
                return bytes[value] == '{' ? RecordPaths.Kind.FLAGS : RecordPaths.Kind.SKIPPED;
            case RecordKeys.CLASS:
                return RecordPaths.Kind.CLASS;
            case RecordKeys.CLASS_ADDRESS:
                return RecordPaths.Kind.REPLACED_CLASS;
            case RecordKeys.ADDRESS:
            case RecordKeys.SUPERCLASS:
                return RecordPaths.Kind.ADDRESS;
            case RecordKeys.REFERENCES:
                return RecordPaths.Kind.REFERENCES;
            case RecordKeys.MEMSIZE:
            case RecordKeys.LINE:
            case RecordKeys.GENERATION:
                return RecordPaths.Kind.NUMBER;
            case RecordKeys.SINGLETON:
                return RecordPaths.Kind.SKIPPED;
            default:
                return RecordPaths.Kind.TEXT;
        }
    }

    /** Returns the colon behind the key at a position, one blank before it allowed. */
    private int colon(int from) {
        int quote = bytes[from] == ' ' ? from + 1 : from;
        if (bytes[quote] != '"') {
            return ByteWords.UNUSUAL;
        }
        int i = quote + 1;
        while ((bytes[i] >= 'a' && bytes[i] <= 'z') || bytes[i] == '_') {
            i++;
        }
        return bytes[i] == '"' && bytes[i + 1] == ':' && i - quote <= LONGEST_KEY ? i + 1 : ByteWords.UNUSUAL;
    }

    /** Reads or skips the value behind a step; returns its end. */
    private int value(RecordPaths.Step step, int from) {
        int end;
        switch (step.kind) {
            case NOTHING:
                return from;
            case TYPE:
                return type(step, from);
            case SINGLETON:
                fields.singleton = true;
                return from;
            case ADDRESS:
                end = words.addressEnd(from);
                fields.setAddress(step.key, words.address());
                return end;
            case CLASS:
                return classOf(from);
            case REPLACED_CLASS:
                end = words.addressEnd(from);
                if (end >= 0) {
                    fields.setReplacedClass(words.address());
                }
                return end;
            case REFERENCES:
                return references(from);
            case NUMBER:
                end = scalars.digits(from);
                fields.setNumber(step.key, scalars.number());
                return end;
            case TEXT:
                return text(step.key, from);
            case FLAGS:
                return flags(from);
            default:
                return scalars.end(from);
        }
    }

    private int type(RecordPaths.Step step, int end) {
        if (step.textRound != round) {
            int open = end - 2;
            while (bytes[open] != '"') {
                open--;
            }
            step.text = strings.number(open + 1, words.textEnd(open + 1), words.hash());
            step.textRound = round;
        }
        fields.type = step.text;
        return end;
    }

    private int classOf(int from) {
        int end = words.addressEnd(from);
        if (end < 0) {
            return text(RecordKeys.CLASS, from);
        }
        fields.setAddress(RecordKeys.CLASS, words.address());
        return end;
    }

    private int text(int key, int open) {
        if (bytes[open] != '"') {
            return ByteWords.UNUSUAL;
        }
        int end = words.textEnd(open + 1);
        if (bytes[end] != '"' || end - open > mostCharacters + 1) {
            return ByteWords.UNUSUAL;
        }
        fields.setText(key, strings.number(open + 1, end, words.hash()));
        return end + 1;
    }

    private int references(int open) {
        if (bytes[open] != '[') {
            return ByteWords.UNUSUAL;
        }
        if (bytes[open + 1] == ']') {
            return open + 2;
        }
        int before = references.size();
        int i = open;
        do {
            i = words.addressEnd(bytes[i + 1] == ' ' ? i + 2 : i + 1);
            if (i < 0) {
                return ByteWords.UNUSUAL;
            }
            references.add(words.address());
        } while (bytes[i] == ',');
        return bytes[i] == ']' && references.size() - before <= mostReferences ? i + 1 : ByteWords.UNUSUAL;
    }

    /** Returns the end of an object whose values are neither objects nor arrays. */
    private int flags(int open) {
        if (bytes[open + 1] == '}') {
            return open + 2;
        }
        int i = open;
        do {
            int colon = colon(i + 1);
            i = colon < 0 ? ByteWords.UNUSUAL : scalars.end(colon + 1);
            if (i < 0) {
                return ByteWords.UNUSUAL;
            }
        } while (bytes[i] == ',');
        return bytes[i] == '}' ? i + 1 : ByteWords.UNUSUAL;
    }
}
