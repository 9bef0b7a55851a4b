package io.github.memdump.cli.command;

import io.github.memdump.heap.Heap;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Heaps that stay loaded between the commands of one process, by the names of their dumps. Not thread-safe. */
public final class ResidentHeaps {
    /** Keeps none. */
    static final ResidentHeaps NONE = new ResidentHeaps(List.of());

    private final List<String> kept;
    private final Map<String, Heap> heaps = new HashMap<>();

    /** Makes a place for the heaps of some dumps, each of which is loaded when it is first asked for. */
    public ResidentHeaps(List<String> kept) {
        this.kept = List.copyOf(kept);
    }

    /** Returns whether the heap of a dump stays, or would stay if it were loaded. */
    boolean keeps(String dump) {
        return kept.contains(dump);
    }

    /** Returns the heap of a dump. */
    Heap get(String dump, Load load) throws IOException {
        Heap heap = heaps.get(dump);
        if (heap == null) {
            heap = load.heap();
            if (keeps(dump)) {
                heaps.put(dump, heap);
            }
        }
        return heap;
    }

    /** Loads a heap. */
    interface Load {
        /** Returns it. */
        Heap heap() throws IOException;
    }
}
