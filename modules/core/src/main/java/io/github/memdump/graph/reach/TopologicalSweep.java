package io.github.memdump.graph.reach;

import io.github.memdump.task.ProgressBatch;

/**
 * Counts what many groups reach at once: each source has a bit, and one pass over the groups in topological order
 * carries all bits along all edges (Then et al.: The More the Merrier, 2014). A pass looks at the groups that it
 * reaches and at no others. For one thread.
 */
final class TopologicalSweep {
    private static final int WORDS = 4;
    /** The number of sources of one pass. */
    static final int LANES = WORDS * Long.SIZE;

    private final ReachGraph graph;
    private final long[] lanes;
    /** One bit for each group that is reached and still to be looked at. */
    private final long[] open;
    private final LaneCounters[] counters = new LaneCounters[WORDS];

    /** Makes a sweep: 32 bytes and 1 bit per group. */
    TopologicalSweep(ReachGraph graph) {
        this.graph = graph;
        this.lanes = new long[Math.multiplyExact(WORDS, graph.groupCount())];
        this.open = new long[graph.groupCount() / Long.SIZE + 1];
        for (int word = 0; word < WORDS; word++) {
            counters[word] = new LaneCounters();
        }
    }

    /** Returns about how many bytes a sweep takes. */
    static long bytes(ReachGraph graph) {
        return (long) LANES / Byte.SIZE * graph.groupCount();
    }

    /**
     * Counts for some groups the sum of the weights of the groups that they reach, themselves included.
     *
     * @param sources groups, ascending
     * @param from    the index of the first of them
     * @param to      the index after the last, at most {@link #LANES} further
     * @param counts  where the answer of each group is put, at its index
     * @param steps   told of each group that is passed
     * @return how many groups and edges were looked at
     */
    long count(int[] sources, int from, int to, int[] counts, ProgressBatch steps) {
        for (int i = from; i < to; i++) {
            int lane = i - from;
            lanes[WORDS * sources[i] + lane / Long.SIZE] |= 1L << lane;
            open[sources[i] / Long.SIZE] |= 1L << sources[i];
        }
        long looked = 0;
        for (int word = sources[to - 1] / Long.SIZE; word >= 0; word--) {
            while (open[word] != 0) {
                int group = Long.SIZE * word + Long.SIZE - 1 - Long.numberOfLeadingZeros(open[word]);
                open[word] &= ~(1L << group);
                int edges = pass(group);
                looked += 1 + edges;
                steps.add(1 + edges);
            }
        }
        for (int i = from; i < to; i++) {
            int lane = i - from;
            counts[sources[i]] = counters[lane / Long.SIZE].get(lane % Long.SIZE);
        }
        for (LaneCounters counter : counters) {
            counter.clear();
        }
        return looked;
    }

    private int pass(int group) {
        int at = WORDS * group;
        long a = lanes[at];
        long b = lanes[at + 1];
        long c = lanes[at + 2];
        long d = lanes[at + 3];
        int weight = graph.weight(group);
        counters[0].add(a, weight);
        counters[1].add(b, weight);
        counters[2].add(c, weight);
        counters[3].add(d, weight);
        lanes[at] = 0;
        lanes[at + 1] = 0;
        lanes[at + 2] = 0;
        lanes[at + 3] = 0;
        int to = graph.to(group);
        for (int i = graph.from(group); i < to; i++) {
            int target = graph.target(i);
            open[target / Long.SIZE] |= 1L << target;
            target *= WORDS;
            lanes[target] |= a;
            lanes[target + 1] |= b;
            lanes[target + 2] |= c;
            lanes[target + 3] |= d;
        }
        return to - graph.from(group);
    }
}
