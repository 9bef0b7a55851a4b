package io.github.memdump.heap;

/**
 * Which objects a heap had, when the heap itself is needed no more: enough to tell whether an object of a later dump is
 * one of them. About 5 bytes per object. Immutable, thread-safe.
 *
 * <p>An object with a generation is known by its identity, {@code address:generation}. One without is known by its
 * address, its type and the address of its class; a new object of the same class at a reused address still looks like
 * the old one.
 */
public final class KnownObjects {
    /** How an object of a later dump compares with the known ones. */
    public enum Match {
        /** It is not there. */
        ABSENT,
        /** It is there: address and generation agree. */
        BY_GENERATION,
        /** It seems to be there: neither has a generation; address, type and class agree. */
        BY_ADDRESS,
        /** There was another object without a generation at its address: type or class differ. */
        OTHER_CLASS
    }

    private final AddressIndex addresses;
    /** Generations, or where there are none, negative numbers made from type and class. */
    private final int[] marks;

    private KnownObjects(AddressIndex addresses, int[] marks) {
        this.addresses = addresses;
        this.marks = marks;
    }

    /** Returns what is to be known of the objects of a heap, ROOT objects aside; linear time. */
    public static KnownObjects of(Heap heap) {
        AddressIndex addresses = heap.addresses();
        int[] marks = new int[addresses.size()];
        for (int object = 0; object < marks.length; object++) {
            marks[object] = mark(heap, object);
        }
        return new KnownObjects(addresses, marks);
    }

    private static int mark(Heap heap, int object) {
        int generation = heap.generation(object);
        if (generation != Heap.NO_GENERATION) {
            return generation;
        }
        long place = heap.classes().address(heap.recordedClass(object));
        long mixed = (heap.typeName(object).hashCode() + place) * 0x9E37_79B9_7F4A_7C15L;
        return (int) (mixed >>> Integer.SIZE) | Integer.MIN_VALUE;
    }

    /** Compares an object of a later heap, which is no ROOT object, with the known ones; logarithmic time. */
    public Match match(Heap later, int object) {
        int known = addresses.id(later.address(object));
        if (known < 0) {
            return Match.ABSENT;
        }
        int mark = mark(later, object);
        if (marks[known] == mark) {
            return mark < 0 ? Match.BY_ADDRESS : Match.BY_GENERATION;
        }
        return marks[known] < 0 && mark < 0 ? Match.OTHER_CLASS : Match.ABSENT;
    }
}
