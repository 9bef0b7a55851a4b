package io.github.memdump.dump.issue;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a reader accepts before it calls a line damaged or a dump too large. Immutable. */
public final class DumpLimits {
    /** The {@link Limit#usual} limits, which fit every dump seen so far. */
    public static final DumpLimits DEFAULT =
        new DumpLimits(Arrays.stream(Limit.values()).collect(Collectors.toMap(Function.identity(), Limit::usual)));

    private final Map<Limit, Integer> values;

    private DumpLimits(Map<Limit, Integer> values) {
        this.values = values;
    }

    /** Returns how much of this is accepted. */
    public int of(Limit limit) {
        return values.getOrDefault(limit, limit.usual());
    }

    /** Returns the most bytes of one line; see {@link Limit#LINE_BYTES}. */
    public int lineBytes() {
        return of(Limit.LINE_BYTES);
    }

    /** Returns the deepest nesting; see {@link Limit#NESTING}. */
    public int nesting() {
        return of(Limit.NESTING);
    }

    /** Returns the most characters of a name; see {@link Limit#KEPT_CHARACTERS}. */
    public int keptCharacters() {
        return of(Limit.KEPT_CHARACTERS);
    }

    /** Returns the most references of a record; see {@link Limit#REFERENCES_PER_OBJECT}. */
    public int referencesPerObject() {
        return of(Limit.REFERENCES_PER_OBJECT);
    }

    /** Returns the most objects of a dump; see {@link Limit#OBJECTS}. */
    public int objects() {
        return of(Limit.OBJECTS);
    }

    /**
     * Returns these limits with another value for one of them.
     *
     * @throws IllegalArgumentException if it lies outside {@link Limit#least} and {@link Limit#most}; the message is
     *                                  meant for people
     */
    public DumpLimits with(Limit limit, long value) {
        if (value < limit.least() || value > limit.most()) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "%s can be limited to %,d at least and %,d"
                + " at most, not to %,d", limit.key(), limit.least(), limit.most(), value));
        }
        Map<Limit, Integer> changed = new EnumMap<>(values);
        changed.put(limit, (int) value);
        return new DumpLimits(changed);
    }

    /** Returns all limits in words; equal only if all limits are. */
    @Override
    public String toString() {
        return Arrays.stream(Limit.values()).map(limit -> limit.key() + "=" + of(limit))
            .collect(Collectors.joining(", "));
    }
}
