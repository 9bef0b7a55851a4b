package io.github.memdump.heap.tally;

import io.github.memdump.array.LongNumbers;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import java.util.List;
import java.util.Optional;

/**
 * All objects of a heap, counted in one pass by type, class, kind, allocation site and generation, which takes hardly
 * longer than to count them by one of these. Immutable.
 */
public final class HeapTally {
    private static final int FIRST_KINDS = 64;

    private final Heap heap;
    private final int most;
    private final Tally types = new Tally(1 << Byte.SIZE, 1 << Byte.SIZE);
    /** By class, but for objects with a kind. */
    private final Tally classes;
    private final Tally classesOfKinds;
    private final LongNumbers kindNumbers = new LongNumbers();
    private final Tally kinds = new Tally(FIRST_KINDS, FIRST_KINDS);
    private final Tally sites;
    private final int firstGeneration;
    private final Tally generations;

    private HeapTally(Heap heap, int most) {
        this.heap = heap;
        this.most = most;
        this.classes = new Tally(heap.classes().size(), most);
        this.classesOfKinds = new Tally(heap.classes().size(), most);
        this.sites = new Tally(heap.sites().size() + 1L, most);
        int first = Integer.MAX_VALUE;
        int last = Heap.NO_GENERATION;
        for (int object = 0; object < heap.objectCount(); object++) {
            first = Math.min(first, heap.generation(object));
            last = Math.max(last, heap.generation(object));
        }
        this.firstGeneration = first;
        this.generations = new Tally(Math.max(0, last - (long) first + 1), most);
    }

    /**
     * Counts the objects of a heap; linear time.
     *
     * @param most how many classes, kinds, sites or generations, from the first to the last, there may be for the
     *             objects to be counted by them; each takes 16 bytes, a class 32 and a kind 40
     */
    public static HeapTally of(Heap heap, int most) {
        HeapTally tally = new HeapTally(heap, most);
        tally.count();
        return tally;
    }

    private void count() {
        for (int object = 0; object < heap.objectCount(); object++) {
            long memsize = heap.memsize(object);
            int type = heap.type(object);
            types.add(type, object, memsize);
            sites.add(heap.site(object) + 1, object, memsize);
            generations.add(heap.generation(object) - firstGeneration, object, memsize);
            int name = type == RecordTypes.IMEMO || type == RecordTypes.DATA ? heap.nameNumber(object) : -1;
            if (name < 0) {
                classes.add(heap.classNumber(object), object, memsize);
            } else {
                classesOfKinds.add(heap.classNumber(object), object, memsize);
                addKind((long) type << Integer.SIZE | name, object, memsize);
            }
        }
    }

    private void addKind(long typeAndName, int object, long memsize) {
        if (kindNumbers.size() <= most) {
            int kind = kindNumbers.of(typeAndName);
            if (kind == kinds.numbers()) {
                kinds.grow(2 * kind);
            }
            kinds.add(kind, object, memsize);
        }
    }

    /** Returns the objects by type. */
    public List<Tally> byType() {
        return List.of(types);
    }

    /** Returns the objects by what they go under, {@link Heap#className}; nothing if there are too many classes. */
    public Optional<List<Tally>> byClass() {
        return classes.isWhole() ? Optional.of(List.of(classes, classesOfKinds)) : Optional.empty();
    }

    /**
     * Returns the same, but IMEMO and DATA objects that have a name by this, those of the two types apart; nothing if
     * there are too many classes or names.
     */
    public Optional<List<Tally>> byKind() {
        return classes.isWhole() && kindNumbers.size() <= most ? Optional.of(List.of(classes, kinds))
            : Optional.empty();
    }

    /** Returns the objects by allocation site; nothing if there are too many. */
    public Optional<List<Tally>> bySite() {
        return sites.isWhole() ? Optional.of(List.of(sites)) : Optional.empty();
    }

    /** Returns the objects by generation; nothing if there are too many from the first to the last. */
    public Optional<List<Tally>> byGeneration() {
        return generations.isWhole() ? Optional.of(List.of(generations)) : Optional.empty();
    }
}
