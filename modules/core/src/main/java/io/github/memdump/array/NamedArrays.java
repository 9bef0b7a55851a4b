package io.github.memdump.array;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Primitive arrays, each under a name: the form in which an immutable object hands over all it is made of, to be kept
 * and made again elsewhere. The arrays are not copied, so nobody may change them. Names within {@link #under} begin
 * with a prefix. Not thread-safe while arrays are put.
 */
public final class NamedArrays {
    private static final List<Class<?>> KINDS = List.of(byte[].class, short[].class, int[].class, long[].class);

    private final Map<String, Object> arrays;
    private final String prefix;

    private NamedArrays(Map<String, Object> arrays, String prefix) {
        this.arrays = arrays;
        this.prefix = prefix;
    }

    /** Returns an empty collection. */
    public static NamedArrays empty() {
        return new NamedArrays(new LinkedHashMap<>(), "");
    }

    /** Returns these arrays with names that begin with another part, which must be put and asked for without it. */
    public NamedArrays under(String part) {
        return new NamedArrays(arrays, prefix + part + ".");
    }

    /** Returns all arrays by their full names, in the order in which they were put. */
    public Map<String, Object> all() {
        return Collections.unmodifiableMap(arrays);
    }

    /**
     * Puts an array of bytes, shorts, ints or longs.
     *
     * @throws IllegalArgumentException if it is something else, or the name is taken
     */
    public void put(String name, Object array) {
        if (!KINDS.contains(array.getClass()) || arrays.containsKey(prefix + name)) {
            throw new IllegalArgumentException("Cannot put " + array.getClass().getSimpleName() + " as " + prefix
                + name + ".");
        }
        arrays.put(prefix + name, array);
    }

    /** Puts strings, whatever characters they have, even halves of pairs. */
    public void putStrings(String name, List<String> strings) {
        int[] lengths = new int[strings.size()];
        long total = 0;
        for (int i = 0; i < lengths.length; i++) {
            String string = strings.get(i);
            boolean narrow = string.chars().allMatch(character -> character <= 0xFF);
            lengths[i] = narrow ? string.length() : ~string.length();
            total += narrow ? string.length() : 2L * string.length();
        }
        ByteBuffer text = ByteBuffer.allocate(Math.toIntExact(total)).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < lengths.length; i++) {
            if (lengths[i] >= 0) {
                text.put(strings.get(i).getBytes(StandardCharsets.ISO_8859_1));
            } else {
                strings.get(i).chars().forEach(character -> text.putChar((char) character));
            }
        }
        put(name + ".lengths", lengths);
        put(name + ".text", text.array());
    }

    /** Returns whether an array has been put under a name. */
    public boolean has(String name) {
        return arrays.containsKey(prefix + name);
    }

    /** Returns the bytes of a name; see {@link #ints}. */
    public byte[] bytes(String name) {
        return get(name, byte[].class);
    }

    /**
     * Returns the ints of a name.
     *
     * @throws IllegalArgumentException if nothing of this kind has the name
     */
    public int[] ints(String name) {
        return get(name, int[].class);
    }

    /** Returns the longs of a name; see {@link #ints}. */
    public long[] longs(String name) {
        return get(name, long[].class);
    }

    /** Returns the strings of a name; see {@link #ints}. */
    public String[] strings(String name) {
        int[] lengths = ints(name + ".lengths");
        byte[] text = bytes(name + ".text");
        ByteBuffer wide = ByteBuffer.wrap(text).order(ByteOrder.LITTLE_ENDIAN);
        String[] strings = new String[lengths.length];
        int at = 0;
        for (int i = 0; i < lengths.length; i++) {
            if (lengths[i] >= 0) {
                strings[i] = new String(text, at, lengths[i], StandardCharsets.ISO_8859_1);
                at += lengths[i];
            } else {
                char[] characters = new char[~lengths[i]];
                wide.position(at);
                wide.asCharBuffer().get(characters);
                strings[i] = new String(characters);
                at += 2 * characters.length;
            }
        }
        return strings;
    }

    private <T> T get(String name, Class<T> kind) {
        Object array = arrays.get(prefix + name);
        if (!kind.isInstance(array)) {
            throw new IllegalArgumentException("There is no " + kind.getSimpleName() + " called " + prefix + name
                + " among " + Arrays.toString(arrays.keySet().toArray()) + ".");
        }
        return kind.cast(array);
    }
}
