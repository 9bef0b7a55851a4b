package io.github.memdump.dump;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigInteger;

/**
 * The fields of the record being read. A field of an unexpected type leaves its default and is counted, so that a
 * record survives what one version of Ruby or a patch to it does differently.
 */
final class RecordFields {
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
    int repeatedKeys;
    int cutNames;
    boolean referencesCut;
    private int keysSeen;

    RecordFields(RecordBlock block, DumpLimits limits) {
        this.block = block;
        this.limits = limits;
    }

    void clear() {
        address = RecordBlock.NO_ADDRESS;
        classAddress = RecordBlock.NO_ADDRESS;
        type = RecordBlock.NONE;
        memsize = 0;
        generation = RecordBlock.NONE;
        file = RecordBlock.NONE;
        line = 0;
        method = RecordBlock.NONE;
        name = RecordBlock.NONE;
        root = RecordBlock.NONE;
        superclass = RecordBlock.NO_ADDRESS;
        singleton = false;
        realClassName = RecordBlock.NONE;
        className = RecordBlock.NONE;
        classText = RecordBlock.NONE;
        wrongTypes = 0;
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
                setNumber(key, number(parser, value, key == RecordKeys.GENERATION ? RecordBlock.NONE : 0));
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
        return address != RecordBlock.NO_ADDRESS || root != RecordBlock.NONE;
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

    void setNumber(int key, long value) {
        if (key == RecordKeys.LINE) {
            line = (int) value;
        } else if (key == RecordKeys.MEMSIZE) {
            memsize = Math.max(0, value);
        } else {
            generation = (int) Math.max(RecordBlock.NONE, Math.min(Integer.MAX_VALUE, value));
        }
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
        if (classAddress == RecordBlock.NO_ADDRESS && value == JsonToken.VALUE_STRING) {
            wrongTypes = wrongBefore;
            setClassText(string(parser, value));
        }
    }

    /** Reads the address that goes with a name in the place of the class. */
    private void replacedClass(JsonParser parser, JsonToken value) throws IOException {
        int wrongBefore = wrongTypes;
        long replaced = address(parser, value);
        wrongTypes = wrongBefore;
        if (replaced != RecordBlock.NO_ADDRESS) {
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
            if (target != RecordBlock.NO_ADDRESS && room-- > 0) {
                block.references.add(target);
            }
        }
        referencesCut = room < 0;
    }

    private long address(JsonParser parser, JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_STRING) {
            long parsed = Addresses.parse(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
            if (parsed != RecordBlock.NO_ADDRESS) {
                return parsed;
            }
        }
        wrong(parser);
        return RecordBlock.NO_ADDRESS;
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

    /** Reads a number as Ruby means it: a negative line is printed unsigned and wraps back here. */
    private long number(JsonParser parser, JsonToken value, long otherwise) throws IOException {
        if (value == JsonToken.VALUE_NUMBER_INT) {
            if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
                BigInteger big = parser.getBigIntegerValue();
                return big.bitLength() <= Long.SIZE ? big.longValue() : otherwise;
            }
            return parser.getLongValue();
        }
        wrong(parser);
        return otherwise;
    }

    private void wrong(JsonParser parser) throws IOException {
        wrongTypes++;
        parser.skipChildren();
    }
}
