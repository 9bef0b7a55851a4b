package io.github.memdump.export;

import io.github.memdump.graph.Graph;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.task.Task;
import io.github.memdump.text.Printable;
import io.github.memdump.value.Value;
import io.github.memdump.value.Values;
import io.github.memdump.view.ObjectNames;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** A whole heap as what a snapshot is made of, over the references by which all analyses go. Immutable. */
final class HeapContent implements SnapshotContent {
    /** How many values are held at a time. */
    private static final int VALUES = 1 << 19;
    private static final long KEY_OF_NAMES = 1L << 62;

    private final Heap heap;
    private final ObjectNames names;
    private final SnapshotSites sites;
    private final SnapshotNames edges;
    /** Null where values are left out. */
    private final @Nullable Values values;

    HeapContent(Heap heap, @Nullable Values values, SnapshotNames edges) {
        this.heap = heap;
        this.edges = edges;
        this.names = new ObjectNames(heap);
        this.sites = SnapshotSites.of(heap);
        this.values = values;
    }

    @Override
    public Graph graph() {
        return heap.references();
    }

    @Override
    public int[] roots() {
        return heap.roots();
    }

    @Override
    public SnapshotType type(int object) {
        return hasValue(object) && heap.type(object) == RecordTypes.STRING ? SnapshotType.STRING
            : SnapshotType.of(heap, object);
    }

    @Override
    public String name(int object) {
        return Printable.of(names.of(object));
    }

    @Override
    public long key(int object) {
        if (heap.isRoot(object)) {
            return KEY_OF_NAMES ^ keyOf(heap.name(object));
        }
        return heap.address(object) * 0x9E37_79B9_7F4A_7C15L + heap.generation(object);
    }

    /** Returns a number made from a text. */
    static long keyOf(String text) {
        long key = 0;
        for (int i = 0; i < text.length(); i++) {
            key = key * 0x100_0000_01B3L + text.charAt(i);
        }
        return key;
    }

    @Override
    public long size(int object) {
        return heap.memsize(object);
    }

    @Override
    public @Nullable String edgeName(int source, int target) {
        if (heap.isToHeldClass(source, target)) {
            return "class";
        }
        String name = edges.of(source, target);
        return name.isEmpty() ? null : Printable.of(name);
    }

    @Override
    public boolean isCollection(int object) {
        return heap.type(object) == RecordTypes.ARRAY || heap.type(object) == RecordTypes.HASH;
    }

    @Override
    public String outside() {
        return "(not reachable from any root)";
    }

    @Override
    public int site(int object) {
        return heap.site(object);
    }

    @Override
    public SnapshotSites sites() {
        return sites;
    }

    @Override
    public boolean hasValue(int object) {
        return values != null && (heap.type(object) == RecordTypes.STRING || heap.typeName(object).equals("SYMBOL"));
    }

    @Override
    public void values(ValueSink sink, IntConsumer done) throws IOException {
        Values read = Objects.requireNonNull(values);
        int[] chunk = new int[Math.min(VALUES, heap.objectCount())];
        int size = 0;
        for (int object = 0; object < heap.objectCount(); object++) {
            if (hasValue(object)) {
                chunk[size++] = object;
            }
            if (size == chunk.length || object == heap.objectCount() - 1) {
                for (Value value : read.of(Arrays.copyOf(chunk, size), Task.UNWATCHED)) {
                    sink.value(text(value));
                }
                done.accept(size);
                size = 0;
            }
        }
    }

    private static String text(Value value) {
        switch (value.kind()) {
            case GIVEN:
                return value.isCut() ? value.text() + "…" : value.text();
            case SHARED:
                return "(shares the text of another string)";
            default:
                return "(the dump has no text)";
        }
    }
}
