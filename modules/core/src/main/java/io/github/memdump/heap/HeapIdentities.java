package io.github.memdump.heap;

import io.github.memdump.array.NamedArrays;
import io.github.memdump.dump.Issues;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Of a heap, only which objects there are: their addresses, generations and sizes, and the names of ROOT objects and
 * classes. It is all that a comparison with a later dump asks of the earlier one. About 9 bytes per object; ids are
 * those of the heap. Immutable, thread-safe.
 */
public final class HeapIdentities {
    private final String dumpName;
    private final Issues issues;
    private final AddressIndex addresses;
    private final int[] generations;
    private final List<String> rootNames;
    private final Map<String, Integer> rootOf = new HashMap<>();
    private final long withGeneration;
    private final NamedClasses classes;
    private final MemsizeColumn memsizes;

    HeapIdentities(String dumpName, Issues issues, AddressIndex addresses, int[] generations, List<String> rootNames,
        long withGeneration, NamedClasses classes, MemsizeColumn memsizes) {
        this.dumpName = dumpName;
        this.issues = issues;
        this.addresses = addresses;
        this.generations = generations;
        this.rootNames = List.copyOf(rootNames);
        this.withGeneration = withGeneration;
        for (int root = 0; root < this.rootNames.size(); root++) {
            rootOf.putIfAbsent(this.rootNames.get(root), root);
        }
        this.classes = classes;
        this.memsizes = memsizes;
    }

    /**
     * Returns the identities that {@link #putInto} has put among these arrays.
     *
     * @param dumpName what the dump is called now
     * @throws IllegalArgumentException if they are not the arrays of identities
     */
    public static HeapIdentities from(NamedArrays arrays, String dumpName) {
        return new HeapIdentities(dumpName, Issues.from(arrays.under("issues")),
            AddressIndex.from(arrays.under("addresses")), arrays.ints("generations"),
            Arrays.asList(arrays.strings("root_names")), arrays.longs("figures")[0],
            NamedClasses.from(arrays.under("classes")), MemsizeColumn.from(arrays.under("memsizes")));
    }

    /** Puts all that these identities are made of but the name of the dump. */
    public void putInto(NamedArrays arrays) {
        issues.putInto(arrays.under("issues"));
        addresses.putInto(arrays.under("addresses"));
        arrays.put("generations", generations);
        arrays.putStrings("root_names", rootNames);
        arrays.put("figures", new long[] {withGeneration});
        classes.putInto(arrays.under("classes"));
        memsizes.putInto(arrays.under("memsizes"));
    }

    /** Returns what the dump is called: its path as it was given. */
    public String dumpName() {
        return dumpName;
    }

    /** Returns what was damaged. */
    public Issues issues() {
        return issues;
    }

    /** Returns the number of objects, ROOT objects included. */
    public int objectCount() {
        return addresses.size() + rootNames.size();
    }

    /** Returns the names of the ROOT objects, by ascending id. */
    public List<String> rootNames() {
        return rootNames;
    }

    /** Returns how many objects carry a generation. */
    public long withGeneration() {
        return withGeneration;
    }

    /** Returns the id of the object at an address, or {@link Heap#NO_OBJECT}; logarithmic time. */
    public int at(long address) {
        return addresses.id(address);
    }

    /** Returns the address of an object that is no ROOT object; those come last. Logarithmic time. */
    public long address(int id) {
        return addresses.address(id);
    }

    /** Returns the id of the ROOT object of a name, or {@link Heap#NO_OBJECT}. */
    public int rootNamed(String name) {
        Integer root = rootOf.get(name);
        return root == null ? Heap.NO_OBJECT : addresses.size() + root;
    }

    /** Returns the name of the class or module at an address; nothing where none is there, or it has no name. */
    public Optional<String> className(long address) {
        return classes.at(address);
    }

    /** Returns the generation of an object, or {@link Heap#NO_GENERATION}. */
    public int generation(int id) {
        return generations[id];
    }

    /** Returns the object's own size in bytes, 0 where its record has none. */
    public long memsize(int id) {
        return memsizes.get(id);
    }

    /** Returns the largest generation of all objects, or {@link Heap#NO_GENERATION}; linear time. */
    public int lastGeneration() {
        int last = Heap.NO_GENERATION;
        for (int generation : generations) {
            last = Math.max(last, generation);
        }
        return last;
    }
}
