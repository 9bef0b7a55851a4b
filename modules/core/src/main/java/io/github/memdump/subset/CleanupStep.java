package io.github.memdump.subset;

import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntPredicate;

/** A part of {@link CommonCleanup}: which objects it is about, and whether they are removed or collapsed. */
public enum CleanupStep {
    /** Instances of WeakRef, which hold nothing, are removed. */
    WEAKREF,
    /** IMEMO records are collapsed. */
    IMEMO,
    /** HASH records are collapsed. */
    HASH,
    /** ARRAY records are collapsed. */
    ARRAY,
    /** Instances of Set are collapsed. */
    SET,
    /** Instances of RubyVM::Env are collapsed. */
    ENV,
    /** What the method {@code dump_all} allocated, the dump itself, is collapsed. */
    DUMP_ALL,
    /** ICLASS records are collapsed: memdump's text names them, its code leaves them. */
    ICLASS;

    /** Returns the steps of memdump's {@code common_cleanup}. */
    public static Set<CleanupStep> common() {
        return Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(ICLASS)));
    }

    /** Returns whether the step removes its objects with their references, where others collapse them. */
    public boolean removes() {
        return this == WEAKREF;
    }

    /** Returns whether an object is one that the step is about. */
    public IntPredicate in(Heap heap) {
        switch (this) {
            case WEAKREF:
                return ofClass(heap, "WeakRef");
            case IMEMO:
                return object -> heap.type(object) == RecordTypes.IMEMO;
            case HASH:
                return object -> heap.type(object) == RecordTypes.HASH;
            case ARRAY:
                return object -> heap.type(object) == RecordTypes.ARRAY;
            case SET:
                return ofClass(heap, "Set");
            case ENV:
                return ofClass(heap, "RubyVM::Env");
            case DUMP_ALL:
                return allocatedIn(heap, "dump_all");
            default:
                return object -> heap.type(object) == RecordTypes.ICLASS;
        }
    }

    private static IntPredicate ofClass(Heap heap, String name) {
        boolean[] wanted = new boolean[heap.classes().size()];
        for (int c = 0; c < wanted.length; c++) {
            wanted[c] = heap.classes().name(c).equals(name);
        }
        return object -> wanted[heap.classNumber(object)];
    }

    private static IntPredicate allocatedIn(Heap heap, String method) {
        boolean[] wanted = new boolean[heap.sites().size()];
        for (int site = 0; site < wanted.length; site++) {
            wanted[site] = heap.sites().method(site).equals(method);
        }
        return object -> heap.site(object) >= 0 && wanted[heap.site(object)];
    }
}
