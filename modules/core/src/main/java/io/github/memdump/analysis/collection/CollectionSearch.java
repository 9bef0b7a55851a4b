package io.github.memdump.analysis.collection;

import io.github.memdump.array.IntList;
import io.github.memdump.dump.DumpException;
import io.github.memdump.dump.RawRecord;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.task.Task;
import io.github.memdump.value.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads the records of collections and finds those that take more memory than their contents need. */
final class CollectionSearch {
    private static final byte[] LENGTH = RawRecord.key("length");
    private static final byte[] SIZE = RawRecord.key("size");
    private static final byte[] BYTESIZE = RawRecord.key("bytesize");
    private static final byte[] CAPACITY = RawRecord.key("capacity");
    private static final byte[] SLOT_SIZE = RawRecord.key("slot_size");
    private static final byte[] EMBEDDED = RawRecord.key("embedded");
    private static final byte[] SHARED = RawRecord.key("shared");
    private static final byte[] FROZEN = RawRecord.key("frozen");
    static final String SET = "Set";
    private static final String SET_TABLE = "set";

    private final Heap heap;
    private final TableLayout layout;
    private final Map<CollectionKind, CollectionTotal.Builder> totals = new EnumMap<>(CollectionKind.class);
    private final List<WastefulCollection> wasteful = new ArrayList<>();

    private CollectionSearch(Heap heap) {
        this.heap = heap;
        long highest = 0;
        for (int object = 0; object < heap.objectCount(); object++) {
            highest = heap.isRoot(object) ? highest : Math.max(highest, heap.address(object));
        }
        this.layout = TableLayout.byAddress(highest);
        for (CollectionKind kind : CollectionKind.values()) {
            totals.put(kind, new CollectionTotal.Builder(kind));
        }
    }

    /** Reads the collections among some objects. */
    static CollectionSearch of(Values values, NodeSet among, Task task) throws DumpException {
        CollectionSearch search = new CollectionSearch(values.heap());
        int[] collections = search.collections(among);
        values.visit(collections, (place, record) -> search.take(collections[place], record), task);
        search.wasteful.sort(Comparator.comparingLong(WastefulCollection::saved).reversed()
            .thenComparingInt(WastefulCollection::object));
        return search;
    }

    /** Returns what there is of each kind. */
    List<CollectionTotal> totals() {
        List<CollectionTotal> result = new ArrayList<>();
        totals.values().forEach(total -> result.add(total.build()));
        return result;
    }

    /** Returns what wastes memory, most of it first. */
    List<WastefulCollection> wasteful() {
        return wasteful;
    }

    private int[] collections(NodeSet among) {
        IntList result = new IntList();
        for (int object = 0; object < heap.objectCount(); object++) {
            Optional<CollectionKind> kind = kind(object);
            if (kind.isEmpty() || !among.contains(outer(object))) {
                continue;
            }
            CollectionTotal.Builder total = total(kind.get());
            if (heap.className(object).equals(heap.typeName(object))) {
                total.addInternal();
                continue;
            }
            total.add(memsize(object));
            if (heap.type(object) == RecordTypes.DATA) {
                total.addUnknown();
            } else {
                result.add(object);
            }
        }
        return result.toArray();
    }

    private CollectionTotal.Builder total(CollectionKind kind) {
        return Objects.requireNonNull(totals.get(kind));
    }

    private Optional<CollectionKind> kind(int object) {
        switch (heap.type(object)) {
            case RecordTypes.ARRAY:
                return Optional.of(CollectionKind.ARRAY);
            case RecordTypes.HASH:
                return Optional.of(outer(object) == object ? CollectionKind.HASH : CollectionKind.SET);
            case RecordTypes.STRING:
                return Optional.of(CollectionKind.STRING);
            case RecordTypes.DATA:
                return heap.name(object).equals(SET_TABLE) ? Optional.of(CollectionKind.SET) : Optional.empty();
            default:
                return Optional.empty();
        }
    }

    /** Returns the set that keeps its elements in a hash, else the object itself. */
    private int outer(int object) {
        Graph referrers = heap.referrers();
        if (heap.type(object) != RecordTypes.HASH || referrers.outDegree(object) != 1) {
            return object;
        }
        int holder = referrers.target(referrers.from(object));
        return heap.type(holder) == RecordTypes.OBJECT && heap.className(holder).equals(SET) ? holder : object;
    }

    private long memsize(int object) {
        int outer = outer(object);
        return heap.memsize(object) + (outer == object ? 0 : heap.memsize(outer));
    }

    private void take(int object, RawRecord record) {
        CollectionKind kind = kind(object).orElseThrow();
        long length = record.number(kind == CollectionKind.ARRAY ? LENGTH : kind == CollectionKind.STRING ? BYTESIZE
            : SIZE, -1);
        boolean isShared = record.isTrue(SHARED);
        if (isShared || (record.isTrue(FROZEN) && length == 0)) {
            return;
        }
        boolean isEmbedded = record.isTrue(EMBEDDED);
        long table = heap.memsize(object) - record.number(SLOT_SIZE, layout.slot());
        long capacity = isEmbedded ? length : capacity(object, kind, record, table, length);
        if (length < 0 || (capacity < length && length > 0)) {
            count(kind);
        } else {
            Optional<Waste> waste = waste(kind, length, capacity);
            long saved = waste.isEmpty() ? 0 : saved(object, kind, waste.get(), length, capacity, table);
            if (saved > 0) {
                add(new WastefulCollection(outer(object), kind, waste.get(), length, isEmbedded
                    ? WastefulCollection.UNKNOWN : capacity, saved));
            }
        }
    }

    private long capacity(int object, CollectionKind kind, RawRecord record, long table, long length) {
        if (kind == CollectionKind.STRING) {
            // Ruby writes it where it is another than the length.
            return record.number(CAPACITY, length);
        }
        if (kind == CollectionKind.ARRAY) {
            // Variables of an array are in its memsize too; arrays of a class of their own may have some.
            return table >= 0 && heap.className(object).equals("Array") ? layout.elements(table) : -1;
        }
        return table < 0 ? -1 : layout.pairs(table, length);
    }

    private static Optional<Waste> waste(CollectionKind kind, long length, long capacity) {
        boolean isHash = kind == CollectionKind.HASH || kind == CollectionKind.SET;
        if (length == 0) {
            return Optional.of(Waste.EMPTY);
        }
        return isHash && length == 1 ? Optional.of(Waste.ONE_ENTRY)
            : capacity - length > length ? Optional.of(Waste.GROWN) : Optional.empty();
    }

    private long saved(int object, CollectionKind kind, Waste waste, long length, long capacity, long table) {
        switch (waste) {
            case EMPTY:
                return memsize(object);
            case ONE_ENTRY:
                return memsize(object) - layout.slot();
            default:
                return kind == CollectionKind.STRING ? capacity - length
                    : kind == CollectionKind.ARRAY ? (capacity - length) * layout.word()
                    : layout.spareOfHash(table, length);
        }
    }

    private synchronized void count(CollectionKind kind) {
        total(kind).addUnknown();
    }

    private synchronized void add(WastefulCollection one) {
        wasteful.add(one);
        total(one.kind()).add(one);
    }
}
