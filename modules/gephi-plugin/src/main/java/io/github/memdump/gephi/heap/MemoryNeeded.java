package io.github.memdump.gephi.heap;

import io.github.memdump.answer.Figures;
import io.github.memdump.dump.DumpException;
import io.github.memdump.heap.Heap;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openide.util.NbBundle;

/** How much memory dumps take that are opened together: the last stays, of the earlier ones one is there at a time. */
public final class MemoryNeeded {
    /** What a view takes on the way: three arrays of ints by object, one by reference. */
    private static final long BYTES_PER_OBJECT = 12;
    private static final long BYTES_PER_REFERENCE = 4;

    private MemoryNeeded() {
    }

    /** Returns about how many bytes a heap takes that is in memory, with what is found about it. */
    static long of(Heap heap) {
        return DumpSample.memory(heap.objectCount(), heap.facts().references());
    }

    /**
     * Checks that there is room to make a view of a heap that is in memory: references turned round, the dominator
     * tree, what is chosen.
     *
     * @throws DumpException if there is not, with what to do
     */
    public static void requireForView(Heap heap) throws DumpException {
        long needed = heap.objectCount() * BYTES_PER_OBJECT + heap.facts().references() * BYTES_PER_REFERENCE;
        if (needed > free()) {
            System.gc();
        }
        if (needed > free()) {
            throw new DumpException(NbBundle.getMessage(MemoryNeeded.class, "MemoryNeeded.view", Figures.bytes(needed),
                Figures.bytes(free()), Figures.bytes(Runtime.getRuntime().maxMemory())));
        }
    }

    private static long free() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    }

    /** Returns about how many bytes it is. */
    public static long of(Collection<DumpSample> earlier, Optional<DumpSample> last) {
        return earlier.stream().mapToLong(DumpSample::memory).max().orElse(0)
            + last.map(DumpSample::memory).orElse(0L);
    }

    /** Returns why so much is too much, and what to do; nothing if there is room. */
    public static Optional<String> problem(long needed, long limit) {
        return needed <= limit ? Optional.empty() : Optional.of(NbBundle.getMessage(MemoryNeeded.class,
            "MemoryNeeded.tooMuch", Figures.bytes(needed), Figures.bytes(limit)));
    }

    /**
     * Looks at the beginning of each dump, for up to a second: not for the event thread.
     *
     * @param limit how many bytes there are
     * @throws DumpException if the dumps, the earliest first, need more than {@code limit} bytes
     */
    public static void require(List<Path> dumps, long limit) throws DumpException {
        List<DumpSample> samples = dumps.stream().map(DumpSample::of).collect(Collectors.toList());
        int last = samples.size() - 1;
        Optional<String> problem = problem(of(samples.subList(0, last), Optional.of(samples.get(last))), limit);
        if (problem.isPresent()) {
            throw new DumpException(problem.get());
        }
    }
}
