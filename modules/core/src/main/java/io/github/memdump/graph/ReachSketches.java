package io.github.memdump.graph;

import io.github.memdump.task.Task;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Estimates how many nodes groups reach: a HyperLogLog sketch of {@value #REGISTERS} registers for each, handed up
 * along the edges (P. Flajolet et al.: HyperLogLog, 2007; P. Boldi, S. Vigna: In-Core Computation of Geometric
 * Centralities with HyperBall, 2013), read with the estimator of O. Ertl: New Cardinality Estimation Algorithms for
 * HyperLogLog Sketches, 2017, which has no bias at either end.
 *
 * <p>The standard error is {@link #RELATIVE_ERROR} of the answer. Hashes are fixed, so that the same graph gives the
 * same answers, whatever the number of threads. The graph is passed 16 times with 32 registers, one byte each: linear,
 * 32 bytes per group and 8 per group asked for, on each thread.
 */
final class ReachSketches {
    /** Registers of a sketch. */
    static final int REGISTERS = 512;
    /** The standard error of an estimate, relative to it. */
    static final double RELATIVE_ERROR = 1.04 / Math.sqrt(REGISTERS);

    private static final int WORDS = 4;
    private static final int PER_ROUND = WORDS * Long.BYTES;
    private static final int ROUNDS = REGISTERS / PER_ROUND;
    private static final int INDEX_BITS = Integer.numberOfTrailingZeros(REGISTERS);

    private final ReachGraph graph;
    private final int[] groupOf;
    private final int lowest;
    private final int[] asked;
    private final NodeSet region;
    private final Task task;

    /**
     * Prepares estimates.
     *
     * @param groupOf the group of each node
     * @param asked   the groups to estimate for
     * @param lowest  groups below are neither entered nor counted
     */
    ReachSketches(ReachGraph graph, int[] groupOf, NodeSet asked, int lowest, Task task) {
        this.graph = graph;
        this.groupOf = groupOf;
        this.asked = asked.toArray();
        this.lowest = lowest;
        this.task = task;
        Steps steps = new Steps(task, "Preparing estimates", graph.groupCount() - (long) lowest);
        this.region = graph.reachedFrom(asked, lowest, steps);
        steps.finish();
    }

    /** Puts an estimate for each group that was asked for at its index, and adds {@code extra} to each. */
    void estimate(int[] counts, int extra) {
        AtomicInteger next = new AtomicInteger();
        RegisterSums[] sums = new RegisterSums[Crew.sizeFor(ROUNDS)];
        Crew.run(sums.length, task, (worker, report) -> {
            Steps steps = new Steps(report, "Estimating what many reach", -1);
            sums[worker] = new RegisterSums(asked.length, REGISTERS);
            long[] registers = new long[Math.multiplyExact(WORDS, graph.groupCount())];
            for (int round = next.getAndIncrement(); round < ROUNDS; round = next.getAndIncrement()) {
                enter(registers, round, steps);
                handUp(registers, steps);
                read(registers, sums[worker], steps);
            }
            steps.finish();
        });
        for (int worker = 1; worker < sums.length; worker++) {
            sums[0].add(sums[worker]);
        }
        for (int i = 0; i < asked.length; i++) {
            int group = asked[i];
            long nodes = Math.round(sums[0].estimate(i));
            counts[group] = extra + (int) Math.max(graph.weight(group), Math.min(nodes, graph.weight(lowest, group)));
        }
    }

    /** Enters each node into the sketch of its own group. */
    private void enter(long[] registers, int round, Steps steps) {
        Arrays.fill(registers, 0);
        for (int node = 0; node < groupOf.length; node++) {
            int group = groupOf[node];
            long hash = hash(node);
            int register = (int) (hash >>> Long.SIZE - INDEX_BITS);
            if (register / PER_ROUND == round && group >= lowest && region.contains(group)) {
                int rank = 1 + Long.numberOfTrailingZeros(hash | 1L << Long.SIZE - INDEX_BITS);
                int word = WORDS * group + register % PER_ROUND / Long.BYTES;
                registers[word] = RegisterSums.larger(registers[word], (long) rank << Long.BYTES * register);
            }
            steps.add(1);
        }
    }

    /** Hands each sketch up to all that refer to its group; smaller numbers are finished first. */
    private void handUp(long[] registers, Steps steps) {
        for (int group = region.nextMember(lowest); group >= 0; group = region.nextMember(group + 1)) {
            int at = WORDS * group;
            int first = graph.from(group);
            int edge = graph.to(group) - 1;
            for (; edge >= first && graph.target(edge) >= lowest; edge--) {
                int target = WORDS * graph.target(edge);
                for (int word = 0; word < WORDS; word++) {
                    registers[at + word] = RegisterSums.larger(registers[at + word], registers[target + word]);
                }
            }
            steps.add(graph.to(group) - edge);
        }
    }

    private void read(long[] registers, RegisterSums sums, Steps steps) {
        for (int i = 0; i < asked.length; i++) {
            for (int word = 0; word < WORDS; word++) {
                sums.add(i, registers[WORDS * asked[i] + word]);
            }
            steps.add(1);
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
