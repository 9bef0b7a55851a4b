package io.github.memdump.heap;

import io.github.memdump.array.NamedArrays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The record types of a heap, numbered: the known ones first and in the same order for every heap, then those that a
 * newer Ruby may add. Immutable, thread-safe.
 */
public final class RecordTypes {
    /** Number of {@code ROOT}. */
    public static final int ROOT = 0;
    /** Number of {@code CLASS}. */
    public static final int CLASS = 1;
    /** Number of {@code MODULE}. */
    public static final int MODULE = 2;
    /** Number of {@code ICLASS}. */
    public static final int ICLASS = 3;
    /** Number of {@code IMEMO}. */
    public static final int IMEMO = 4;
    /** Number of {@code ARRAY}. */
    public static final int ARRAY = 5;
    /** Number of {@code HASH}. */
    public static final int HASH = 6;
    /** Number of {@code STRING}. */
    public static final int STRING = 7;
    /** Number of {@code SHAPE}. */
    public static final int SHAPE = 8;
    /** Number of {@code DATA}. */
    public static final int DATA = 9;
    /** Number of {@code OBJECT}. */
    public static final int OBJECT = 10;
    /** Number of {@code UNKNOWN}: a record without a type, or of a type beyond the 255th. */
    public static final int UNKNOWN = 11;

    private static final List<String> KNOWN = List.of("ROOT", "CLASS", "MODULE", "ICLASS", "IMEMO", "ARRAY", "HASH",
        "STRING", "SHAPE", "DATA", "OBJECT", "UNKNOWN");
    private static final List<String> WITHOUT_MEMSIZE = List.of("SHAPE", "UNKNOWN");
    private static final int MOST = 255;

    private final List<String> names;

    private RecordTypes(List<String> names) {
        this.names = Collections.unmodifiableList(names);
    }

    /** Returns the types that {@link #putInto} has put among these arrays. */
    static RecordTypes from(NamedArrays arrays) {
        return new RecordTypes(Arrays.asList(arrays.strings("names")));
    }

    /** Puts all that these types are made of. */
    void putInto(NamedArrays arrays) {
        arrays.putStrings("names", names);
    }

    /** Returns the names by number. */
    public List<String> names() {
        return names;
    }

    /** Returns the number of a type, or -1 if the heap has no record of it. */
    public int number(String name) {
        return names.indexOf(name);
    }

    /** Returns whether records of a type have a size in every dump of a Ruby that writes sizes. */
    static boolean hasMemsize(String type) {
        return !WITHOUT_MEMSIZE.contains(type);
    }

    /** Returns whether records of a type go under their type, whatever their {@code class} says (see the format). */
    static boolean withoutClass(int type) {
        return type == IMEMO;
    }

    /** Gives out the numbers. */
    static final class Builder {
        private final List<String> names = new ArrayList<>(KNOWN);

        int number(String name) {
            int known = names.indexOf(name);
            if (known >= 0) {
                return known;
            }
            if (names.size() == MOST) {
                return UNKNOWN;
            }
            names.add(name);
            return names.size() - 1;
        }

        String name(int number) {
            return names.get(number);
        }

        RecordTypes build() {
            return new RecordTypes(new ArrayList<>(names));
        }
    }
}
