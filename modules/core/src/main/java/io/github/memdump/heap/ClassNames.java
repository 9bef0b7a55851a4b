package io.github.memdump.heap;

import io.github.memdump.dump.Addresses;
import io.github.memdump.dump.RecordBlock;
import java.util.Arrays;

/**
 * Names the classes of a heap as Ruby prints them: the name of a CLASS or MODULE record; {@code I(Name)} for an
 * ICLASS; {@code #<Class:Foo>} for the singleton class of Foo and {@code #<Class:#<Foo:0x…>>} for that of an instance;
 * {@code #<Class:0x…>} for an anonymous class; the address where the class has no record.
 *
 * <p>A dump does not say whose singleton class a record is. It is the one named class among those whose class it is,
 * or the one unnamed class, or the one other object; where there are several (all singleton classes of classes have
 * that of Class as their class), it stays {@code #<Class:0x…>}. A name that a record says its class has, as those do
 * that this program writes, goes before all this.
 */
final class ClassNames {
    /** Singleton classes of singleton classes end here; Ruby makes no deeper ones on its own. */
    private static final int DEEPEST = 8;
    private static final int SEVERAL = -2;

    private final HeapBuilder builder;
    private final HeapColumns columns;
    private final AddressIndex addresses;
    private final NameColumn singletons;
    private final int[] holder;

    ClassNames(HeapBuilder builder, HeapColumns columns, AddressIndex addresses, NameColumn singletons) {
        this.builder = builder;
        this.columns = columns;
        this.addresses = addresses;
        this.singletons = singletons;
        this.holder = holders();
    }

    ClassTable table() {
        int classes = builder.classes.size();
        int types = columns.typeNames.names().size();
        String[] names = new String[classes + types];
        int[] objects = new int[classes + types];
        long[] at = new long[classes + types];
        for (int c = 0; c < classes; c++) {
            at[c] = builder.classes.address(c);
            objects[c] = addresses.id(at[c]);
            boolean isGiven = c < builder.givenClassNames.size() && builder.givenClassNames.get(c) >= 0;
            names[c] = isGiven ? builder.strings.strings().get(builder.givenClassNames.get(c)) : nameOfClass(c);
        }
        for (int type = 0; type < types; type++) {
            at[classes + type] = RecordBlock.NO_ADDRESS;
            objects[classes + type] = ClassTable.NO_OBJECT;
            names[classes + type] = columns.typeNames.names().get(type);
        }
        return new ClassTable(names, objects, at);
    }

    /** Returns for each class the only instance of the best rank, {@link #SEVERAL}, or no object. */
    private int[] holders() {
        int[] result = new int[builder.classes.size()];
        int[] best = new int[result.length];
        Arrays.fill(result, ClassTable.NO_OBJECT);
        for (int id = 0; id < columns.types.length; id++) {
            int c = columns.classes[id];
            if (c < result.length && rank(id) > 0 && rank(id) >= best[c]) {
                result[c] = rank(id) == best[c] ? SEVERAL : id;
                best[c] = rank(id);
            }
        }
        return result;
    }

    private int rank(int id) {
        switch (columns.types[id]) {
            case RecordTypes.CLASS:
            case RecordTypes.MODULE:
                return !columns.names.get(id).isEmpty() || !singletons.has(id) ? 3 : 2;
            case RecordTypes.ICLASS:
                return 0;
            default:
                return 1;
        }
    }

    private String nameOfClass(int c) {
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        int current = c;
        for (int depth = 0; depth < DEEPEST; depth++) {
            long address = builder.classes.address(current);
            String own = ownName(addresses.id(address), address);
            if (!own.isEmpty() || holder[current] < 0 || !singletons.has(addresses.id(address))) {
                return before + (own.isEmpty() ? anonymous("Class", address) : own) + after;
            }
            before.append("#<Class:");
            after.append('>');
            int held = holder[current];
            int next = builder.classes.find(addresses.address(held));
            if (next < 0 || next == current) {
                return before + ownNameOrAnonymous(held, addresses.id(address)) + after;
            }
            current = next;
        }
        return before + anonymous("Class", builder.classes.address(current)) + after;
    }

    /** Returns how Ruby prints the object whose singleton class is given. */
    private String ownNameOrAnonymous(int id, int singleton) {
        long address = addresses.address(id);
        int type = columns.types[id];
        if (type == RecordTypes.CLASS || type == RecordTypes.MODULE) {
            String name = columns.names.get(id);
            return name.isEmpty() ? anonymous(type == RecordTypes.CLASS ? "Class" : "Module", address) : name;
        }
        String real = singletons.get(singleton);
        return anonymous(real.isEmpty() ? "Object" : real, address);
    }

    /** Returns the name of the record, empty if it is an unnamed class, the address if it is no class at all. */
    private String ownName(int id, long address) {
        if (id == ClassTable.NO_OBJECT) {
            return Addresses.format(address);
        }
        switch (columns.types[id]) {
            case RecordTypes.CLASS:
                return columns.names.get(id);
            case RecordTypes.MODULE:
                return ownNameOrAnonymous(id, id);
            case RecordTypes.ICLASS:
                int c = columns.classes[id];
                int module = c < holder.length ? addresses.id(builder.classes.address(c)) : ClassTable.NO_OBJECT;
                String name = module == ClassTable.NO_OBJECT ? "" : columns.names.get(module);
                return "I(" + (name.isEmpty() ? Addresses.format(address) : name) + ")";
            default:
                return Addresses.format(address);
        }
    }

    private static String anonymous(String kind, long address) {
        return String.format("#<%s:0x%016x>", kind, address);
    }
}
