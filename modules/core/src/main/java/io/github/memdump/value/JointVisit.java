package io.github.memdump.value;

import io.github.memdump.array.KeyOrder;
import io.github.memdump.dump.DumpException;
import io.github.memdump.dump.RawRecord;
import io.github.memdump.dump.RecordSource;
import io.github.memdump.dump.scan.Addresses;
import io.github.memdump.dump.scan.TextBytes;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToLongFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Several readings of one dump that are done together, in one pass over it: a file that is packed is unpacked once. 4
 * bytes for each record that is asked for. Used once, by one thread.
 */
public final class JointVisit {
    private static final Pattern NO_UTF8 = Pattern.compile("[\\uFFFD\\uD800-\\uDFFF]");
    private static final byte[] ROOT = RawRecord.key("root");

    private final Values values;
    private final Heap heap;
    private final List<Reading> readings = new ArrayList<>();
    private int total;

    JointVisit(Values values) {
        this.values = values;
        this.heap = values.heap();
    }

    private static final class Reading {
        final int begin;
        final IntToLongFunction offset;
        /** The objects whose records they are; null where they are no objects. */
        final int @Nullable [] objects;
        final RecordSource.Visitor visitor;

        Reading(int begin, IntToLongFunction offset, int @Nullable [] objects, RecordSource.Visitor visitor) {
            this.begin = begin;
            this.offset = offset;
            this.objects = objects;
            this.visitor = visitor;
        }
    }

    /** Returns the values that are read. */
    public Values values() {
        return values;
    }

    /** Adds a visit of the records of some objects, each with its place among these; see {@link Values#visit}. */
    public void add(int[] objects, RecordSource.Visitor visitor) {
        add(objects.length, place -> heap.recordOffset(objects[place]), objects, visitor);
    }

    /** Adds a visit of records that are no objects, by where they begin, in bytes, decompressed. */
    public void add(long[] offsets, RecordSource.Visitor visitor) {
        add(offsets.length, place -> offsets[place], null, visitor);
    }

    private void add(int count, IntToLongFunction offset, int @Nullable [] objects, RecordSource.Visitor visitor) {
        readings.add(new Reading(total, offset, objects, visitor));
        total = Math.addExact(total, count);
    }

    /** Visits all records, by several threads in no order; see {@link Values#visit} for errors. */
    public void run(Task task) throws DumpException {
        int[] order = KeyOrder.ascending(total, this::offset);
        AtomicInteger visited = new AtomicInteger();
        AtomicInteger strange = new AtomicInteger(-1);
        values.source().visit(total, rank -> offset(order[rank]), (rank, record) -> {
            Reading reading = of(order[rank]);
            int place = order[rank] - reading.begin;
            if (reading.objects == null || isOf(reading.objects[place], record)) {
                reading.visitor.visit(place, record);
                visited.incrementAndGet();
            } else {
                strange.set(reading.objects[place]);
            }
        }, task);
        if (visited.get() < total) {
            throw incomplete(strange.get());
        }
    }

    private DumpException incomplete(int strange) {
        return new DumpException(heap.facts().dumpName() + (strange < 0 ? " is shorter than when it was read"
            : " is not what it was when it was read: at byte " + heap.recordOffset(strange)
            + " there is no record of " + name(strange)) + ". Open the dump anew.");
    }

    private Reading of(int place) {
        int reading = readings.size() - 1;
        while (readings.get(reading).begin > place) {
            reading--;
        }
        return readings.get(reading);
    }

    private long offset(int place) {
        Reading reading = of(place);
        return reading.offset.applyAsLong(place - reading.begin);
    }

    private boolean isOf(int object, RawRecord record) {
        if (!heap.isRoot(object)) {
            return record.address() == heap.address(object);
        }
        TextBytes name = new TextBytes(Integer.MAX_VALUE);
        return record.text(ROOT, name) && wellFormed(new String(name.array(), 0, name.length(),
            StandardCharsets.UTF_8)).startsWith(wellFormed(heap.name(object)));
    }

    /** Returns a name without what is no UTF-8 in it: the heap and the record each put something else there. */
    private static String wellFormed(String name) {
        return NO_UTF8.matcher(name).replaceAll("");
    }

    private String name(int object) {
        return heap.isRoot(object) ? "root " + heap.name(object) : Addresses.format(heap.address(object));
    }
}
