package io.github.memdump.heap;

import io.github.memdump.array.ByteChunks;
import io.github.memdump.array.IntChunks;
import io.github.memdump.array.IntList;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.dump.DumpReader;
import io.github.memdump.graph.Graph;
import io.github.memdump.task.Parallel;
import io.github.memdump.task.Task;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes the heap of what a {@link HeapBuilder} has collected: gives out the ids, puts the columns in their order,
 * resolves the references, names the classes. Linear time.
 */
final class HeapAssembly {
    private final HeapBuilder builder;
    private final AddressIndex addresses;
    private final RecordOrder order;
    private final int roots;
    private final int threads;

    HeapAssembly(HeapBuilder builder) {
        this(builder, Parallel.threads());
    }

    HeapAssembly(HeapBuilder builder, int threads) {
        this.builder = builder;
        this.threads = threads;
        this.addresses = builder.pages.index();
        this.order = RecordOrder.of(builder.codes, addresses);
        this.roots = builder.roots.size();
        builder.codes.clear();
    }

    Heap heap(DumpInput input, DumpReader.Summary summary, Task task) {
        task.phase("Arranging objects", 1);
        HeapColumns columns = columns();
        ReferenceRows rows = new ReferenceRows(builder, addresses, order, threads);
        Graph references = rows.graph(task);
        columns = columns.with(new ClassNames(builder, columns, addresses, singletons(), superclasses()).table());
        LoadFacts facts = new LoadFacts(input.name(), summary, columns.types.length, roots,
            references.edgeCount() + rows.dangling(), rows.dangling(), rows.duplicates(), builder.withGeneration,
            builder.memsize, builder.withoutMemsize, builder.slots.slots(), builder.nameRecords.toArray());
        return new Heap(columns, references, facts);
    }

    /** Returns all columns but the names of the classes; in an order in which hardly anything is there twice. */
    private HeapColumns columns() {
        AddressIndex index = addresses.withoutCodes();
        RecordTypes typeNames = builder.types.build();
        byte[] types = ordered(builder.typeOf);
        int[] classes = classes();
        int[] generations = ordered(builder.generations, Heap.NO_GENERATION);
        int[] sites = ordered(builder.siteOf, SiteTable.NO_SITE);
        SiteTable siteNames = builder.sites.build(builder.strings.strings());
        int[] offsetsLow = ordered(builder.offsetsLow, 0);
        byte[] offsetsHigh = ordered(builder.offsetsHigh);
        for (int root = 0; root < roots; root++) {
            long offset = builder.roots.offset(root);
            offsetsLow[order.size() + root] = (int) offset;
            offsetsHigh[order.size() + root] = (byte) (offset >>> Integer.SIZE);
        }
        HeapColumns columns = new HeapColumns(index, builder.memsizes.build(order, roots), names(), typeNames,
            ClassTable.NONE, siteNames);
        columns.types = types;
        columns.classes = classes;
        columns.generations = generations;
        columns.sites = sites;
        columns.offsetsLow = offsetsLow;
        columns.offsetsHigh = offsetsHigh;
        return columns;
    }

    private int[] classes() {
        int[] classes = ordered(builder.classOf, ClassNumbers.ofType(RecordTypes.ROOT));
        int classNumbers = builder.classes.size();
        for (int id = 0; id < classes.length; id++) {
            if (classes[id] < 0) {
                classes[id] = classNumbers - 1 - classes[id];
            }
        }
        return classes;
    }

    /** Returns a column by id; the builder's goes, so that hardly anything is there twice. */
    private int[] ordered(IntChunks values, int forRoots) {
        int[] result = order.ordered(values, roots, forRoots);
        values.clear();
        return result;
    }

    /** Returns a column in which ROOT objects have 0, which is also the number of their type. */
    private byte[] ordered(ByteChunks values) {
        byte[] result = order.ordered(values, roots);
        values.clear();
        return result;
    }

    private NameColumn names() {
        int named = builder.namedRecords.size();
        long[] pairs = pairs(builder.namedRecords, builder.recordNames, roots);
        for (int root = 0; root < roots; root++) {
            pairs[named + root] = (long) (order.size() + root) << Integer.SIZE | builder.roots.name(root);
        }
        return column(pairs);
    }

    /** Returns the column that gives singleton classes the name of the class they stand above. */
    private NameColumn singletons() {
        return column(pairs(builder.singletons, builder.singletonsOf, 0));
    }

    /** Returns the addresses of superclasses by the ids of the classes that say theirs. */
    private Map<Integer, Long> superclasses() {
        Map<Integer, Long> result = new HashMap<>();
        for (int i = 0; i < builder.derived.size(); i++) {
            result.put(order.id(builder.derived.get(i)), builder.superclasses.get(i));
        }
        return result;
    }

    /** Returns pairs of id and number that sort by id, before some free places. */
    private long[] pairs(IntList records, IntList numbers, int free) {
        long[] pairs = new long[free + records.size()];
        for (int i = 0; i < records.size(); i++) {
            pairs[i] = (long) order.id(records.get(i)) << Integer.SIZE | (numbers.get(i) & 0xFFFF_FFFFL);
        }
        return pairs;
    }

    /** Records come in nearly the order of their ids, and what is in order needs no code for sorting to be compiled. */
    private static boolean ascending(long[] pairs) {
        for (int i = 1; i < pairs.length; i++) {
            if (pairs[i] < pairs[i - 1]) {
                return false;
            }
        }
        return true;
    }

    private NameColumn column(long[] pairs) {
        if (!ascending(pairs)) {
            Arrays.sort(pairs);
        }
        int[] ids = new int[pairs.length];
        int[] names = new int[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            ids[i] = (int) (pairs[i] >>> Integer.SIZE);
            names[i] = (int) pairs[i];
        }
        return new NameColumn(ids, names, builder.strings.strings());
    }
}
