package io.github.memdump.analysis.suspect;

import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.Retained;
import io.github.memdump.analysis.suspect.weight.Amount;
import io.github.memdump.analysis.suspect.weight.EarlierHeap;
import io.github.memdump.analysis.suspect.weight.FreshObjects;
import io.github.memdump.analysis.suspect.weight.MadeAgain;
import io.github.memdump.analysis.suspect.weight.ProgramObjects;
import io.github.memdump.analysis.suspect.weight.Weighing;
import io.github.memdump.analysis.suspect.weight.Weights;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Leak suspects, after Eclipse MAT: few objects that retain much. Immutable.
 *
 * <p>What counts is what the program made; Ruby's tables, the allocation tracer and the stack of the main thread
 * neither count nor are suspects, classes and code only where one line makes them again and again
 * ({@link MadeAgain}). Of two dumps new objects count, and old ones by the bytes by which they grew. An object is heavy
 * if it dominates
 * at least {@link SuspectOptions#minShare} of all that counts, by objects or by bytes. Where the heavy children of an
 * object in the dominator tree leave that much over, something gathers. If that object is the program's, it is followed
 * up to the topmost one that holds it and little else (the suspect), and down as long as one child keeps 70 % (the
 * accumulation point). If it is a class, a root or the like, its light children are what several holders share: they
 * are taken together by class, and their common holders are looked for. A suspect's holders are told by what Ruby holds
 * them by, as far as a dump says it. Of two dumps suspects are ranked by growth: what is new less what it replaced.
 *
 * <p>Linear time apart from dominators; on the way about 60 bytes per object.
 */
public final class Suspects {
    private final List<Suspect> list;
    private final List<Suspect> evicting;
    private final List<Suspect> steady;
    private final Amount total;

    Suspects(List<Suspect> list, List<Suspect> evicting, List<Suspect> steady, Amount total) {
        this.list = Collections.unmodifiableList(list);
        this.evicting = Collections.unmodifiableList(evicting);
        this.steady = Collections.unmodifiableList(steady);
        this.total = total;
    }

    /**
     * Finds the suspects of one dump.
     *
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public static Suspects of(Heap heap, Retained retained, SuspectOptions options, Task task) {
        ProgramObjects objects = ProgramObjects.of(heap);
        Weights weights = Weights.of(Weighing.ofOne(heap, objects), retained, options.minShare(), task);
        return new SuspectAssembly(heap, retained, objects, weights, options, task).suspects();
    }

    /**
     * Finds the suspects among what came between two dumps.
     *
     * @param diff     the difference
     * @param past     the earlier heap
     * @param retained of the later heap
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public static Suspects of(HeapDiff diff, EarlierHeap past, Retained retained, SuspectOptions options, Task task) {
        return of(diff, List.of(past), retained, options, task);
    }

    /**
     * Finds the suspects among what came between the first and the last of two dumps or more, by the smallest step from
     * one dump to the next.
     *
     * @param diff     the difference of the last and the first
     * @param pasts    all heaps but the last, the earliest first
     * @param retained of the last heap
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public static Suspects of(HeapDiff diff, List<EarlierHeap> pasts, Retained retained, SuspectOptions options,
        Task task) {
        Heap heap = diff.after();
        NodeSet fresh = FreshObjects.of(diff, pasts.get(0));
        ProgramObjects plain = ProgramObjects.of(heap);
        MadeAgain again = new MadeAgain(heap, plain, fresh);
        ProgramObjects objects = plain.with(again.code());
        Weights weights = Weights.of(Weighing.ofGrowth(heap, objects, fresh, pasts.get(0)), retained,
            options.minShare(), task);
        return new SuspectAssembly(heap, retained, objects, weights, options, task).since(fresh, again.objects(), pasts)
            .suspects();
    }

    /** Returns the suspects, the largest share first. */
    public List<Suspect> list() {
        return list;
    }

    /**
     * Returns what grew and gave up half or more of what it held before: a cache that fills, or a queue that falls
     * behind.
     */
    public List<Suspect> evicting() {
        return evicting;
    }

    /** Returns what holds much that is new and yet is no suspect: nearly as much went, so that it hardly grew. */
    public List<Suspect> steady() {
        return steady;
    }

    /**
     * Returns what of {@link #total} no suspect of the list grew by: it gathers nowhere, replaced what went, or was
     * ruled out. Together they are the total.
     */
    public Amount rest() {
        Amount rest = total;
        for (Suspect suspect : list) {
            rest = rest.minus(suspect.growth());
        }
        return rest;
    }

    /** Returns all that counts: reachable objects of the program, of two dumps the new ones. */
    public Amount total() {
        return total;
    }

    /** Returns the objects on the paths to what holds them, those that evict or are steady too, each once. */
    public int[] onPaths() {
        return Stream.of(list, evicting, steady).flatMap(List::stream).flatMap(suspect -> suspect.holders().stream())
            .flatMapToInt(holder -> Arrays.stream(holder.path())).distinct().toArray();
    }
}
