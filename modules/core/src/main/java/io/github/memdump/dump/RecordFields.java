package io.github.memdump.dump;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.dump.scan.Addresses;
import io.github.memdump.dump.scan.RecordKeys;
import java.io.IOException;

/**
 * The fields of the record being read. A field of an unexpected type leaves its default and is counted, so that a
 * record survives what one version of Ruby or a patch to it does differently.
 */
final class RecordFields {
    /** No process has room for so many bytes: processors of today address 2 to the power of 48 of them at most. */
    static final long IMPOSSIBLE_SIZE = 1L << 48;

    private static final String NAMES = "NAMES";

    private final DumpLimits limits;
    private final RecordBlock block;

    long address;
    int type;
    long classAddress;
    long memsize;
    int generation;
    int file;
    int line;
    int method;
    int name;
    int root;
    long superclass;
    boolean singleton;
    int realClassName;
    int className;
    /** The text in the place of the class's address, where there is one. */
    private int classText;
    int wrongTypes;
    int wrongNumbers;
    int repeatedKeys;
    int cutNames;
    boolean referencesCut;
    private int keysSeen;

    RecordFields(RecordBlock block, DumpLimits limits) {
        this.block = block;
        this.limits = limits;
    }

    void clear() {
        address = Addresses.NONE;
        classAddress = Addresses.NONE;
        type = RecordBlock.NONE;
        memsize = RecordBlock.NONE;
        generation = RecordBlock.NONE;
        file = RecordBlock.NONE;
        line = 0;
        method = RecordBlock.NONE;
        name = RecordBlock.NONE;
        root = RecordBlock.NONE;
        superclass = Addresses.NONE;
        singleton = false;
        realClassName = RecordBlock.NONE;
        className = RecordBlock.NONE;
        classText = RecordBlock.NONE;
        wrongTypes = 0;
        wrongNumbers = 0;
        repeatedKeys = 0;
        cutNames = 0;
        referencesCut = false;
        keysSeen = 0;
    }

    /** Reads the value of one field; the parser stands on the field's name. */
    void read(String field, JsonParser parser) throws IOException {
        JsonToken value = parser.nextToken();
        int key = RecordKeys.number(field);
        if (key == RecordKeys.CLASS_ADDRESS) {
            replacedClass(parser, value);
            return;
        }
        if (key == RecordKeys.OTHER || isRepeated(key)) {
            parser.skipChildren();
            return;
        }
        switch (key) {
            case RecordKeys.ADDRESS:
            case RecordKeys.SUPERCLASS:
                setAddress(key, address(parser, value));
                break;
            case RecordKeys.CLASS:
                readClass(parser, value);
                break;
            case RecordKeys.LINE:
            case RecordKeys.GENERATION:
            case RecordKeys.MEMSIZE:
                number(key, parser, value);
                break;
            case RecordKeys.REFERENCES:
                references(parser, value);
                break;
            case RecordKeys.SINGLETON:
                singleton = value == JsonToken.VALUE_TRUE;
                parser.skipChildren();
                break;
            default:
                setText(key, string(parser, value));
        }
    }

    /** Returns whether a key came before in this record: the first counts, for Ruby writes paths last and raw. */
    boolean isRepeated(int key) {
        boolean repeated = (keysSeen >>> key & 1) != 0;
        keysSeen |= 1 << key;
        repeatedKeys += repeated ? 1 : 0;
        return repeated;
    }

    /** Returns whether the fields are those of an object or a root. */
    boolean isRecord() {
        return address != Addresses.NONE || root != RecordBlock.NONE;
    }

    /** Returns whether it is a record of what the process told of names. */
    boolean isOfNames() {
        return !isRecord() && type != RecordBlock.NONE && NAMES.equals(block.table.strings().get(type));
    }

    void setAddress(int key, long value) {
        if (key == RecordKeys.ADDRESS) {
            address = value;
        } else if (key == RecordKeys.SUPERCLASS) {
            superclass = value;
        } else {
            classAddress = value;
        }
    }

    /** Sets a text in the place of the class's address: wrong, unless {@link #setReplacedClass} follows. */
    void setClassText(int text) {
        classText = text;
        wrongTypes++;
    }

    /** Sets the address of the class where its name was in the place of it. */
    void setReplacedClass(long value) {
        if (classText != RecordBlock.NONE) {
            classAddress = value;
            className = classText;
            classText = RecordBlock.NONE;
            wrongTypes--;
        }
    }

