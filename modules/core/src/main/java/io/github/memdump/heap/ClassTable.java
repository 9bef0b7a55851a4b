package io.github.memdump.heap;

import io.github.memdump.array.NamedArrays;
import io.github.memdump.dump.RecordBlock;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * The classes of a heap, numbered. First come the classes that objects point to, then one entry for each record type,
 * under which the objects without a class go. Immutable, thread-safe.
 */
public final class ClassTable {
    /** Stands for a class that has no record in the dump. */
    public static final int NO_OBJECT = -1;

    private final String[] names;
    private final int[] objects;
    private final long[] addresses;

    ClassTable(String[] names, int[] objects, long[] addresses) {
        this.names = names;
        this.objects = objects;
        this.addresses = addresses;
    }

    /** Returns the table that {@link #putInto} has put among these arrays. */
    static ClassTable from(NamedArrays arrays) {
        return new ClassTable(arrays.strings("names"), arrays.ints("objects"), arrays.longs("addresses"));
    }

    /** Puts all that this table is made of. */
    void putInto(NamedArrays arrays) {
        arrays.putStrings("names", Arrays.asList(names));
        arrays.put("objects", objects);
        arrays.put("addresses", addresses);
    }

    /** Returns this table with names for classes that have no record; the same table where none is known. */
    ClassTable namedBy(LongFunction<Optional<String>> nameAt) {
        String[] named = names.clone();
        boolean any = false;
        for (int i = 0; i < named.length; i++) {
            if (objects[i] == NO_OBJECT && addresses[i] != RecordBlock.NO_ADDRESS) {
                Optional<String> name = nameAt.apply(addresses[i]);
                named[i] = name.orElse(named[i]);
                any |= name.isPresent();
            }
        }
        return any ? new ClassTable(named, objects, addresses) : this;
    }

    /** Returns the number of entries; several may have the same name. */
    public int size() {
        return names.length;
    }

    /** Returns the name of an entry: of the class, or of the record type. */
    public String name(int classNumber) {
        return names[classNumber];
    }

    /** Returns the id of the class object, or {@link #NO_OBJECT} where it is a type or has no record. */
    public int object(int classNumber) {
        return objects[classNumber];
    }

    /**
     * Returns the address of the class, whether it has a record or not, or
     * {@link RecordBlock#NO_ADDRESS} for a record type.
     */
    public long address(int classNumber) {
        return addresses[classNumber];
    }
}
