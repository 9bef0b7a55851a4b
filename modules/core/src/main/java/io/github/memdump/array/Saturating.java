package io.github.memdump.array;

/**
 * Sums of sizes in bytes, which stay {@link Long#MAX_VALUE} once they are larger than that: a damaged dump may give a
 * single object that many, and no sum over it may turn negative. Thread-safe.
 */
public final class Saturating {
    private Saturating() {
    }

    /** Returns the sum of two numbers of 0 or above. */
    public static long sum(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
