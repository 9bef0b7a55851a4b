package io.github.memdump.heap;

import io.github.memdump.dump.scan.Addresses;
import java.util.Arrays;
import java.util.Map;

/**
 * Names the classes of a heap as Ruby prints them: the name of a CLASS or MODULE record; {@code I(Name)} for an
 * ICLASS; {@code #<Class:Foo>} for the singleton class of Foo and {@code #<Class:#<Foo:0x…>>} for that of an instance;
 * {@code #<Class at app/x.rb:12>} for an anonymous class by the line that made it, {@code #<Class:0x…>} where the dump
 * does not say that; the address where the class has no record.
 *
 * <p>The instance of a singleton class goes under its class in Ruby, which is the next class above that is no singleton
 * class. A class or module stays under its own singleton class, which names it.
 *
 * <p>A dump does not say whose singleton class a record is. It is the one named class among those whose class it is,
 * or the one unnamed class, or the one other object; where there are several (all singleton classes of classes have
 * that of Class as their class), it stays {@code #<Class:0x…>}. A name that a record says its class has, as those do
 * that this program writes, goes before all this.
 */
final class ClassNames {
    /** Singleton classes of singleton classes end here; Ruby makes no deeper ones on its own. */
    private static final int DEEPEST = 8;
    /** More classes above one another than a program has. */
    private static final int MOST_ABOVE = 1000;
    /** How well an instance shows whose singleton class its class is: that of a class, not that of an object. */
    private static final int CLASSES = 2;
    private static final int SEVERAL = -2;

    private final HeapBuilder builder;
    private final HeapColumns columns;
    private final AddressIndex addresses;
    private final NameColumn singletons;
    private final Map<Integer, Long> superclasses;
    private final int[] holder;
    /** By class the best {@link #rank} of an instance. */
    private final int[] best;

    ClassNames(HeapBuilder builder, HeapColumns columns, AddressIndex addresses, NameColumn singletons,
        Map<Integer, Long> superclasses) {
        this.builder = builder;
        this.columns = columns;
        this.addresses = addresses;
        this.singletons = singletons;
        this.superclasses = superclasses;
        this.best = new int[builder.classes.size()];
        this.holder = holders();
    }

    ClassTable table() {
        int classes = builder.classes.size();
        int types = columns.typeNames.names().size();
        String[] names = new String[classes + types];
        String[] ownNames = new String[classes + types];
        Arrays.fill(ownNames, "");
        int[] objects = new int[classes + types];
        long[] at = new long[classes + types];
        for (int c = 0; c < classes; c++) {
            at[c] = builder.classes.address(c);
            objects[c] = addresses.id(at[c]);
            boolean isGiven = c < builder.givenClassNames.size() && builder.givenClassNames.get(c) >= 0;
            boolean isOfObject = objects[c] >= 0 && singletons.has(objects[c]) && best[c] > 0 && best[c] < CLASSES;
            String printed = isGiven && !isOfObject ? "" : nameOfClass(c);
            names[c] = isGiven ? builder.strings.strings().get(builder.givenClassNames.get(c))
                : isOfObject ? realClass(objects[c], printed) : printed;
            ownNames[c] = printed.equals(names[c]) ? "" : printed;
        }
        for (int type = 0; type < types; type++) {
            at[classes + type] = Addresses.NONE;
            objects[classes + type] = ClassTable.NO_OBJECT;
            names[classes + type] = columns.typeNames.names().get(type);
        }
        return new ClassTable(names, ownNames, objects, at, types);
    }

    /** Returns the name of the first class above that is no singleton class, or what is given where it is unknown. */
    private String realClass(int singleton, String otherwise) {
        String said = singletons.get(singleton);
        if (!said.isEmpty()) {
            return said;
        }
        int above = singleton;
        for (int step = 0; step < MOST_ABOVE; step++) {
            Long superclass = superclasses.get(above);
            above = superclass == null ? ClassTable.NO_OBJECT : addresses.id(superclass);
            if (above == ClassTable.NO_OBJECT) {
                return otherwise;
            }
            if (columns.types[above] == RecordTypes.CLASS && !singletons.has(above)) {
                return ownNameOrAnonymous(above, above);
            }
        }
        return otherwise;
    }

    /** Returns for each class the only instance of the best rank, {@link #SEVERAL}, or no object. */
    private int[] holders() {
        int[] result = new int[builder.classes.size()];
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
                return before + (own.isEmpty() ? anonymous("Class", addresses.id(address)) : own) + after;
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
        return before + anonymous("Class", addresses.id(builder.classes.address(current))) + after;
    }

    /** Returns how Ruby prints the object whose singleton class is given. */
    private String ownNameOrAnonymous(int id, int singleton) {
        int type = columns.types[id];
        if (type == RecordTypes.CLASS || type == RecordTypes.MODULE) {
            String name = columns.names.get(id);
            return name.isEmpty() ? anonymous(type == RecordTypes.CLASS ? "Class" : "Module", id) : name;
        }
        return at(realClass(singleton, "Object"), addresses.address(id));
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

    /** Returns the name of a class or module without a name: the line that made it, shared by all it made. */
    private String anonymous(String kind, int id) {
        int site = columns.sites[id];
        return columns.siteNames.line(site) > 0 && !columns.siteNames.file(site).isEmpty() && !singletons.has(id)
            ? "#<" + kind + " at " + columns.siteNames.place(site) + ">" : at(kind, addresses.address(id));
    }

    private static String at(String kind, long address) {
        String digits = Long.toHexString(address);
        return "#<" + kind + ":0x" + "0".repeat(2 * Long.BYTES - digits.length()) + digits + ">";
    }
}
