package io.github.memdump.bench;

import io.github.memdump.analysis.KeepAlive;
import io.github.memdump.analysis.StopType;
import io.github.memdump.analysis.WalkBarrier;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.reach.ReachBudget;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What all objects of a heap keep alive, beside the loading that it should not outlast. Compare the rows of one run;
 * choose the dump with {@code -p dump=PATH}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseParallelGC")
public class KeepAliveBenchmark {
    /** The dump, plain or gzip. */
    @Param("src/examples/after.json.gz")
    public String dump;

    private Heap heap;
    private NodeSet all;
    private WalkBarrier stops;

    /** Loads the heap whose objects are counted. */
    @Setup
    public void load() throws IOException {
        heap = loadHeap();
        all = NodeSet.all(heap.objectCount());
        stops = WalkBarrier.of(EnumSet.allOf(StopType.class));
    }

    /** Loads the dump into a heap. */
    @Benchmark
    public Heap loadHeap() throws IOException {
        return HeapLoader.lenient().load(DumpInput.of(Path.of(dump)), Task.UNWATCHED);
    }

    /** Counts what each object keeps alive. */
    @Benchmark
    public KeepAlive all() {
        return KeepAlive.of(WalkBarrier.NONE.walk(heap), all, ReachBudget.USUAL, Task.UNWATCHED);
    }

    /** Counts what each object keeps alive by walks that go through no class, module, iclass or imemo. */
    @Benchmark
    public KeepAlive allStopping() {
        return KeepAlive.of(stops.walk(heap), all, ReachBudget.USUAL, Task.UNWATCHED);
    }
}
