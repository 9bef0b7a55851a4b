package io.github.memdump.names;

import io.github.memdump.dump.RawRecord;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import java.util.function.IntPredicate;

/** What the record of an object says that its references can be named by; the references in their order. Immutable. */
final class HolderRecord {
    private static final byte[] REFERENCES = RawRecord.key("references");
    private static final byte[] SHAPE_ID = RawRecord.key("shape_id");
    private static final byte[] LENGTH = RawRecord.key("length");
    private static final byte[] SIZE = RawRecord.key("size");
    private static final byte[] SHARED = RawRecord.key("shared");
    private static final byte[] SINGLETON = RawRecord.key("singleton");
    private static final byte[] SUPERCLASS = RawRecord.key("superclass");
    private static final byte[] CLASS = RawRecord.key("class");
    private static final byte[] DEFAULT = RawRecord.key("default");
    private static final byte[] TOO_COMPLEX = RawRecord.key("too_complex_shape");
    private static final byte[] COMPLEX = RawRecord.key("complex_shape");

    final int object;
    final int type;
    final String name;
    /** Where it refers to, in the order of the record, an address as often as it stands there. */
    final long[] references;
    /** The ids of these, {@link Heap#NO_OBJECT} where the dump has no such object. */
    final int[] targets;
    final long shape;
    final long length;
    final long size;
    final boolean shared;
    final boolean singleton;
    final boolean complex;
    final long superclass;
    final long recordedClass;
    final long defaultProc;

    private final IntPredicate wanted;

    HolderRecord(Heap heap, int object, RawRecord record) {
        this(heap, object, record, target -> true);
    }

    /** Makes the record of an object of which references to some targets alone are asked for. */
    HolderRecord(Heap heap, int object, RawRecord record, IntPredicate wanted) {
        this.wanted = wanted;
        this.object = object;
        this.type = heap.type(object);
        this.name = heap.name(object);
        this.references = record.addresses(REFERENCES);
        this.targets = new int[references.length];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = heap.at(references[i]);
        }
        this.shape = record.number(SHAPE_ID, -1);
        this.length = record.number(LENGTH, -1);
        this.size = record.number(SIZE, -1);
        this.shared = record.isTrue(SHARED);
        this.singleton = record.isTrue(SINGLETON);
        this.complex = record.isTrue(TOO_COMPLEX) || record.isTrue(COMPLEX);
        this.superclass = record.address(SUPERCLASS);
        this.recordedClass = record.address(CLASS);
        this.defaultProc = record.address(DEFAULT);
    }

    /** Returns whether the name of a reference is asked for; of others a collection has the kind alone. */
    boolean isWanted(int place) {
        return wanted.test(targets[place]);
    }

    /** Returns the number of references. */
    int size() {
        return references.length;
    }

    boolean isModule() {
        return type == RecordTypes.CLASS || type == RecordTypes.MODULE;
    }

    /** Returns whether it keeps the variables of another object, that which it calls its class. */
    boolean isFields() {
        return type == RecordTypes.IMEMO && name.equals("fields");
    }
}
