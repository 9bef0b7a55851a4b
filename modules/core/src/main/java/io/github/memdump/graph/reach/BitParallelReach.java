package io.github.memdump.graph.reach;

import io.github.memdump.task.Task;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts what remains open by passes of {@value TopologicalSweep#LANES} sources each, on several threads, until
 * everything is counted or the budget is used up.
 *
 * <p>Passes are made in rounds of a fixed number, and only between rounds is it asked whether to go on, so that it does
 * not depend on threads which groups are counted. The sources of the first round come from all over; where they show
 * that the budget will not be enough for all, there is no second. Costs what a {@link TopologicalSweep} does for each
 * thread.
 */
final class BitParallelReach {
    private static final int FIRST_ROUND = 4;
    private static final int ROUND = 16;

    private final ReachGraph graph;
    private final Task task;
    private long left;

    /**
     * Prepares passes.
     *
     * @param budget how many groups and edges may be looked at
     */
    BitParallelReach(ReachGraph graph, long budget, Task task) {
        this.graph = graph;
        this.left = budget;
        this.task = task;
    }

    /** Returns what is left of the budget; less than 0 where the last round took more. */
    long left() {
        return left;
    }

    /**
     * Counts what some groups reach.
     *
     * @param sources the groups, ascending
     * @param counts  where the answer of each group is put, at its index
     * @return for each source, at its index, whether it is counted
     */
    boolean[] count(int[] sources, int[] counts) {
        int passes = (sources.length + TopologicalSweep.LANES - 1) / TopologicalSweep.LANES;
        boolean[] isCounted = new boolean[sources.length];
        Order order = new Order(passes);
        TopologicalSweep[] sweeps = new TopologicalSweep[WorkerGroup.sizeFor(passes, TopologicalSweep.bytes(graph))];
        for (int begin = 0; begin < passes && left > 0; ) {
            int end = Math.min(passes, begin + (begin == 0 ? FIRST_ROUND : ROUND));
            long looked = round(sweeps, sources, counts, order, begin, end);
            for (int i = begin; i < end; i++) {
                int from = order.at(i) * TopologicalSweep.LANES;
                Arrays.fill(isCounted, from, Math.min(sources.length, from + TopologicalSweep.LANES), true);
            }
            left -= looked;
            if (begin == 0 && left < looked * (double) (passes - end) / end) {
                break;
            }
            begin = end;
        }
        return isCounted;
    }

    private long round(TopologicalSweep[] sweeps, int[] sources, int[] counts, Order order, int begin, int end) {
        AtomicInteger next = new AtomicInteger(begin);
        AtomicLong looked = new AtomicLong();
        WorkerGroup.run(Math.min(sweeps.length, end - begin), "Counting what many reach", task, (worker, steps) -> {
            if (sweeps[worker] == null) {
                sweeps[worker] = new TopologicalSweep(graph);
            }
            for (int i = next.getAndIncrement(); i < end; i = next.getAndIncrement()) {
                int from = order.at(i) * TopologicalSweep.LANES;
                int to = Math.min(sources.length, from + TopologicalSweep.LANES);
                looked.addAndGet(sweeps[worker].count(sources, from, to, counts, steps));
            }
        });
        return looked.get();
    }

    /** The passes in an order whose beginning is spread over all of them: a step that shares no divisor with them. */
    private static final class Order {
        private final int passes;
        private final int step;

        Order(int passes) {
            this.passes = passes;
            int candidate = Math.max(1, passes / FIRST_ROUND);
            while (passes > 0 && divisor(candidate, passes) != 1) {
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
