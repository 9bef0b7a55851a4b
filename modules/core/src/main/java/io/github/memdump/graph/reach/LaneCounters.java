package io.github.memdump.graph.reach;

import java.util.Arrays;

/**
 * 64 counters, one for each bit of a long, all of which are added to at once.
 *
 * <p>The counters are stored upright: level {@code j} holds bit {@code j} of all of them. At each level the first of
 * two words waits for the second; both are added by one carry-save step, whose carry goes one level up. A word added
 * at any level thus costs two such steps on average, whatever its bits are.
 */
final class LaneCounters {
    private static final int LEVELS = 33;

    private final long[] sum = new long[LEVELS];
    private final long[] waiting = new long[LEVELS];
    private long hasWaiting;

    /** Adds {@code weight}, 0 or above, to the counters of the lanes whose bits are set. */
    void add(long lanes, int weight) {
        for (int rest = weight; rest != 0; rest &= rest - 1) {
            addAt(Integer.numberOfTrailingZeros(rest), lanes);
        }
    }

    private void addAt(int lowest, long lanes) {
        int level = lowest;
        long carried = lanes;
        while ((hasWaiting >>> level & 1) != 0) {
            hasWaiting ^= 1L << level;
            long first = waiting[level];
            long old = sum[level];
            long either = old ^ first;
            sum[level] = either ^ carried;
            carried = (old & first) | (either & carried);
            level++;
        }
        hasWaiting |= 1L << level;
        waiting[level] = carried;
    }

    /** Returns the counter of a lane, which must fit an int. */
    int get(int lane) {
        long count = 0;
        for (int level = 0; level < LEVELS; level++) {
            long open = (hasWaiting >>> level & 1) != 0 ? waiting[level] >>> lane & 1 : 0;
            count += ((sum[level] >>> lane & 1) + open) << level;
        }
        return (int) count;
    }

    /** Sets all counters to 0. */
    void clear() {
        Arrays.fill(sum, 0);
        hasWaiting = 0;
    }
}
