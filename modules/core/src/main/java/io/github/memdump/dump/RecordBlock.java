package io.github.memdump.dump;

import io.github.memdump.array.IntList;
import io.github.memdump.array.LongList;
import java.util.ArrayList;
import java.util.List;

/**
 * The records of a stretch of a dump, in columns, in file order. Strings are numbers in {@link #strings}; records are
 * indexed {@code 0 … size()-1}. Filled by {@link RecordParser}, read-only afterwards.
 */
public final class RecordBlock {
    /** Stands for an absent generation, line, file, method, name or root. */
    public static final int NONE = -1;
    /** Stands for an absent address or class; no Ruby object can lie there. */
    public static final long NO_ADDRESS = -1L;

    final StringTable table = new StringTable();
    final LongList address = new LongList();
    final IntList type = new IntList();
    final LongList classAddress = new LongList();
    final LongList memsize = new LongList();
    final IntList generation = new IntList();
    final IntList file = new IntList();
    final IntList line = new IntList();
    final IntList method = new IntList();
    final IntList name = new IntList();
    final IntList root = new IntList();
    final IntList offset = new IntList();
    final IntList newlinesBefore = new IntList();
    final IntList singletons = new IntList();
    final IntList singletonsOf = new IntList();
    final IntList classNamed = new IntList();
    final IntList classNames = new IntList();
    final IntList referencesEnd = new IntList();
    final LongList references = new LongList();
    final List<Issue> issues = new ArrayList<>();
    final long baseOffset;
    int newlines;

    RecordBlock(long baseOffset) {
        this.baseOffset = baseOffset;
    }

    /** Appends the record in the fields, which begins at a position of the block; its references are there already. */
    void add(RecordFields fields, int start) {
        if (fields.singleton) {
            singletons.add(size());
            singletonsOf.add(fields.realClassName);
        }
        if (fields.className != NONE) {
            classNamed.add(size());
            classNames.add(fields.className);
        }
        address.add(fields.address);
        root.add(fields.address == NO_ADDRESS ? fields.root : NONE);
        type.add(fields.type);
        classAddress.add(fields.classAddress);
        memsize.add(fields.memsize);
        generation.add(fields.generation);
        file.add(fields.file);
        line.add(fields.line);
        method.add(fields.method);
        name.add(fields.name);
        offset.add(start);
        newlinesBefore.add(newlines);
        referencesEnd.add(references.size());
    }

    /** Returns the number of records. */
    public int size() {
        return referencesEnd.size();
    }

    /** Returns the distinct strings of the block by number. */
    public List<String> strings() {
        return table.strings();
    }

    /** Returns the address of a record, or {@link #NO_ADDRESS} for a ROOT record. */
    public long address(int record) {
        return address.get(record);
    }

    /** Returns the number of the type's name. */
    public int type(int record) {
        return type.get(record);
    }

    /** Returns the address in the {@code class} field, or {@link #NO_ADDRESS}. */
    public long classAddress(int record) {
        return classAddress.get(record);
    }

    /** Returns the {@code memsize} in bytes, 0 where the record has none. */
    public long memsize(int record) {
        return memsize.get(record);
    }

    /** Returns the generation, or {@link #NONE}. */
    public int generation(int record) {
        return generation.get(record);
    }

    /** Returns the number of the allocating file's name, or {@link #NONE}. */
    public int file(int record) {
        return file.get(record);
    }

    /** Returns the allocating line, or 0 where the record has none. */
    public int line(int record) {
        return line.get(record);
    }

    /** Returns the number of the allocating method's name, or {@link #NONE}. */
    public int method(int record) {
        return method.get(record);
    }

    /**
     * Returns the number of what the record calls itself, or {@link #NONE}: {@code name} of a class or module,
     * {@code struct} of a DATA, {@code imemo_type} of an IMEMO record.
     */
    public int name(int record) {
        return name.get(record);
    }

    /** Returns the number of the root's name for a ROOT record, else {@link #NONE}. */
    public int root(int record) {
        return root.get(record);
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
        return baseOffset + offset.get(record);
    }

    /** Returns the position of the record's first reference. */
    public int referencesFrom(int record) {
        return record == 0 ? 0 : referencesEnd.get(record - 1);
    }

    /** Returns the position after the record's last reference. */
    public int referencesTo(int record) {
        return referencesEnd.get(record);
    }

    /** Returns the address at a position between {@link #referencesFrom} and {@link #referencesTo}. */
    public long reference(int position) {
        return references.get(position);
    }
}
