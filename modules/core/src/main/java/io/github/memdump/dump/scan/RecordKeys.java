package io.github.memdump.dump.scan;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The keys of the format: those that are read, by number, and those that are only known. */
public final class RecordKeys {
    public static final int ADDRESS = 0;
    public static final int TYPE = 1;
    public static final int CLASS = 2;
    public static final int ROOT = 3;
    public static final int REFERENCES = 4;
    public static final int MEMSIZE = 5;
    public static final int FILE = 6;
    public static final int LINE = 7;
    public static final int METHOD = 8;
    public static final int GENERATION = 9;
    public static final int SINGLETON = 10;
    public static final int REAL_CLASS_NAME = 11;
    public static final int CLASS_NAME = 12;
    /** Where memdump's {@code replace-class} puts the address when the name takes its place. */
    public static final int CLASS_ADDRESS = 13;
    public static final int SUPERCLASS = 14;
    /** From here on: what a record calls itself, under different keys. */
    static final int NAME = 15;
    static final int STRUCT = 16;
    private static final int LAST_READ = 17;
    private static final int LAST_WORD = 20;
    /** Stands for every key that is not read. */
    public static final int OTHER = KeyTable.OTHER;

    private static final KeyTable TABLE = new KeyTable(List.of("address", "type", "class", "root", "references",
        "memsize", "file", "line", "method", "generation", "singleton", "real_class_name", "class_name",
        "class_address", "superclass", "name", "struct", "imemo_type",
        "encoding", "coderange", "shape_type",
        "flags", "frozen", "shape_id", "slot_size", "length", "embedded", "shared", "variation_count", "called_id",
        "mid", "receiver_class", "bytesize", "capacity", "fstring", "value", "broken", "chilled", "size", "default",
        "ivars", "too_complex_shape", "complex_shape", "fd", "id", "parent_id", "depth", "edges", "edge_name"));

    private RecordKeys() {
    }

    /** Returns the number of a key, or {@link #OTHER}. */
    public static int number(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return number(bytes, 0, bytes.length);
    }

    /** Returns whether a key is one of the format, read or not. */
    static boolean isKnown(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return isKnown(bytes, 0, bytes.length);
    }

    /** Returns the number of the key in a range, or {@link #OTHER}. */
    public static int number(byte[] bytes, int from, int to) {
        int number = TABLE.number(bytes, from, to);
        return number > LAST_READ ? OTHER : number;
    }

    /** Returns whether a key is one of the format, read or not. */
    static boolean isKnown(byte[] bytes, int from, int to) {
        return TABLE.number(bytes, from, to) != KeyTable.OTHER;
    }

    /** Returns whether some Ruby does not escape the strings of a key. */
    static boolean isUnescaped(int key) {
        return key == FILE || key == NAME || key == STRUCT || key == REAL_CLASS_NAME;
    }

    /** Returns whether the value of a key that is not read is one of a few words. */
    public static boolean isWord(byte[] bytes, int from, int to) {
        int number = TABLE.number(bytes, from, to);
        return number > LAST_READ && number <= LAST_WORD;
    }
}
