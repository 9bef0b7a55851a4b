package io.github.memdump.graph;

import io.github.memdump.task.Task;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts what remains open by passes of {@value Sweep#LANES} sources each, on several threads, until everything is
 * counted or the budget is used up.
 *
 * <p>Passes are made in rounds of a fixed number, and only between rounds is it asked whether to go on, so that it does
 * not depend on threads which groups are counted. The sources of the first round come from all over; where they tell
 * that the budget will not be enough for all, there is no second. Costs what a {@link Sweep} does for each thread.
 */
final class Passes {
    private static final int ROUND = 16;

    private final ReachGraph graph;
    private final int[] counts;
    private final Task task;
    private long left;

    /**
     * Prepares passes.
     *
     * @param counts where the answer of each group is put, at its index
     * @param budget how many groups and edges may be looked at
     */
    Passes(ReachGraph graph, int[] counts, long budget, Task task) {
        this.graph = graph;
        this.counts = counts;
        this.left = budget;
        this.task = task;
    }

    /**
     * Counts what some groups reach.
     *
     * @param open   the groups
     * @param lowest groups below are neither entered nor counted
     * @param extra  what is added to the count of each
     * @return the groups that are still open
     */
    NodeSet count(NodeSet open, int lowest, int extra) {
        int[] sources = open.toArray();
        int passes = (sources.length + Sweep.LANES - 1) / Sweep.LANES;
        if (passes == 0 || left <= 0) {
            return open;
        }
        NodeSet.Builder rest = open.toBuilder();
        Order order = new Order(passes);
        Sweep[] sweeps = new Sweep[Crew.sizeFor(passes)];
        for (int begin = 0; begin < passes && left > 0; begin += ROUND) {
            int end = Math.min(passes, begin + ROUND);
            long looked = round(sweeps, sources, order, begin, end, lowest);
            for (int i = begin; i < end; i++) {
                finish(sources, order.at(i), extra, rest);
            }
            left -= looked;
            if (begin == 0 && left < looked * (double) (passes - end) / end) {
                break;
            }
        }
        return rest.build();
    }

    private long round(Sweep[] sweeps, int[] sources, Order order, int begin, int end, int lowest) {
        AtomicInteger next = new AtomicInteger(begin);
        AtomicLong looked = new AtomicLong();
        Crew.run(Math.min(sweeps.length, end - begin), task, (worker, report) -> {
            if (sweeps[worker] == null) {
                sweeps[worker] = new Sweep(graph);
            }
            Steps steps = new Steps(report, "Counting what many reach", -1);
            for (int i = next.getAndIncrement(); i < end; i = next.getAndIncrement()) {
                int from = order.at(i) * Sweep.LANES;
                int to = Math.min(sources.length, from + Sweep.LANES);
                looked.addAndGet(sweeps[worker].count(sources, from, to, lowest, counts, steps));
            }
            steps.finish();
        });
        return looked.get();
    }

    private void finish(int[] sources, int pass, int extra, NodeSet.Builder rest) {
        int from = pass * Sweep.LANES;
        int to = Math.min(sources.length, from + Sweep.LANES);
        for (int i = from; i < to; i++) {
            counts[sources[i]] += extra;
            rest.remove(sources[i]);
        }
    }

    /** The passes in an order whose beginning is spread over all of them: a step that shares no divisor with them. */
    private static final class Order {
        private final int passes;
        private final int step;

        Order(int passes) {
            this.passes = passes;
            int candidate = passes <= ROUND ? 1 : passes / ROUND;
            while (divisor(candidate, passes) != 1) {
                candidate++;
            }
            this.step = candidate;
        }

        private static int divisor(int one, int other) {
            int a = one;
            int b = other;
            while (b != 0) {
                int rest = a % b;
                a = b;
                b = rest;
            }
            return a;
        }

        int at(int index) {
            return (int) ((long) index * step % passes);
        }
    }
}
