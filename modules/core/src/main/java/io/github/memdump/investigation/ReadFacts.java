package io.github.memdump.investigation;

import io.github.memdump.heap.Heap;
import io.github.memdump.heap.LoadFacts;

/** What is to be said of a dump when its heap has been let go. Immutable. */
public final class ReadFacts {
    private final LoadFacts facts;
    private final int objects;
    private final int roots;

    private ReadFacts(Heap heap) {
        this.facts = heap.facts();
        this.objects = heap.objectCount();
        this.roots = heap.roots().length;
    }

    /** Returns the facts of a heap. */
    public static ReadFacts of(Heap heap) {
        return new ReadFacts(heap);
    }

    /** Returns what was found when it was read. */
    public LoadFacts facts() {
        return facts;
    }

    /** Returns the number of objects, ROOT objects included. */
    public int objects() {
        return objects;
    }

    /** Returns the number of ROOT objects. */
    public int roots() {
        return roots;
    }
}
