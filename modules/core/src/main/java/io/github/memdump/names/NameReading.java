package io.github.memdump.names;

import io.github.memdump.array.IntList;
import io.github.memdump.dump.DumpException;
import io.github.memdump.dump.RawRecord;
import io.github.memdump.graph.Graph;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.task.Task;
import io.github.memdump.value.JointVisit;
import io.github.memdump.value.Values;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads what references are named by beside the records of their holders: shapes, what the process told, texts, other
 * objects.
 */
final class NameReading {
    private static final byte[] FROZEN = RawRecord.key("frozen");
    private static final byte[] FSTRING = RawRecord.key("fstring");
    private static final byte[] VALUE = RawRecord.key("value");
    /** So many other objects of a class say where its values stand. */
    private static final int SAMPLES = 64;
    private static final int MOST_SAMPLES = 2_000;
    private static final int LONGEST_ROW = 200;

    private final Heap heap;
    private final Shapes shapes;
    private final List<RawRecord> told;
    private final boolean canTell;
    /** What was read before the context was there to note it in. */
    private final Queue<Runnable> notes = new ConcurrentLinkedQueue<>();
    private @Nullable NameContext context;
    private @Nullable RecordNames names;

    /** Adds to a visit what it reads; once that has been run, {@link #begin} comes next. */
    NameReading(JointVisit visit) {
        this.heap = visit.values().heap();
        this.shapes = Shapes.of(visit);
        this.told = ProcessNames.records(visit);
        boolean hasShapes = false;
        for (int object = 0; object < heap.objectCount() && !hasShapes; object++) {
            hasShapes = heap.type(object) == RecordTypes.SHAPE;
        }
        this.canTell = hasShapes || !told.isEmpty();
    }

    /** Notes what was read. */
    void begin() {
        NameContext begun = new NameContext(heap, shapes, ProcessNames.of(told), new Evidence(heap));
        context = begun;
        names = new RecordNames(begun);
        notes.forEach(Runnable::run);
        notes.clear();
    }

    /** Returns what was read; not before it has begun. */
    NameContext context() {
        return Objects.requireNonNull(context);
    }

    /** Returns the names of records; not before it has begun. */
    RecordNames names() {
        return Objects.requireNonNull(names);
    }

    /** Adds to the same visit what names the references of some holders. */
    void addFor(int[] holders, JointVisit visit) {
        BitSet wanted = new BitSet();
        BitSet classes = new BitSet();
        for (int holder : holders) {
            int type = heap.type(holder);
            if (type == RecordTypes.CLASS || type == RecordTypes.MODULE
                || (type == RecordTypes.HASH && heap.references().outDegree(holder) <= LONGEST_ROW)) {
                strings(holder, wanted);
            } else if (type == RecordTypes.OBJECT || heap.isFields(holder)) {
                classes.set(heap.classNumber(type == RecordTypes.OBJECT ? holder : ownerOf(holder)));
            }
        }
        sample(classes, wanted);
        int[] all = wanted.stream().toArray();
        visit.add(all, (place, record) -> notes.add(note(all[place], record)));
    }

    /** Reads what names the references of all objects, in a pass of its own, once it has begun. */
    void readForAll(Values values, Task task) throws DumpException {
        IntList wanted = new IntList();
        for (int object = 0; object < heap.objectCount(); object++) {
            int type = heap.type(object);
            if (type == RecordTypes.STRING || (canTell && (type == RecordTypes.OBJECT || heap.isFields(object)))) {
                wanted.add(object);
            }
        }
        int[] all = wanted.toArray();
        values.visit(all, (place, record) -> note(all[place], record).run(), task);
    }

    private int ownerOf(int fields) {
        Graph referrers = heap.referrers();
        return referrers.outDegree(fields) == 0 ? fields : referrers.target(referrers.from(fields));
    }

    private void strings(int holder, BitSet into) {
        Graph references = heap.references();
        for (int edge = references.from(holder); edge < references.to(holder); edge++) {
            if (heap.type(references.target(edge)) == RecordTypes.STRING) {
                into.set(references.target(edge));
            }
        }
    }

    /** Chooses other objects of the same classes, and their records of variables, spread over the heap. */
    private void sample(BitSet classes, BitSet into) {
        if (classes.isEmpty() || !canTell) {
            return;
        }
        int[] counts = new int[heap.classes().size()];
        for (int object = 0; object < heap.objectCount(); object++) {
            counts[heap.classNumber(object)]++;
        }
        int[] seen = new int[counts.length];
        int room = MOST_SAMPLES;
        Graph references = heap.references();
        for (int object = 0; object < heap.objectCount() && room > 0; object++) {
            int number = heap.classNumber(object);
            if (!classes.get(number) || seen[number]++ % Math.max(1, counts[number] / SAMPLES) != 0) {
                continue;
            }
            into.set(object);
            room--;
            boolean mayBeApart = references.outDegree(object) <= 2;
            for (int edge = references.from(object); mayBeApart && edge < references.to(object); edge++) {
                if (heap.isFields(references.target(edge))) {
                    into.set(references.target(edge));
                }
            }
        }
    }

    private boolean isHeldByModule(int string) {
        Graph referrers = heap.referrers();
        for (int edge = referrers.from(string); edge < referrers.to(string); edge++) {
            int type = heap.type(referrers.target(edge));
            if (type == RecordTypes.CLASS || type == RecordTypes.MODULE) {
                return true;
            }
        }
        return false;
    }

    /** Returns what is to be noted of an object, once it has begun. */
    private Runnable note(int object, RawRecord record) {
        if (heap.type(object) != RecordTypes.STRING) {
            HolderRecord holder = new HolderRecord(heap, object, record);
            return () -> names().noteCertain(holder);
        }
        boolean isUnfrozen = !record.isTrue(FROZEN) && !record.isTrue(FSTRING);
        String text = isHeldByModule(object) ? record.text(VALUE) : null;
        return () -> {
            if (isUnfrozen) {
                context().noteUnfrozen(object);
            }
            if (text != null) {
                context().noteText(object, text);
            }
        };
    }
}
