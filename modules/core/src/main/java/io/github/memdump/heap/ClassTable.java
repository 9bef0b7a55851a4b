package io.github.memdump.heap;

/**
 * The classes of a heap, numbered. First come the classes that objects point to, then one entry for each record type,
 * under which the objects without a class go. Immutable, thread-safe.
 */
public final class ClassTable {
    /** Stands for a class that has no record in the dump. */
    public static final int NO_OBJECT = -1;

    private final String[] names;
    private final int[] objects;

    ClassTable(String[] names, int[] objects) {
        this.names = names;
        this.objects = objects;
    }

    /** Returns the number of entries; several may have the same name. */
    public int size() {
        return names.length;
    }

    /** Returns the name of an entry: of the class, or of the record type. */
    public String name(int classNumber) {
        return names[classNumber];
    }

    /** Returns the id of the class object, or {@link #NO_OBJECT} where it is a type or has no record. */
    public int object(int classNumber) {
        return objects[classNumber];
    }
}
