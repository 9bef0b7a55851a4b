package io.github.memdump.heap;

import io.github.memdump.array.LongList;
import io.github.memdump.array.NamedArrays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The names of the classes and modules of a dump, by address. A dump has some thousand. Immutable, thread-safe. */
final class NamedClasses {
    private final long[] addresses;
    private final String[] names;

    private NamedClasses(long[] addresses, String[] names) {
        this.addresses = addresses;
        this.names = names;
    }

    /** Returns the names that {@link #putInto} has put among these arrays. */
    static NamedClasses from(NamedArrays arrays) {
        return new NamedClasses(arrays.longs("addresses"), arrays.strings("names"));
    }

    /** Puts all names. */
    void putInto(NamedArrays arrays) {
        arrays.put("addresses", addresses);
        arrays.putStrings("names", Arrays.asList(names));
    }

    /** Returns the name of the class at an address; logarithmic time. */
    Optional<String> at(long address) {
        int place = Arrays.binarySearch(addresses, address);
        return place < 0 ? Optional.empty() : Optional.of(names[place]);
    }

    /** Gathers the names. Not thread-safe. */
    static final class Builder {
        private final LongList addresses = new LongList();
        private final List<String> names = new ArrayList<>();

        /** Adds a class, unless it has no name. */
        void add(long address, String name) {
            if (!name.isEmpty()) {
                addresses.add(address);
                names.add(name);
            }
        }

        NamedClasses build() {
            int[] order = IntStream.range(0, names.size()).boxed()
                .sorted((a, b) -> Long.compare(addresses.get(a), addresses.get(b))).mapToInt(Integer::intValue)
                .toArray();
            return new NamedClasses(Arrays.stream(order).mapToLong(addresses::get).toArray(),
                Arrays.stream(order).mapToObj(names::get).toArray(String[]::new));
        }
    }
}
