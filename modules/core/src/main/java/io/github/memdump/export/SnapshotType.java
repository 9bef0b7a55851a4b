package io.github.memdump.export;

import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The types that nodes have in a heap snapshot of V8, in the order in which a snapshot numbers them. */
enum SnapshotType {
    HIDDEN("hidden"), ARRAY("array"), STRING("string"), OBJECT("object"), CODE("code"), CLOSURE("closure"),
    REGEXP("regexp"), NUMBER("number"), NATIVE("native"), SYNTHETIC("synthetic"), CONCATENATED("concatenated string"),
    SLICED("sliced string"), SYMBOL("symbol"), BIGINT("bigint"), SHAPE("object shape");

    private static final List<SnapshotType> NUMBERED = List.of(values());

    private final String id;

    SnapshotType(String id) {
        this.id = id;
    }

    /** Returns its number in a snapshot. */
    int number() {
        return NUMBERED.indexOf(this);
    }

    /** Returns the names of all types by number. */
    static List<String> ids() {
        return NUMBERED.stream().map(type -> type.id).collect(Collectors.toList());
    }

    /**
     * Returns the type of an object. DevTools groups objects, arrays and hashes by their name and the others by their
     * type, so a STRING is an object here: who asks for values makes it a {@link #STRING}.
     */
    static SnapshotType of(Heap heap, int object) {
        switch (heap.type(object)) {
            case RecordTypes.ROOT:
                return SYNTHETIC;
            case RecordTypes.SHAPE:
                return SHAPE;
            case RecordTypes.IMEMO:
                return heap.name(object).toLowerCase(Locale.ROOT).equals("iseq") ? CODE : HIDDEN;
            default:
                return ofOther(heap.typeName(object));
        }
    }

    private static SnapshotType ofOther(String record) {
        switch (record) {
            case "SYMBOL":
                return SYMBOL;
            case "BIGNUM":
                return BIGINT;
            case "FLOAT":
                return NUMBER;
            case "REGEXP":
                return REGEXP;
            default:
                return OBJECT;
        }
    }
}
