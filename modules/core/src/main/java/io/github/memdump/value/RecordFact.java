package io.github.memdump.value;

import io.github.memdump.dump.RawRecord;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import java.util.Locale;
import java.util.Set;

/** What a record says of its object beyond what the heap keeps: a whole number of 0 or more, or a text. */
public enum RecordFact {
    /** How many elements an array has, or how many bytes a string or symbol. */
    LENGTH(Set.of("ARRAY", "STRING", "SYMBOL")),
    /** How many pairs a hash has. */
    SIZE(Set.of("HASH")),
    /** For how many bytes a string has room; Ruby writes it where that is not its length. */
    CAPACITY(Set.of("STRING")),
    /** How many bytes the object has in its heap page; since Ruby 3.2. */
    SLOT_SIZE(Set.of()),
    /** 1 for an object that cannot be changed, 0 for others. */
    FROZEN(Set.of()),
    /** 1 for a string or array that uses the buffer of another, 0 for others. */
    SHARED(Set.of("ARRAY", "STRING")),
    /** 1 for a string, array or object whose contents stand in its slot, 0 for strings and arrays elsewhere. */
    EMBEDDED(Set.of("ARRAY", "STRING", "OBJECT", "STRUCT")),
    /** How many collections it has survived, 0 to 3; since Ruby 4.0. */
    AGE(Set.of()),
    /** 1 for an object of the collector's old generation, 0 for others. */
    OLD(Set.of()),
    /** 1 for an object that compaction may not move, 0 for others. */
    PINNED(Set.of()),
    /** The number of its shape, or of a SHAPE record itself; since Ruby 3.2. */
    SHAPE(Set.of()),
    /** The descriptor of an open file. */
    FD(Set.of("FILE")),
    /** The encoding of a string. */
    ENCODING(Set.of("STRING")),
    /** How many instance variables an object has room for. */
    IVARS(Set.of("OBJECT"));

    /** The number that stands for what a record does not say. */
    public static final long ABSENT = -1;

    private static final byte[] FLAGS = RawRecord.key("flags");
    private static final byte[] SHAPE_ID = RawRecord.key("shape_id");
    private static final byte[] ID = RawRecord.key("id");
    private static final byte[] BYTESIZE = RawRecord.key("bytesize");
    private static final Set<String> WITHOUT_FLAGS = Set.of("ROOT", "SHAPE");

    private final byte[] key = RawRecord.key(name().toLowerCase(Locale.ROOT));
    private final Set<String> types;

    RecordFact(Set<String> types) {
        this.types = types;
    }

    /** Returns whether it is a text. */
    public boolean isText() {
        return this == ENCODING;
    }

    /** Returns whether records of an object's type may say it. */
    boolean isOf(Heap heap, int object) {
        String type = heap.typeName(object);
        return (this == SHAPE && heap.type(object) == RecordTypes.SHAPE)
            || (types.isEmpty() ? !WITHOUT_FLAGS.contains(type) : types.contains(type));
    }

    /** Returns the number that the record of an object says, or {@link #ABSENT}. */
    long number(Heap heap, int object, RawRecord record) {
        switch (this) {
            case LENGTH:
                return record.number(heap.type(object) == RecordTypes.ARRAY ? key : BYTESIZE, ABSENT);
            case FROZEN:
            case SHARED:
                return record.isTrue(key) ? 1 : 0;
            case EMBEDDED:
                boolean isSaid = heap.type(object) == RecordTypes.ARRAY || heap.type(object) == RecordTypes.STRING;
                return record.isTrue(key) ? 1 : isSaid ? 0 : ABSENT;
            case OLD:
            case PINNED:
                return flag(record) == 1 ? 1 : 0;
            case AGE:
                return flag(record);
            case SHAPE:
                return record.number(heap.type(object) == RecordTypes.SHAPE ? ID : SHAPE_ID, ABSENT);
            default:
                return record.number(key, ABSENT);
        }
    }

    /** Returns the text that a record says, empty where it says none. */
    String text(RawRecord record) {
        return record.text(key);
    }

    /** Returns a number or switch (1, 0) among the flags, {@link #ABSENT} where it is not there. */
    private long flag(RawRecord record) {
        byte[] flags = record.json(FLAGS);
        for (int at = 0; at < flags.length; at++) {
            if (flags[at] == '"' && isKey(flags, at + 1)) {
                return value(flags, at + key.length + 2);
            }
        }
        return ABSENT;
    }

    private boolean isKey(byte[] flags, int at) {
        if (at + key.length >= flags.length || flags[at + key.length] != '"') {
            return false;
        }
        for (int i = 0; i < key.length; i++) {
            if (flags[at + i] != key[i]) {
                return false;
            }
        }
        return true;
    }

    private static long value(byte[] flags, int from) {
        int at = from;
        while (at < flags.length && (flags[at] == ':' || flags[at] == ' ')) {
            at++;
        }
        long number = ABSENT;
        for (; at < flags.length && flags[at] >= '0' && flags[at] <= '9' && number < Integer.MAX_VALUE; at++) {
            number = Math.max(0, number) * 10 + flags[at] - '0';
        }
        return number >= 0 || at >= flags.length ? number : flags[at] == 't' ? 1 : flags[at] == 'f' ? 0 : ABSENT;
    }
}
