package io.github.memdump.heap;

import io.github.memdump.dump.Addresses;
import java.util.Arrays;

/**
 * Names the classes of a heap as Ruby prints them: the name of a CLASS or MODULE record; {@code I(Name)} for an
 * ICLASS; {@code #<Class:Foo>} for the singleton class of Foo and {@code #<Class:#<Foo:0x…>>} for that of an instance;
 * {@code #<Class:0x…>} for an anonymous class; the address where the class has no record.
 */
final class ClassNames {
    /** Singleton classes of singleton classes end here; Ruby makes no deeper ones on its own. */
    private static final int DEEPEST = 8;

    private final HeapBuilder builder;
    private final HeapColumns columns;
    private final AddressIndex addresses;
    private final int[] singletons;
    private final int[] attached;

    ClassNames(HeapBuilder builder, HeapColumns columns, AddressIndex addresses, int[] singletons) {
        this.builder = builder;
        this.columns = columns;
        this.addresses = addresses;
        this.singletons = singletons;
        this.attached = attachedObjects();
    }

    ClassTable table() {
        int classes = builder.classes.size();
        int types = columns.typeNames.names().size();
        String[] names = new String[classes + types];
        int[] objects = new int[classes + types];
        for (int c = 0; c < classes; c++) {
            objects[c] = addresses.id(builder.classes.address(c));
            names[c] = nameOfClass(c);
        }
        for (int type = 0; type < types; type++) {
            objects[classes + type] = ClassTable.NO_OBJECT;
            names[classes + type] = columns.typeNames.names().get(type);
        }
        return new ClassTable(names, objects);
    }

    /**
     * Returns for each class the object whose singleton class it may be: a named class or module among its instances
     * rather than an unnamed one rather than any other object.
     */
    private int[] attachedObjects() {
        int[] result = new int[builder.classes.size()];
        Arrays.fill(result, ClassTable.NO_OBJECT);
        for (int id = 0; id < columns.types.length; id++) {
            int c = columns.classes[id];
            if (c < result.length && rank(id) > rank(result[c])) {
                result[c] = id;
            }
        }
        return result;
    }

    private int rank(int id) {
        if (id == ClassTable.NO_OBJECT) {
            return 0;
        }
        int type = columns.types[id];
        if (type != RecordTypes.CLASS && type != RecordTypes.MODULE) {
            return 1;
        }
        return columns.names.get(id).isEmpty() ? 2 : 3;
    }

    private String nameOfClass(int c) {
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        int current = c;
        for (int depth = 0; depth < DEEPEST; depth++) {
            int id = addresses.id(builder.classes.address(current));
            String name = ownName(id, builder.classes.address(current));
            int holder = attached[current];
            boolean singleton = id != ClassTable.NO_OBJECT && name.isEmpty() && holder != ClassTable.NO_OBJECT
                && columns.types[id] == RecordTypes.CLASS && (rank(holder) > 1 || isSingleton(id));
            if (!singleton) {
                return before + (name.isEmpty() ? anonymous(id) : name) + after;
            }
            before.append("#<Class:");
            after.append('>');
            int next = builder.classes.find(addresses.address(holder));
            if (rank(holder) == 3) {
                return before + columns.names.get(holder) + after;
            }
            if (rank(holder) == 1 || next < 0 || next == current) {
                return before + anonymous(holder) + after;
            }
            current = next;
        }
        return before + anonymous(addresses.id(builder.classes.address(current))) + after;
    }

    /** Returns the name of the record, empty if it is an unnamed class, the address if it is no class at all. */
    private String ownName(int id, long address) {
        if (id == ClassTable.NO_OBJECT) {
            return Addresses.format(address);
        }
        switch (columns.types[id]) {
            case RecordTypes.CLASS:
            case RecordTypes.MODULE:
                return columns.names.get(id);
            case RecordTypes.ICLASS:
                int module = columns.classes[id];
                int moduleId = module < attached.length ? addresses.id(builder.classes.address(module)) : -1;
                String name = moduleId < 0 ? "" : columns.names.get(moduleId);
                return "I(" + (name.isEmpty() ? Addresses.format(address) : name) + ")";
            default:
                return Addresses.format(address);
        }
    }

    private boolean isSingleton(int id) {
        return Arrays.binarySearch(singletons, id) >= 0;
    }

    /** Returns how Ruby prints an object without a name: its class and its address in 16 digits. */
    private String anonymous(int id) {
        int type = columns.types[id];
        String kind = "Class";
        if (type == RecordTypes.MODULE) {
            kind = "Module";
        } else if (type != RecordTypes.CLASS) {
            int c = columns.classes[id];
            int classId = c < attached.length ? addresses.id(builder.classes.address(c)) : -1;
            kind = classId < 0 ? columns.typeNames.names().get(type & 0xFF) : nameOr(classId, type);
        }
        return String.format("#<%s:0x%016x>", kind, addresses.address(id));
    }

    /** Returns the name of a class, or the type of its instance where the class is itself unnamed. */
    private String nameOr(int classId, int type) {
        String name = columns.names.get(classId);
        return name.isEmpty() ? columns.typeNames.names().get(type & 0xFF) : name;
    }
}
