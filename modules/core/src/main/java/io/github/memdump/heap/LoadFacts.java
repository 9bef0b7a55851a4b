package io.github.memdump.heap;

import io.github.memdump.array.NamedArrays;
import io.github.memdump.array.Saturating;
import io.github.memdump.dump.DumpReader;
import io.github.memdump.dump.FileState;
import io.github.memdump.dump.issue.Issues;

/** What is to be said of a loaded dump when its objects have been let go. Immutable. */
public final class LoadFacts {
    /** The slot of an object in Rubies before 3.2; larger ones came later. */
    public static final int SLOT_BYTES = 40;
    /** Under which they are among the arrays of a heap. */
    static final String NAME = "facts";

    private final String dumpName;
    private final DumpReader.Summary summary;
    private final int objects;
    private final int roots;
    private final long references;
    private final long danglingReferences;
    private final long duplicateReferences;
    private final long withGeneration;
    private final long memsize;
    private final long withoutMemsize;
    private final Slots slots;
    private final long[] nameRecords;

    LoadFacts(String dumpName, DumpReader.Summary summary, int objects, int roots, long references,
        long danglingReferences, long duplicateReferences, long withGeneration, long memsize, long withoutMemsize,
        Slots slots, long[] nameRecords) {
        this.dumpName = dumpName;
        this.summary = summary;
        this.objects = objects;
        this.roots = roots;
        this.references = references;
        this.danglingReferences = danglingReferences;
        this.duplicateReferences = duplicateReferences;
        this.withGeneration = withGeneration;
        this.memsize = memsize;
        this.slots = slots;
        this.withoutMemsize = withoutMemsize;
        this.nameRecords = nameRecords;
    }

    /**
     * Returns the facts that {@link Heap#putInto} has put among the arrays of a heap, of a dump called by a name; the
     * other arrays need not be there.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static LoadFacts ofHeap(NamedArrays arrays, String dumpName, FileState source) {
        return from(arrays.under(NAME), dumpName, source);
    }

    /** Returns whether an array of a heap is one of those that its facts are made of. */
    public static boolean isMadeOf(String arrayOfHeap) {
        return arrayOfHeap.startsWith(NAME + ".");
    }

    private static LoadFacts from(NamedArrays arrays, String dumpName, FileState source) {
        long[] figures = arrays.longs("figures");
        int[] counts = arrays.ints("counts");
        return new LoadFacts(dumpName, DumpReader.Summary.from(arrays.under("summary"), source), counts[0], counts[1],
            figures[0], figures[1], figures[2], figures[3], figures[4], figures[5], Slots.from(arrays.under("slots")),
            arrays.longs("name_records"));
    }

    /** Puts all that these facts are made of but the name of the dump. */
    void putInto(NamedArrays arrays) {
        arrays.put("counts", new int[] {objects, roots});
        arrays.put("figures", new long[] {references, danglingReferences, duplicateReferences, withGeneration,
            memsize, withoutMemsize});
        arrays.put("name_records", nameRecords);
        summary.putInto(arrays.under("summary"));
        slots.putInto(arrays.under("slots"));
    }

    /** Returns what the dump is called: its path as it was given. */
    public String dumpName() {
        return dumpName;
    }

    /** Returns the file of the dump, as it was when it was read. */
    public FileState source() {
        return summary.source();
    }

    /** Returns the number of lines of the dump. */
    public long lines() {
        return summary.lines();
    }

    /** Returns the size of the dump in bytes, decompressed. */
    public long bytes() {
        return summary.bytes();
    }

    /** Returns what was damaged. */
    public Issues issues() {
        return summary.issues();
    }

    /** Returns the number of objects, ROOT objects included. */
    public int objects() {
        return objects;
    }

    /** Returns the number of ROOT objects. */
    public int roots() {
        return roots;
    }

    /** Returns the number of references, as sets within each record, dangling ones included. */
    public long references() {
        return references;
    }

    /** Returns how many of {@link #references} go to an address that no record has. */
    public long danglingReferences() {
        return danglingReferences;
    }

    /** Returns how many entries of {@code references} repeat an earlier one of the same record. */
    public long duplicateReferences() {
        return duplicateReferences;
    }

    /** Returns how many objects carry a generation. */
    public long withGeneration() {
        return withGeneration;
    }

    /** Returns how many objects carry no {@code memsize}, as most in dumps of Ruby 2.1; SHAPE records apart. */
    public long withoutMemsize() {
        return withoutMemsize;
    }

    /** Returns the least that all objects take, in bytes: {@link #memsize}, and a slot for each that carries none. */
    public long leastMemsize() {
        return Saturating.sum(memsize, withoutMemsize * SLOT_BYTES);
    }

    /** Returns the sum of all {@code memsize} in bytes. */
    public long memsize() {
        return memsize;
    }

    /** Returns where the records begin in which the process told of names, in bytes, decompressed. */
    public long[] nameRecordOffsets() {
        return nameRecords.clone();
    }

    /** Returns how many records are slots: no objects, and in no other figure here but {@link #lines}. */
    public Slots slots() {
        return slots;
    }
}
