package io.github.memdump.heap;

import io.github.memdump.array.LongNumbers;
import java.util.List;
import java.util.Optional;

/**
 * All objects of a heap, counted in one pass by type, class, kind, allocation site and generation. It goes along the
 * columns, and so takes no longer than to ask each object for one of these. Immutable.
 */
public final class HeapTally {
    private static final int FIRST_KINDS = 64;

    private final HeapColumns columns;
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

    private HeapTally(HeapColumns columns, int most) {
        this.columns = columns;
        this.most = most;
        this.classes = new Tally(columns.classNames.size(), most);
        this.classesOfKinds = new Tally(columns.classNames.size(), most);
        this.sites = new Tally(columns.siteNames.size() + 1L, most);
        int first = Integer.MAX_VALUE;
        int last = Heap.NO_GENERATION;
        for (int generation : columns.generations) {
            first = Math.min(first, generation);
            last = Math.max(last, generation);
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
        HeapTally tally = new HeapTally(heap.columns(), most);
        tally.count();
        return tally;
    }

    private void count() {
        int iclass = columns.classNames.ofType(RecordTypes.ICLASS);
        NameColumn.Cursor names = columns.names.cursor();
        for (int object = 0; object < columns.types.length; object++) {
            int size = columns.memsizes.unlessLarge(object);
            int type = columns.types[object] & 0xFF;
            types.add(type, object, size);
            sites.add(columns.sites[object] + 1, object, size);
            generations.add(columns.generations[object] - firstGeneration, object, size);
            int number = type == RecordTypes.ICLASS ? iclass : columns.classes[object];
            int name = type == RecordTypes.IMEMO || type == RecordTypes.DATA ? names.number(object) : -1;
            if (name < 0) {
                classes.add(number, object, size);
            } else {
                classesOfKinds.add(number, object, size);
                addKind(type, name, object, size);
            }
        }
    }

    private void addKind(int type, int name, int object, int size) {
        if (kindNumbers.size() <= most) {
            int kind = kindNumbers.of((long) type << Integer.SIZE | name);
            if (kind == kinds.numbers()) {
                kinds.grow(2 * kind);
            }
            kinds.add(kind, object, size);
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

    /** Returns the ids of the objects of 2 GiB or more, whose sizes the tallies leave out; ascending. */
    public int[] largeObjects() {
        return columns.memsizes.largeIds();
    }
}
