package io.github.memdump.view;

import io.github.memdump.heap.ClassTable;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import java.util.HashMap;
import java.util.Map;

/**
 * What objects are called in pictures and reports: a root, class or module by its own name, everything else by its
 * class, internal records by their kind. Never a value. Immutable, thread-safe; a few bytes per class.
 */
public final class ObjectNames {
    private final Heap heap;
    private final Map<Integer, String> classObjects = new HashMap<>();

    /** Prepares the names of a heap; linear in the number of classes. */
    public ObjectNames(Heap heap) {
        this.heap = heap;
        for (int c = 0; c < heap.classes().size(); c++) {
            if (heap.classes().object(c) != ClassTable.NO_OBJECT) {
                classObjects.put(heap.classes().object(c), heap.classes().ownName(c));
            }
        }
    }

    /** Returns what an object is called: "root vm", "class Shop::Cart", "Shop::Session", "IMEMO iseq". */
    public String of(int object) {
        String name = heap.name(object);
        String className = heap.className(object);
        switch (heap.type(object)) {
            case RecordTypes.ROOT:
                return "root " + name;
            case RecordTypes.CLASS:
                return "class " + ownName(object, name);
            case RecordTypes.MODULE:
                return "module " + ownName(object, name);
            case RecordTypes.IMEMO:
            case RecordTypes.DATA:
                boolean telling = !className.equals(heap.typeName(object)) && !className.equals("Object");
                return telling || name.isEmpty() ? className : heap.typeName(object) + " " + name;
            default:
                return className;
        }
    }

    /** Returns what an object is called after the one that refers to it: "its class Shop::Cart" if that holds it so. */
    public String of(int holder, int object) {
        return holder != Heap.NO_OBJECT && heap.isToHeldClass(holder, object) ? "its " + of(object) : of(object);
    }

    private String ownName(int object, String name) {
        if (!name.isEmpty()) {
            return name;
        }
        return classObjects.getOrDefault(object, "without a name");
    }
}
