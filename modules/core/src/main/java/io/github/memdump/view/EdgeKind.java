package io.github.memdump.view;

import io.github.memdump.heap.Heap;
import java.util.Locale;

/** What an edge of a view stands for. */
public enum EdgeKind {
    /** A reference of the heap. */
    REFERENCE,
    /** From an object to its class. */
    CLASS,
    /** A way through objects that are not shown. */
    COLLAPSED,
    /** From a dominator to what it dominates. */
    DOMINATES;

    /** Returns what an edge between two objects of a heap stands for, if it is not one of a tree. */
    public static EdgeKind of(Heap heap, int source, int target) {
        if (!heap.references().hasEdge(source, target)) {
            return COLLAPSED;
        }
        return heap.isToHeldClass(source, target) ? CLASS : REFERENCE;
    }

    /** Returns the name in edge columns: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
