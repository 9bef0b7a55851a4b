package io.github.memdump.names;

import io.github.memdump.array.IntList;
import io.github.memdump.dump.DumpException;
import io.github.memdump.dump.RawRecord;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.task.Task;
import io.github.memdump.value.Values;
import java.util.BitSet;

/** Reads what references are named by beside the records of their holders: shapes, texts, other objects. */
final class NameReading {
    private static final byte[] FROZEN = RawRecord.key("frozen");
    private static final byte[] FSTRING = RawRecord.key("fstring");
    private static final byte[] VALUE = RawRecord.key("value");
    /** So many other objects of a class say where its values stand. */
    private static final int SAMPLES = 64;
    private static final int MOST_SAMPLES = 2_000;
    private static final int LONGEST_ROW = 200;

    private final Values values;
    private final Heap heap;
    private final NameContext context;
    private final RecordNames names;

    /** Reads shapes and the names that the process gave; see {@link Values#visit} for errors. */
    NameReading(Values values, Task task) throws DumpException {
        this.values = values;
        this.heap = values.heap();
        this.context = new NameContext(heap, Shapes.of(values, task), ProcessNames.of(values, task),
            new Evidence(heap));
        this.names = new RecordNames(context);
    }

    NameContext context() {
        return context;
    }

    RecordNames names() {
        return names;
    }

    /** Reads what names the references of some holders. */
    void readFor(int[] holders, Task task) throws DumpException {
        BitSet wanted = new BitSet();
        BitSet classes = new BitSet();
        for (int holder : holders) {
            int type = heap.type(holder);
            if (type == RecordTypes.CLASS || type == RecordTypes.MODULE
                || type == RecordTypes.HASH && heap.references().outDegree(holder) <= LONGEST_ROW) {
                strings(holder, wanted);
            } else if (type == RecordTypes.OBJECT || context.isFields(holder)) {
                classes.set(heap.classNumber(type == RecordTypes.OBJECT ? holder : ownerOf(holder)));
            }
        }
        sample(classes, wanted);
        visit(wanted, task);
    }

    /** Reads what names the references of all objects. */
    void readForAll(Task task) throws DumpException {
        BitSet wanted = new BitSet();
        for (int object = 0; object < heap.objectCount(); object++) {
            int type = heap.type(object);
            boolean canTell = !context.shapes().isEmpty() || !context.told().isEmpty();
            if (type == RecordTypes.STRING || canTell && (type == RecordTypes.OBJECT || context.isFields(object))) {
                wanted.set(object);
            }
        }
        visit(wanted, task);
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
        if (classes.isEmpty() || context.shapes().isEmpty() && context.told().isEmpty()) {
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
            boolean mayBeApart = context.keepsFieldsApart() && references.outDegree(object) <= 2;
            for (int edge = references.from(object); mayBeApart && edge < references.to(object); edge++) {
                if (context.isFields(references.target(edge))) {
                    into.set(references.target(edge));
                }
            }
        }
    }

    private void visit(BitSet wanted, Task task) throws DumpException {
        IntList objects = new IntList();
        wanted.stream().forEach(objects::add);
        int[] all = objects.toArray();
        NodeSet ofModules = NodeSet.where(heap.objectCount(), object -> wanted.get(object)
            && heap.type(object) == RecordTypes.STRING && isHeldByModule(object));
        values.visit(all, (place, record) -> note(all[place], record, ofModules.contains(all[place])), task);
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

    private void note(int object, RawRecord record, boolean isOfModule) {
        if (heap.type(object) == RecordTypes.STRING) {
            if (!record.isTrue(FROZEN) && !record.isTrue(FSTRING)) {
                context.noteUnfrozen(object);
            }
            if (isOfModule) {
                context.noteText(object, record.text(VALUE));
            }
            return;
        }
        HolderRecord holder = new HolderRecord(heap, object, record);
        names.noteCertain(holder);
    }
}
