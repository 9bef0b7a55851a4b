package io.github.memdump.heap;

import io.github.memdump.array.IntChunks;
import io.github.memdump.array.NamedArrays;
import io.github.memdump.dump.DumpException;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.dump.DumpReader;
import io.github.memdump.dump.LimitExceededException;
import io.github.memdump.dump.RecordBlock;
import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.dump.issue.IssueKind;
import io.github.memdump.dump.issue.Issues;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /** Collects of the records of a dump what makes their identities. About 13 bytes per object; not thread-safe. */
    static final class Builder implements DumpReader.Sink {
        private final DumpLimits limits;
        private final AddressPages pages = new AddressPages();
        private final IntChunks codes = new IntChunks();
        private final IntChunks generations = new IntChunks();
        private final MemsizeColumn.Builder memsizes = new MemsizeColumn.Builder();
        private final Slots.Filter slots = new Slots.Filter();
        private final Set<String> rootNames = new LinkedHashSet<>();
        private final NamedClasses.Builder classes = new NamedClasses.Builder();
        private long withGeneration;

        Builder(DumpLimits limits) {
            this.limits = limits;
        }

        @Override
        public void accept(RecordBlock block, DumpReader.Rejections rejections) throws DumpException {
            slots.begin(block);
            for (int record = 0; record < block.size(); record++) {
                try {
                    add(block, record, rejections);
                } catch (LimitExceededException beyond) {
                    throw beyond.at(rejections.place(record));
                }
            }
        }

        private void add(RecordBlock block, int record, DumpReader.Rejections rejections)
                throws LimitExceededException {
            if (block.root(record) != RecordBlock.NONE) {
                rootNames.add(block.strings().get(block.root(record)));
            } else if (!slots.takes(block, record)) {
                int code = pages.code(block.address(record));
                if (!pages.occupy(code)) {
                    rejections.reject(IssueKind.DUPLICATE_ADDRESS, record);
                    return;
                }
                codes.add(code);
                generations.add(block.generation(record));
                memsizes.add(block.memsize(record));
                addName(block, record);
                withGeneration += block.generation(record) == RecordBlock.NONE ? 0 : 1;
            }
            if (codes.size() + rootNames.size() > limits.objects()) {
                throw LimitExceededException.ofObjects(limits);
            }
        }

        private void addName(RecordBlock block, int record) {
            if (block.name(record) != RecordBlock.NONE && block.type(record) != RecordBlock.NONE) {
                String type = block.strings().get(block.type(record));
                if (type.equals("CLASS") || type.equals("MODULE")) {
                    classes.add(block.address(record), block.strings().get(block.name(record)));
                }
            }
        }

        HeapIdentities identities(DumpInput input, DumpReader.Summary summary) {
            AddressIndex addresses = pages.index();
            RecordOrder order = RecordOrder.of(codes, addresses);
            codes.clear();
            int[] byId = order.ordered(generations, rootNames.size(), Heap.NO_GENERATION);
            return new HeapIdentities(input.name(), summary.issues(), addresses.withoutCodes(), byId,
                List.copyOf(rootNames), withGeneration, classes.build(), memsizes.build(order, rootNames.size()));
        }
    }
}
