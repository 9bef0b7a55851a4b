package io.github.memdump.dump;

import com.fasterxml.jackson.core.JsonFactory;
import io.github.memdump.array.IntList;
import io.github.memdump.array.IntTriples;
import io.github.memdump.array.LongList;
import io.github.memdump.dump.issue.Issue;
import io.github.memdump.dump.scan.Addresses;
import io.github.memdump.dump.scan.StringTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The records of a stretch of a dump, in columns, in file order. Strings are numbers in {@link #strings}; records are
 * indexed {@code 0 … size()-1}. Filled by {@link RecordParser}; whoever receives it
 * reads it and keeps no hold of it, for the reader uses it again.
 */
public final class RecordBlock {
    /** Stands for an absent generation, line, file, method, name or root. */
    public static final int NONE = -1;

    StringTable table;
    final RecordPaths paths = new RecordPaths();
    final IntList singletons = new IntList();
    final IntList singletonsOf = new IntList();
    final IntList derived = new IntList();
    final LongList superclasses = new LongList();
    final IntList classNamed = new IntList();
    final IntList classNames = new IntList();
    final LongList references = new LongList();
    final IntList names = new IntList();
    private final IntTriples sites = new IntTriples();
    final List<Issue> issues = new ArrayList<>();
    long baseOffset;
    int newlines;

    private final RawRecord raw = new RawRecord();
    private @Nullable LineBlock lines;
    private @Nullable JsonFactory json;
    private int size;
    private long[] address = {};
    private long[] classAddress = {};
    private long[] memsize = {};
    private int[] type = {};
    private int[] generation = {};
    private int[] site = {};
    private int[] name = {};
    private int[] root = {};
    private int[] offset = {};
    private int[] newlinesBefore = {};
    private int[] referencesEnd = {};

    /** Makes an empty block with room for so many records; it grows when they are more. */
    RecordBlock(int capacity) {
        resize(Math.max(16, capacity));
        clear(0);
    }

    /** Empties the block for the records behind another offset of the dump; keeps the memory. */
    RecordBlock clear(long newBaseOffset) {
        table = new StringTable();
        singletons.truncate(0);
        singletonsOf.truncate(0);
        derived.truncate(0);
        superclasses.truncate(0);
        classNamed.truncate(0);
        classNames.truncate(0);
        references.truncate(0);
        names.truncate(0);
        issues.clear();
        sites.clear();
        baseOffset = newBaseOffset;
        newlines = 0;
        size = 0;
        return this;
    }

    /** Lets go of the lines: whoever still holds this, once it was handed over, is not to hold a large block. */
    void leaveLines() {
        lines = null;
    }

    /** Says in which lines the records stand, and how to read them there. */
    void standsIn(LineBlock block, JsonFactory factory) {
        lines = block;
        json = factory;
    }

    /**
     * Returns a record as it stands in the dump, good until the next call; nothing where it stands there damaged, or is
     * one that a raw newline has split. What it says of the fields in the columns here is not judged: a name may come
     * twice, a number be none.
     */
    public Optional<RawRecord> raw(int record) {
        return rawAt(offset[record]);
    }

    /** Returns the {@code i}-th record of type NAMES as {@link #raw} does. */
    public Optional<RawRecord> nameRecord(int i) {
        return rawAt(names.get(i));
    }

    private Optional<RawRecord> rawAt(int position) {
        return raw.readWhole(Objects.requireNonNull(lines), position, Objects.requireNonNull(json)) ? Optional.of(raw)
            : Optional.empty();
    }

    /** Appends the record in the fields, which begins at a position of the block; its references are there already. */
    void add(RecordFields fields, int start) {
        if (size == address.length) {
            resize(size * 2);
        }
        if (fields.singleton) {
            singletons.add(size);
            singletonsOf.add(fields.realClassName);
        }
        if (fields.superclass != Addresses.NONE) {
            derived.add(size);
            superclasses.add(fields.superclass);
        }
        if (fields.className != NONE) {
            classNamed.add(size);
            classNames.add(fields.className);
        }
        address[size] = fields.address;
        root[size] = fields.address == Addresses.NONE ? fields.root : NONE;
        type[size] = fields.type;
        classAddress[size] = fields.classAddress;
        memsize[size] = fields.memsize;
        generation[size] = fields.generation;
        site[size] = fields.file == NONE && fields.method == NONE && fields.line == 0 ? NONE
            : sites.number(fields.file, fields.line, fields.method);
        name[size] = fields.name;
        offset[size] = start;
        newlinesBefore[size] = newlines;
        referencesEnd[size] = references.size();
        size++;
    }

    /** Returns how many records of type NAMES there are: what the process told of names; they are no objects. */
    public int nameRecords() {
        return names.size();
    }

    /** Returns where the {@code i}-th record of names begins, in bytes from the start of the (decompressed) dump. */
    public long nameRecordOffset(int i) {
        return baseOffset + names.get(i);
    }

    /** Returns how many lines of the block end before the record. */
    int newlinesBefore(int record) {
        return newlinesBefore[record];
    }

    private void resize(int capacity) {
        address = Arrays.copyOf(address, capacity);
        classAddress = Arrays.copyOf(classAddress, capacity);
        memsize = Arrays.copyOf(memsize, capacity);
        type = Arrays.copyOf(type, capacity);
        generation = Arrays.copyOf(generation, capacity);
        site = Arrays.copyOf(site, capacity);
        name = Arrays.copyOf(name, capacity);
        root = Arrays.copyOf(root, capacity);
        offset = Arrays.copyOf(offset, capacity);
        newlinesBefore = Arrays.copyOf(newlinesBefore, capacity);
        referencesEnd = Arrays.copyOf(referencesEnd, capacity);
    }

    /** Returns the number of records. */
    public int size() {
        return size;
    }

    /** Returns the distinct strings of the block by number. */
    public List<String> strings() {
        return table.strings();
    }

    /** Returns the address of a record, or {@link Addresses#NONE} for a ROOT record. */
    public long address(int record) {
        return address[record];
    }

    /** Returns the number of the type's name. */
    public int type(int record) {
        return type[record];
    }

    /** Returns the address in the {@code class} field, or {@link Addresses#NONE}. */
    public long classAddress(int record) {
        return classAddress[record];
    }

    /** Returns the {@code memsize} in bytes, 0 where the record has none. */
    public long memsize(int record) {
        return Math.max(0, memsize[record]);
    }

    /** Returns whether the record has a {@code memsize}; Ruby before 2.2 writes few that have. */
    public boolean hasMemsize(int record) {
        return memsize[record] != NONE;
    }

    /** Returns the generation, or {@link #NONE}. */
    public int generation(int record) {
        return generation[record];
    }

    /** Returns the number of the place where the object was allocated, or {@link #NONE} if nothing is known of it. */
    public int site(int record) {
        return site[record];
    }

    /** Returns how many places of allocation there are, numbered from 0. */
    public int siteCount() {
        return sites.size();
    }

    /** Returns the number of the name of a site's file, or {@link #NONE}. */
    public int file(int siteNumber) {
        return sites.part(siteNumber, 0);
    }

    /** Returns the line of a site, or 0 where it has none. */
    public int line(int siteNumber) {
        return sites.part(siteNumber, 1);
    }

    /** Returns the number of the name of a site's method, or {@link #NONE}. */
    public int method(int siteNumber) {
        return sites.part(siteNumber, 2);
    }

    /**
     * Returns the number of what the record calls itself, or {@link #NONE}: {@code name} of a class or module,
     * {@code struct} of a DATA, {@code imemo_type} of an IMEMO record.
     */
    public int name(int record) {
        return name[record];
    }

    /** Returns the number of the root's name for a ROOT record, else {@link #NONE}. */
    public int root(int record) {
        return root[record];
    }

    /** Returns how many records say that they are a singleton class; few do, and only since Ruby 3.1. */
    public int singletonCount() {
        return singletons.size();
    }

    /** Returns the number of the {@code i}-th record that says it is a singleton class, ascending. */
    public int singleton(int i) {
        return singletons.get(i);
    }

    /**
     * Returns the number of the name of the class that the {@code i}-th singleton class stands above, its
     * {@code real_class_name}, or {@link #NONE}.
     */
    public int singletonOf(int i) {
        return singletonsOf.get(i);
    }

    /** Returns how many records say their superclass, all of them classes; only since Ruby 3.1. */
    public int superclassCount() {
        return derived.size();
    }

    /** Returns the number of the {@code i}-th record that says its superclass, ascending. */
    public int derived(int i) {
        return derived.get(i);
    }

    /** Returns the address of the superclass of the {@code i}-th such record. */
    public long superclass(int i) {
        return superclasses.get(i);
    }

    /** Returns how many records say the name of their class; Ruby writes none that does, this program does. */
    public int classNameCount() {
        return classNamed.size();
    }

    /** Returns the number of the {@code i}-th record that says the name of its class, ascending. */
    public int classNamed(int i) {
        return classNamed.get(i);
    }

    /** Returns the number of the name that the {@code i}-th such record says, its {@code class_name}. */
    public int className(int i) {
        return classNames.get(i);
    }

    /** Returns where the record begins, in bytes from the start of the (decompressed) dump. */
    public long offset(int record) {
        return baseOffset + offset[record];
    }

    /** Returns the position of the record's first reference. */
    public int referencesFrom(int record) {
        return record == 0 ? 0 : referencesEnd[record - 1];
    }

    /** Returns the position after the record's last reference. */
    public int referencesTo(int record) {
        return referencesEnd[record];
    }

    /** Returns the address at a position between {@link #referencesFrom} and {@link #referencesTo}. */
    public long reference(int position) {
        return references.get(position);
    }
}