    /** Sets a number; one that cannot be is counted, and brought to the nearest that the field can hold. */
    void setNumber(int key, long value) {
        if (key == RecordKeys.LINE) {
            boolean possible = value == (int) value;
            line = possible ? (int) value : 0;
            wrongNumbers += possible ? 0 : 1;
        } else if (key == RecordKeys.MEMSIZE) {
            memsize = Math.max(0, value);
            wrongNumbers += value >= 0 && value < IMPOSSIBLE_SIZE ? 0 : 1;
        } else {
            generation = (int) Math.max(RecordBlock.NONE, Math.min(Integer.MAX_VALUE, value));
            wrongNumbers += generation == value && value >= 0 ? 0 : 1;
        }
    }

    /** Returns whether nothing in the fields is to be counted as damage. */
    boolean isClean() {
        return wrongTypes == 0 && wrongNumbers == 0;
    }

    /** Sets a text by its number in the block. */
    void setText(int key, int text) {
        switch (key) {
            case RecordKeys.CLASS:
                setClassText(text);
                break;
            case RecordKeys.TYPE:
                type = text;
                break;
            case RecordKeys.ROOT:
                root = text;
                break;
            case RecordKeys.FILE:
                file = text;
                break;
            case RecordKeys.METHOD:
                method = text;
                break;
            case RecordKeys.REAL_CLASS_NAME:
                realClassName = text;
                break;
            case RecordKeys.CLASS_NAME:
                className = text;
                break;
            default:
                name = text;
        }
    }

    private void readClass(JsonParser parser, JsonToken value) throws IOException {
        int wrongBefore = wrongTypes;
        classAddress = address(parser, value);
        if (classAddress == Addresses.NONE && value == JsonToken.VALUE_STRING) {
            wrongTypes = wrongBefore;
            setClassText(string(parser, value));
        }
    }

    /** Reads the address that goes with a name in the place of the class. */
    private void replacedClass(JsonParser parser, JsonToken value) throws IOException {
        int wrongBefore = wrongTypes;
        long replaced = address(parser, value);
        wrongTypes = wrongBefore;
        if (replaced != Addresses.NONE) {
            setReplacedClass(replaced);
        }
    }

    private void references(JsonParser parser, JsonToken value) throws IOException {
        if (value != JsonToken.START_ARRAY) {
            wrong(parser);
            return;
        }
        int room = limits.referencesPerObject();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == null) {
                return;
            }
            long target = address(parser, token);
            if (target != Addresses.NONE && room-- > 0) {
                block.references.add(target);
            }
        }
        referencesCut = room < 0;
    }

    private long address(JsonParser parser, JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_STRING) {
            long parsed = Addresses.parse(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
            if (parsed != Addresses.NONE) {
                return parsed;
            }
        }
        wrong(parser);
        return Addresses.NONE;
    }

    private int string(JsonParser parser, JsonToken value) throws IOException {
        if (value != JsonToken.VALUE_STRING) {
            wrong(parser);
            return RecordBlock.NONE;
        }
        int most = limits.keptCharacters();
        cutNames += parser.getTextLength() > most ? 1 : 0;
        return block.table.number(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength(), most);
    }

    /**
     * Reads a number as Ruby means it: a negative line is printed unsigned and wraps back here. Programs that read and
     * write a dump, such as jq, write 12 as 12.0 and round what is large.
     */
    private void number(int key, JsonParser parser, JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_NUMBER_FLOAT) {
            double rounded = parser.getDoubleValue();
            if (rounded != Math.rint(rounded)) {
                wrong(parser);
            } else if (Math.abs(rounded) < 0x1p63) {
                setNumber(key, (long) rounded);
            } else {
                wrongNumbers++;
            }
        } else if (value != JsonToken.VALUE_NUMBER_INT) {
            wrong(parser);
        } else if (parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            setNumber(key, parser.getLongValue());
        } else if (parser.getBigIntegerValue().bitLength() <= Long.SIZE) {
            setNumber(key, parser.getBigIntegerValue().longValue());
        } else {
            wrongNumbers++;
        }
    }

    private void wrong(JsonParser parser) throws IOException {
        wrongTypes++;
        parser.skipChildren();
    }
}
