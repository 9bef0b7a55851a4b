package io.github.memdump.cli;

import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapIdentities;
import java.util.List;

/**
 * Two dumps or more of one process in the order in which they were made, as far as they say it: of the last its heap,
 * of each before it what was noted of it. Immutable.
 *
 * @param <T> what is noted
 */
public final class DumpRow<T> {
    private final List<String> names;
    private final HeapIdentities first;
    private final List<T> earlier;
    private final Heap last;

    DumpRow(List<String> names, HeapIdentities first, List<T> earlier, Heap last) {
        this.names = List.copyOf(names);
        this.first = first;
        this.earlier = List.copyOf(earlier);
        this.last = last;
    }

    /** Notes what is needed of a dump before the last, the heap of which is let go then. */
    public interface Note<T> {
        /** Returns the note of a heap; {@code isFirst} says whether the last dump is compared with it. */
        T of(Heap heap, boolean isFirst);
    }

    /** Returns what the dumps are called on the command line. */
    public List<String> names() {
        return names;
    }

    /** Returns which objects the first dump had. */
    public HeapIdentities first() {
        return first;
    }

    /** Returns what was noted of the dumps before the last. */
    public List<T> earlier() {
        return earlier;
    }

    /** Returns the heap of the last dump. */
    public Heap last() {
        return last;
    }

    /** Returns the first dump and the last. */
    public DumpPair ends() {
        return new DumpPair(first, last, names.get(names.size() - 1));
    }
}
