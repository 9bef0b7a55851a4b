package io.github.memdump.dump;

import java.util.stream.LongStream;

/**
 * The seeds of a random test: 1, 2, 3… or, to repeat a failure or look for new ones, those from
 * {@code -Dmemdump.seed=N} on.
 */
final class Seeds {
    private final long first = Long.getLong("memdump.seed", 1);

    /** Returns so many seeds. */
    long[] of(int count) {
        return LongStream.range(first, first + count).toArray();
    }
}
