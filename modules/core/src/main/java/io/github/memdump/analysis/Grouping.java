package io.github.memdump.analysis;

import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;

/** By what a histogram groups objects. */
public enum Grouping {
    /** By the name of the class; objects without a class under their type. */
    CLASS,
    /** As by class, but IMEMO by what it is, {@code IMEMO iseq}, and DATA by its C type, {@code DATA proc}. */
    KIND,
    /** By the record type. */
    TYPE,
    /** By the file that allocated them; an empty key where it is not known. */
    FILE,
    /** By the gem whose code allocated them, Ruby or the application, see {@link CodeOrigin}. */
    GEM,
    /** By allocation site, {@code file:line}; the file alone where the line is not known, an empty key without it. */
    SITE,
    /** By generation; an empty key where there is none. */
    GENERATION;

    /** Returns the key of an object. */
    String key(Heap heap, int object) {
        switch (this) {
            case CLASS:
                return heap.className(object);
            case KIND:
                return isOfKind(heap, object) ? heap.typeName(object) + " " + heap.name(object)
                    : heap.className(object);
            case TYPE:
                return heap.typeName(object);
            case GEM:
                return CodeOrigin.of(heap.sites().file(heap.site(object)));
            case FILE:
                return heap.sites().file(heap.site(object));
            case SITE:
                return heap.sites().place(heap.site(object));
            default:
                return heap.generation(object) == Heap.NO_GENERATION ? "" : Integer.toString(heap.generation(object));
        }
    }

    /** Returns a number of 0 or above that objects of different keys never share; several numbers may have one key. */
    long number(Heap heap, int object) {
        switch (this) {
            case CLASS:
                return heap.classNumber(object);
            case KIND:
                return isOfKind(heap, object) ? kind(heap, object) : heap.classNumber(object);
            case TYPE:
                return heap.type(object);
            case GEM:
            case FILE:
            case SITE:
                return heap.site(object) + 1L;
            default:
                return heap.generation(object) + 1L;
        }
    }

    private static boolean isOfKind(Heap heap, int object) {
        boolean isSplit = heap.type(object) == RecordTypes.IMEMO || heap.type(object) == RecordTypes.DATA;
        return isSplit && heap.nameNumber(object) >= 0;
    }

    private static long kind(Heap heap, int object) {
        long type = heap.type(object) == RecordTypes.IMEMO ? 0 : heap.nameCount();
        return heap.classes().size() + type + heap.nameNumber(object);
    }

    /** Returns a bound above all numbers of a heap; how far generations go, only a look at all of them would say. */
    long numbers(Heap heap) {
        switch (this) {
            case CLASS:
                return heap.classes().size();
            case KIND:
                return heap.classes().size() + 2L * heap.nameCount();
            case TYPE:
                return heap.types().names().size();
            case GEM:
            case FILE:
            case SITE:
                return heap.sites().size() + 1L;
            default:
                return Integer.MAX_VALUE + 2L;
        }
    }
}
