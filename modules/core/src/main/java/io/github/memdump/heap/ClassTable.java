package io.github.memdump.heap;

import io.github.memdump.array.NamedArrays;
import io.github.memdump.dump.scan.Addresses;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * The classes of a heap, numbered. First come the classes that records point to, then one entry for each record type,
 * under which the objects without a class go. Immutable, thread-safe.
 */
public final class ClassTable {
    /** Stands for a class that has no record in the dump. */
    public static final int NO_OBJECT = -1;

    /** No class at all, of a heap whose classes are not named yet. */
    static final ClassTable NONE = new ClassTable(new String[0], new String[0], new int[0], new long[0], 0);

    private final String[] names;
    /** How Ruby prints the class itself where that is not the name of what its instances are; else empty. */
    private final String[] ownNames;
    private final int[] objects;
    private final long[] addresses;
    private final int types;
    private final int[] groups;

    /**
     * Makes the table.
     *
     * @param names     under which the instances of each class go
     * @param ownNames  how Ruby prints the class, where that differs; else empty
     * @param objects   the ids of the classes
     * @param addresses their addresses
     * @param types     how many entries at the end are record types
     */
    ClassTable(String[] names, String[] ownNames, int[] objects, long[] addresses, int types) {
        this(names, ownNames, objects, addresses, types, groups(names, types));
    }

    private ClassTable(String[] names, String[] ownNames, int[] objects, long[] addresses, int types, int[] groups) {
        this.names = names;
        this.ownNames = ownNames;
        this.objects = objects;
        this.addresses = addresses;
        this.types = types;
        this.groups = groups;
    }

    private static int[] groups(String[] names, int types) {
        int[] groups = new int[names.length];
        Map<String, Integer> first = new HashMap<>();
        for (int c = 0; c < groups.length; c++) {
            groups[c] = c < groups.length - types ? first.merge(names[c], c, (one, other) -> one) : c;
        }
        return groups;
    }

    /** Returns the table that {@link #putInto} has put among these arrays. */
    static ClassTable from(NamedArrays arrays) {
        return new ClassTable(arrays.strings("names"), arrays.strings("own_names"), arrays.ints("objects"),
            arrays.longs("addresses"), arrays.ints("types")[0], arrays.ints("groups"));
    }

    /** Puts all that this table is made of. */
    void putInto(NamedArrays arrays) {
        arrays.putStrings("names", Arrays.asList(names));
        arrays.putStrings("own_names", Arrays.asList(ownNames));
        arrays.put("objects", objects);
        arrays.put("addresses", addresses);
        arrays.put("types", new int[] {types});
        arrays.put("groups", groups);
    }

    /** Returns this table with names for classes that have no record; the same table where none is known. */
    ClassTable namedBy(LongFunction<Optional<String>> nameAt) {
        String[] named = names.clone();
        boolean any = false;
        for (int i = 0; i < named.length; i++) {
            if (objects[i] == NO_OBJECT && addresses[i] != Addresses.NONE) {
                Optional<String> name = nameAt.apply(addresses[i]);
                named[i] = name.orElse(named[i]);
                any |= name.isPresent();
            }
        }
        return any ? new ClassTable(named, ownNames, objects, addresses, types) : this;
    }

    /** Returns the number of entries; several may have the same name. */
    public int size() {
        return names.length;
    }

    /** Returns under what the instances of an entry go: the name of their class in Ruby, or the record type. */
    public String name(int classNumber) {
        return names[classNumber];
    }

    /** Returns how Ruby prints the class itself: the name, but for a singleton class of an object. */
    public String ownName(int classNumber) {
        return ownNames[classNumber].isEmpty() ? names[classNumber] : ownNames[classNumber];
    }

    /** Returns the number of the first class of the same name, one for all of them; itself for a record type. */
    int group(int classNumber) {
        return groups[classNumber];
    }

    /** Returns the number of the entry of a record type. */
    int ofType(int type) {
        return names.length - types + type;
    }

    /** Returns the id of the class object, or {@link #NO_OBJECT} where it is a type or has no record. */
    public int object(int classNumber) {
        return objects[classNumber];
    }

    /**
     * Returns the address of the class, whether it has a record or not, or
     * {@link Addresses#NONE} for a record type.
     */
    public long address(int classNumber) {
        return addresses[classNumber];
    }
}
