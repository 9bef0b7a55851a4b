package io.github.memdump.graph.reach;

import io.github.memdump.task.ProgressBatch;
import io.github.memdump.task.Task;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;

/**
 * Estimates how many nodes groups reach: a HyperLogLog sketch of {@value #REGISTERS} registers for each, handed up
 * along the edges (P. Flajolet et al.: HyperLogLog, 2007; P. Boldi, S. Vigna: In-Core Computation of Geometric
 * Centralities with HyperBall, 2013), read with the estimator of O. Ertl: New Cardinality Estimation Algorithms for
 * HyperLogLog Sketches, 2017, which has no bias at either end.
 *
 * <p>The standard error is {@link #RELATIVE_ERROR} of the answer. Hashes are fixed, so that the same graph gives the
 * same answers, whatever the number of threads. The graph is passed as often as it takes to have all registers, 64 at a
 * time, or fewer where memory is short: linear, 64 bytes per group and 8 per group asked for, on each thread.
 */
final class ReachSketches {
    /** Registers of a sketch. */
    static final int REGISTERS = 256;
    /** The standard error of an estimate, relative to it. */
    static final double RELATIVE_ERROR = 1.04 / Math.sqrt(REGISTERS);

    private static final int MOST_WORDS = 8;
    private static final int INDEX_BITS = Integer.numberOfTrailingZeros(REGISTERS);

    private final ReachGraph graph;
    private final IntUnaryOperator groupOf;
    private final int nodes;
    private final Task task;
    /** How many longs of each sketch there are at a time. */
    private final int words;

    /**
     * Prepares estimates.
     *
     * @param nodes   the number of nodes
     * @param groupOf tells the group of each node, negative for one that is in none
     */
    ReachSketches(ReachGraph graph, int nodes, IntUnaryOperator groupOf, Task task) {
        this.graph = graph;
        this.nodes = nodes;
        this.groupOf = groupOf;
        this.task = task;
        int fitting = MOST_WORDS;
        while (fitting > 1 && bytes(fitting) > WorkerGroup.room() / 2) {
            fitting /= 2;
        }
        this.words = fitting;
    }

    private long bytes(int ofSketch) {
        return (long) Long.BYTES * ofSketch * graph.groupCount();
    }

    /** Puts an estimate for each group that is asked for at its index. */
    void estimate(int[] asked, int[] counts) {
        AtomicInteger next = new AtomicInteger();
        int rounds = REGISTERS / Long.BYTES / words;
        RegisterSums[] sums = new RegisterSums[WorkerGroup.sizeFor(rounds, bytes(words))];
        WorkerGroup.run(sums.length, "Estimating what many reach", task, (worker, steps) -> {
            sums[worker] = new RegisterSums(asked.length, REGISTERS);
            long[] registers = new long[Math.multiplyExact(words, graph.groupCount())];
            for (int round = next.getAndIncrement(); round < rounds; round = next.getAndIncrement()) {
                enter(registers, round, steps);
                handUp(registers, steps);
                read(registers, asked, sums[worker], steps);
            }
        });
        for (int worker = 1; worker < sums.length; worker++) {
            sums[0].add(sums[worker]);
        }
        for (int i = 0; i < asked.length; i++) {
            int group = asked[i];
            long estimate = Math.round(sums[0].estimate(i));
            counts[group] = (int) Math.max(graph.weight(group), Math.min(estimate, graph.weight(0, group)));
        }
    }

    /** Enters each node into the sketch of its own group. */
    private void enter(long[] registers, int round, ProgressBatch steps) {
        Arrays.fill(registers, 0);
        int perRound = words * Long.BYTES;
        for (int node = 0; node < nodes; node++) {
            long hash = hash(node);
            int register = (int) (hash >>> (Long.SIZE - INDEX_BITS));
            int group = register / perRound == round ? groupOf.applyAsInt(node) : -1;
            if (group >= 0) {
                int rank = 1 + Long.numberOfTrailingZeros(hash | 1L << (Long.SIZE - INDEX_BITS));
                int word = words * group + register % perRound / Long.BYTES;
                registers[word] = RegisterSums.larger(registers[word], (long) rank << (Long.BYTES * register));
            }
            steps.add(1);
        }
    }

    /** Hands each sketch up to all that refer to its group; smaller numbers are finished first. */
    private void handUp(long[] registers, ProgressBatch steps) {
        for (int group = 0; group < graph.groupCount(); group++) {
            int at = words * group;
            int to = graph.to(group);
            for (int edge = graph.from(group); edge < to; edge++) {
                int target = words * graph.target(edge);
                for (int word = 0; word < words; word++) {
                    registers[at + word] = RegisterSums.larger(registers[at + word], registers[target + word]);
                }
            }
            steps.add(1 + to - graph.from(group));
        }
    }

    private void read(long[] registers, int[] asked, RegisterSums sums, ProgressBatch steps) {
        for (int i = 0; i < asked.length; i++) {
            for (int word = 0; word < words; word++) {
                sums.add(i, registers[words * asked[i] + word]);
            }
            steps.add(words);
        }
    }

    /** The finalizer of SplitMix64 (G. Steele et al.: Fast Splittable Pseudorandom Number Generators, 2014). */
    private static long hash(int node) {
        long bits = (node + 1) * 0x9E3779B97F4A7C15L;
        bits = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        bits = (bits ^ bits >>> 27) * 0x94D049BB133111EBL;
        return bits ^ bits >>> 31;
    }
}
