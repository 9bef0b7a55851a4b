package io.github.memdump.heap;

import io.github.memdump.array.NamedArrays;
import java.util.Arrays;
import java.util.List;

/** Names of the few objects that have one, 8 bytes each and the strings once. Immutable, thread-safe. */
final class NameColumn {
    private final int[] ids;
    private final int[] numbers;
    private final List<String> strings;

    /** Makes the column from ascending ids, the numbers of their names (-1: not known), and the strings by number. */
    NameColumn(int[] ids, int[] numbers, List<String> strings) {
        this.ids = ids;
        this.numbers = numbers;
        this.strings = strings;
    }

    /** Returns the column that {@link #putInto} has put among these arrays. */
    static NameColumn from(NamedArrays arrays, List<String> strings) {
        return new NameColumn(arrays.ints("ids"), arrays.ints("numbers"), strings);
    }

    /** Puts all that this column is made of but the {@link #strings}, which it shares with others. */
    void putInto(NamedArrays arrays) {
        arrays.put("ids", ids);
        arrays.put("numbers", numbers);
    }

    /** Returns the strings by number. */
    List<String> strings() {
        return strings;
    }

    /** Returns the name of an object, empty where it has none; logarithmic in the number of names. */
    String get(int id) {
        int place = Arrays.binarySearch(ids, id);
        return place < 0 || numbers[place] < 0 ? "" : strings.get(numbers[place]);
    }

    /** Returns the number of the name of an object in {@link #strings}, below 0 where it has none. */
    int number(int id) {
        int place = Arrays.binarySearch(ids, id);
        return place < 0 ? -1 : numbers[place];
    }

    /** Returns whether an object is in the column, be it with an unknown name. */
    boolean has(int id) {
        return Arrays.binarySearch(ids, id) >= 0;
    }
}
