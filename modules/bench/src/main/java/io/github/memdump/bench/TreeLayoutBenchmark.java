package io.github.memdump.bench;

import io.github.memdump.view.layout.Forest;
import io.github.memdump.view.layout.Positions;
import io.github.memdump.view.layout.TreeLayout;
import io.github.memdump.view.layout.TreeShape;
import java.util.Random;
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

/** The heap tree layout of as many nodes as a graph window shows, cold too: the first run is what a user waits for. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 3)
public class TreeLayoutBenchmark {
    private static final double SPACING = 6;
    private static final int LIMBS = 20;

    /** How many nodes there are. */
    @Param({"1000", "10000"})
    public int nodes;

    /** From the top down, or in a ring. */
    @Param
    public TreeShape shape;

    private Forest forest;

    /** Most nodes hang on few others, as in a dominator tree; the seed is always the same. */
    @Setup
    public void grow() {
        Random random = new Random(1);
        int[] parents = new int[nodes];
        float[] diameters = new float[nodes];
        for (int i = 0; i < nodes; i++) {
            int crowded = random.nextInt(LIMBS) * (i / LIMBS) / LIMBS;
            parents[i] = i < LIMBS ? Forest.NO_PARENT : random.nextInt(3) == 0 ? random.nextInt(i) : crowded;
            diameters[i] = 4 + random.nextInt(40);
        }
        forest = new Forest(parents, diameters);
    }

    /** Lays the forest out, warm. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @Warmup(iterations = 3, time = 1)
    @Measurement(iterations = 5, time = 1)
    public Positions warm() {
        return TreeLayout.of(forest, shape, SPACING);
    }

    /** Lays the forest out for the first time. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public Positions cold() {
        return TreeLayout.of(forest, shape, SPACING);
    }
}
