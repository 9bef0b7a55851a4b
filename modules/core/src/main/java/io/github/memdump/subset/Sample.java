package io.github.memdump.subset;

import java.util.SplittableRandom;

/** A random part of a subset, the same for the same seed (memdump's {@code sample}). */
public final class Sample {
    private Sample() {
    }

    /**
     * Returns the objects of which each was taken with the same probability, by ascending id. How many there are
     * differs a little from {@code ratio * size}.
     *
     * @param ratio from 0 (nothing) to 1 (everything)
     * @param seed  what the choice follows from
     */
    public static HeapSubset of(HeapSubset subset, double ratio, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return subset.keep(object -> random.nextDouble() < ratio);
    }
}
