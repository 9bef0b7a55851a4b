package io.github.memdump.graph;

/**
 * Counts what many groups reach at once: each source has a bit, and one pass over the groups in topological order
 * carries all bits along all edges (Then et al.: The More the Merrier, 2014).
 */
final class Sweep {
    private static final int WORDS = 4;
    /** The number of sources of one pass. */
    static final int LANES = WORDS * Long.SIZE;

    private final ReachGraph graph;
    private final long[] lanes;
    private final LaneCounters[] counters = new LaneCounters[WORDS];

    /** Makes a sweep: 32 bytes per group. */
    Sweep(ReachGraph graph) {
        this.graph = graph;
        this.lanes = new long[Math.multiplyExact(WORDS, graph.groupCount())];
        for (int word = 0; word < WORDS; word++) {
            counters[word] = new LaneCounters();
        }
    }

    /**
     * Counts for some groups the sum of the weights of the groups that they reach, themselves included.
     *
     * @param sources groups, ascending
     * @param from    the index of the first of them
     * @param to      the index after the last, at most {@link #LANES} further
     * @param floor   groups below are neither entered nor counted
     * @param counts  where the answer of each group is put, at its index
     * @param steps   told of each group that is passed
     */
    void count(int[] sources, int from, int to, int floor, int[] counts, Steps steps) {
        for (int i = from; i < to; i++) {
            int lane = i - from;
            lanes[WORDS * sources[i] + lane / Long.SIZE] |= 1L << lane;
        }
        for (int group = sources[to - 1]; group >= floor; group--) {
            int at = WORDS * group;
            long a = lanes[at];
            long b = lanes[at + 1];
            long c = lanes[at + 2];
            long d = lanes[at + 3];
            if ((a | b | c | d) != 0) {
                int weight = graph.weight(group);
                counters[0].add(a, weight);
                counters[1].add(b, weight);
                counters[2].add(c, weight);
                counters[3].add(d, weight);
                lanes[at] = 0;
                lanes[at + 1] = 0;
                lanes[at + 2] = 0;
                lanes[at + 3] = 0;
                int first = graph.from(group);
                for (int i = graph.to(group) - 1; i >= first && graph.target(i) >= floor; i--) {
                    int target = WORDS * graph.target(i);
                    lanes[target] |= a;
                    lanes[target + 1] |= b;
                    lanes[target + 2] |= c;
                    lanes[target + 3] |= d;
                }
            }
            steps.add(1);
        }
        for (int i = from; i < to; i++) {
            int lane = i - from;
            counts[sources[i]] = counters[lane / Long.SIZE].get(lane % Long.SIZE);
        }
        for (LaneCounters counter : counters) {
            counter.clear();
        }
    }
}
