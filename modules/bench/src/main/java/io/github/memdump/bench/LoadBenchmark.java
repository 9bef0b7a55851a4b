package io.github.memdump.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.github.memdump.analysis.Retained;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.task.Task;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
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
 * Loading a dump beside the plain token walk that bounds it, and the dominators of the loaded heap. Compare the rows of
 * one run; choose the dump with {@code -p dump=PATH}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseParallelGC")
public class LoadBenchmark {
    /** The dump, plain or gzip. */
    @Param("src/examples/after.json.gz")
    public String dump;

    private Heap heap;

    /** Loads the heap whose dominators are found. */
    @Setup
    public void load() throws IOException {
        heap = loadHeap();
    }

    /** Walks over all tokens of the dump with plain Jackson on one thread. */
    @Benchmark
    public long tokenWalk() throws IOException {
        long tokens = 0;
        try (JsonParser parser = new JsonFactory().createParser(opened())) {
            while (parser.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }

    /** Loads the dump into a heap. */
    @Benchmark
    public Heap loadHeap() throws IOException {
        return HeapLoader.lenient().load(DumpInput.of(Path.of(dump)), Task.UNWATCHED);
    }

    /** Finds the dominators of the heap and what they retain. */
    @Benchmark
    public Retained retained() {
        return Retained.of(heap, Task.UNWATCHED);
    }

    private InputStream opened() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(Path.of(dump)), 1 << 16);
        return dump.endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
    }
}
