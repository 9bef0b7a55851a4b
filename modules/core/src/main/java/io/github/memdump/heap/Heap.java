package io.github.memdump.heap;

import io.github.memdump.array.NamedArrays;
import io.github.memdump.dump.FileState;
import io.github.memdump.dump.scan.Addresses;
import io.github.memdump.graph.Graph;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A heap: the objects of one dump as ids {@code 0 … objectCount()-1}, ascending by address, ROOT objects last.
 *
 * <p>Immutable and safe for any number of threads. Resident: about 28 bytes per object and 4 per reference, and 4 per
 * object and reference more once {@link #referrers} has been asked for; string values are not kept. For a while
 * {@link #references} costs as much, when it is asked for the first time.
 */
public final class Heap {
    /** What {@link #generation} returns for an object that carries none. */
    public static final int NO_GENERATION = -1;
    /** What look-ups return where there is no such object. */
    public static final int NO_OBJECT = -1;

    private final HeapColumns columns;
    private final HeapReferences references;
    private final LoadFacts facts;
    private final HeapIdentities identities;
    private final NamedClasses namedClasses;
    private WeakReference<Heap> plain = new WeakReference<>(null);

    Heap(HeapColumns columns, Graph references, LoadFacts facts) {
        this(columns, new HeapReferences(columns, references, false), facts, namedClasses(columns));
    }

    private Heap(HeapColumns columns, HeapReferences references, LoadFacts facts, NamedClasses classes) {
        this.columns = columns;
        this.references = references;
        this.facts = facts;
        this.identities = new HeapIdentities(facts.dumpName(), facts.issues(), columns.addresses, columns.generations,
            rootNames(), facts.withGeneration(), classes, columns.memsizes);
        this.namedClasses = classes;
    }

    private static NamedClasses namedClasses(HeapColumns columns) {
        NamedClasses.Builder named = new NamedClasses.Builder();
        for (int id = 0; id < columns.addresses.size(); id++) {
            if (columns.types[id] == RecordTypes.CLASS || columns.types[id] == RecordTypes.MODULE) {
                named.add(columns.addresses.address(id), columns.names.get(id));
            }
        }
        return named.build();
    }

    private List<String> rootNames() {
        return Arrays.stream(roots()).mapToObj(this::name).collect(Collectors.toList());
    }

    /**
     * Returns the heap that {@link #putInto} has put among these arrays; nearly no time, for nothing is copied.
     *
     * @param dumpName what the dump is called now
     * @param source   the file of the dump as it is now
     * @throws IllegalArgumentException if they are not the arrays of a heap
     */
    public static Heap from(NamedArrays arrays, String dumpName, FileState source) {
        HeapColumns columns = HeapColumns.from(arrays.under("columns"));
        return new Heap(columns, new HeapReferences(columns, Graph.from(arrays.under("references")), false),
            LoadFacts.ofHeap(arrays, dumpName, source), NamedClasses.from(arrays.under("named_classes")));
    }

    /**
     * Returns this heap with the names that an earlier dump of the process has for classes that have no record here, as
     * in a dump made with {@code since:}; the same heap where it has none. Time is linear in the number of classes.
     */
    public Heap namedBy(HeapIdentities earlier) {
        ClassTable named = columns.classNames.namedBy(earlier::className);
        return named == columns.classNames ? this : new Heap(columns.with(named), references, facts, namedClasses);
    }

    /** Puts all that this heap is made of, arrays that it goes on using; not what follows from the rest. */
    public void putInto(NamedArrays arrays) {
        columns.putInto(arrays.under("columns"));
        references.listed().putInto(arrays.under("references"));
        facts.putInto(arrays.under(LoadFacts.NAME));
        namedClasses.putInto(arrays.under("named_classes"));
    }

    /** Returns what else is to be said of the dump. */
    public LoadFacts facts() {
        return facts;
    }

    /** Returns the identities of the objects, the same object at each call; it holds nothing else of the heap. */
    public HeapIdentities identities() {
        return identities;
    }

    /** Returns the number of objects, ROOT objects included. */
    public int objectCount() {
        return columns.types.length;
    }

    /**
     * Returns the references by which all analyses go: for each object the objects it refers to, as a set, without
     * dangling ones, and its class if that is held, which means that no root reaches it over the references that the
     * dump lists. A dump without ROOT objects has no held classes. The first call costs linear time, later ones none.
     */
    public Graph references() {
        return references.all();
    }

    /** Returns the references turned round; the first call costs linear time, later ones none. */
    public Graph referrers() {
        return references.referrers();
    }

    /** Returns whether a reference is one from an object to its held class, which the dump does not list. */
    public boolean isToHeldClass(int source, int target) {
        return references.isToHeldClass(source, target);
    }

    /**
     * Returns this heap with the references alone that the dump lists, the same object as long as someone uses it.
     * Costs 4 bytes per object and reference, and linear time, if {@link #references} was called before.
     */
    public synchronized Heap overPlainReferences() {
        if (isOverPlainReferences()) {
            return this;
        }
        Heap result = plain.get();
        if (result == null) {
            result = new Heap(columns, references.withoutHeldClasses(), facts, namedClasses);
            plain = new WeakReference<>(result);
        }
        return result;
    }

    /** Returns whether no class counts as held. */
    public boolean isOverPlainReferences() {
        return references.isPlain();
    }

    /** Returns the ids of the ROOT objects, ascending. */
    public int[] roots() {
        int first = columns.addresses.size();
        int[] roots = new int[objectCount() - first];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = first + i;
        }
        return roots;
    }

    /** Returns whether an object is a ROOT object. */
    public boolean isRoot(int id) {
        return id >= columns.addresses.size();
    }

    /** Returns whether an object is a record in which Ruby keeps the variables of another, as since 4.0. */
    public boolean isFields(int id) {
        return id != NO_OBJECT && type(id) == RecordTypes.IMEMO && name(id).equals("fields");
    }

    /** Returns the address of an object, {@link Addresses#NONE} for a ROOT object; logarithmic time. */
    public long address(int id) {
        return isRoot(id) ? Addresses.NONE : columns.addresses.address(id);
    }

    /** Returns the id of the object at an address, or {@link #NO_OBJECT}; logarithmic time. */
    public int at(long address) {
        return columns.addresses.id(address);
    }

    /** Returns the index of the addresses. */
    AddressIndex addresses() {
        return columns.addresses;
    }

    /** Returns the id of the ROOT object of a name, or {@link #NO_OBJECT}. */
    public int rootNamed(String name) {
        return identities.rootNamed(name);
    }

    /**
     * Returns the identity of an object: {@code address:generation} where it carries a generation, else its address;
     * the name of a ROOT object.
     */
    public String identity(int id) {
        if (isRoot(id)) {
            return columns.names.get(id);
        }
        String address = Addresses.format(address(id));
        return generation(id) == NO_GENERATION ? address : address + ":" + generation(id);
    }

    /** Returns the record types of this heap. */
    public RecordTypes types() {
        return columns.typeNames;
    }

    /** Returns the number of an object's type in {@link #types}. */
    public int type(int id) {
        return columns.types[id] & 0xFF;
    }

    /** Returns the name of an object's type. */
    public String typeName(int id) {
        return columns.typeNames.names().get(type(id));
    }

    /** Returns the classes of this heap. */
    public ClassTable classes() {
        return columns.classNames;
    }

    /**
     * Returns the number in {@link #classes} under which an object goes: that of its class in Ruby, so of the class
     * above where the record names a singleton class, one number for all classes of one name; that of its type where it
     * is no instance of a class, as an ICLASS.
     */
    public int classNumber(int id) {
        return columns.classNumber(id);
    }

    /**
     * Returns the number in {@link #classes} of what the record of an object calls its class, singleton classes not
     * left out; that of its type where it has none.
     */
    public int recordedClass(int id) {
        return columns.classes[id];
    }

    /**
     * Returns the object that the record of an object calls its class, singleton classes not left out, or
     * {@link #NO_OBJECT} where that is none of the dump.
     */
    public int classObject(int id) {
        return columns.classObject(id);
    }

    /** Returns the name of an object's class, or of its type where it has no class. */
    public String className(int id) {
        return columns.classNames.name(columns.classNumber(id));
    }

    /**
     * Returns what an object calls itself, or an empty string: the name of a class, module or root, the C type of a
     * DATA object, the kind of an IMEMO.
     */
    public String name(int id) {
        return columns.names.get(id);
    }

    /** Returns a number that all objects of one {@link #name} share, below 0 where there is none. */
    public int nameNumber(int id) {
        return columns.names.number(id);
    }

    /** Returns a bound above all numbers of names. */
    public int nameCount() {
        return columns.names.strings().size();
    }

    /** Returns the object's own size in bytes, 0 where its record has none. */
    public long memsize(int id) {
        return columns.memsizes.get(id);
    }

    /** Returns the count of garbage collections at which the object was allocated, or {@link #NO_GENERATION}. */
    public int generation(int id) {
        return columns.generations[id];
    }

    /** Returns the allocation sites of this heap. */
    public SiteTable sites() {
        return columns.siteNames;
    }

    /** Returns the number of an object's allocation site, or {@link SiteTable#NO_SITE}. */
    public int site(int id) {
        return columns.sites[id];
    }

    /** Returns where the object's record begins in the dump, in bytes, decompressed. */
    public long recordOffset(int id) {
        return (columns.offsetsHigh[id] & 0xFFL) << Integer.SIZE | (columns.offsetsLow[id] & 0xFFFF_FFFFL);
    }
}
