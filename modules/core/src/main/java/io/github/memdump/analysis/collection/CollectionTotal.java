package io.github.memdump.analysis.collection;

import io.github.memdump.array.Saturating;
import java.util.EnumMap;
import java.util.Map;

/** How many collections of a kind there are, and what they waste. Immutable, thread-safe. */
public final class CollectionTotal {
    private final CollectionKind kind;
    private final long count;
    private final long memsize;
    private final long internal;
    private final long unknown;
    private final Map<Waste, Long> counts;
    private final Map<Waste, Long> saved;

    private CollectionTotal(Builder builder) {
        this.kind = builder.kind;
        this.count = builder.count;
        this.memsize = builder.memsize;
        this.internal = builder.internal;
        this.unknown = builder.unknown;
        this.counts = new EnumMap<>(builder.counts);
        this.saved = new EnumMap<>(builder.saved);
    }

    /** Returns the kind. */
    public CollectionKind kind() {
        return kind;
    }

    /** Returns how many there are, those that Ruby keeps for itself apart. */
    public long count() {
        return count;
    }

    /** Returns the bytes that these take. */
    public long memsize() {
        return memsize;
    }

    /** Returns how many more Ruby keeps for itself: they have no class. */
    public long internal() {
        return internal;
    }

    /** Returns of how many it cannot be told how much is in them, or for how much they have room. */
    public long unknown() {
        return unknown;
    }

    /** Returns how many waste memory in a way. */
    public long count(Waste waste) {
        return counts.getOrDefault(waste, 0L);
    }

    /** Returns the bytes that would be saved of these. */
    public long saved(Waste waste) {
        return saved.getOrDefault(waste, 0L);
    }

    /** Returns the bytes that would be saved of all of this kind. */
    public long saved() {
        return saved.values().stream().reduce(0L, Saturating::sum);
    }

    /** Adds up. Not thread-safe. */
    static final class Builder {
        private final CollectionKind kind;
        private long count;
        private long memsize;
        private long internal;
        private long unknown;
        private final Map<Waste, Long> counts = new EnumMap<>(Waste.class);
        private final Map<Waste, Long> saved = new EnumMap<>(Waste.class);

        Builder(CollectionKind kind) {
            this.kind = kind;
        }

        void add(long bytes) {
            count++;
            memsize = Saturating.sum(memsize, bytes);
        }

        void addInternal() {
            internal++;
        }

        void addUnknown() {
            unknown++;
        }

        void add(WastefulCollection one) {
            counts.merge(one.waste(), 1L, Long::sum);
            saved.merge(one.waste(), one.saved(), Saturating::sum);
        }

        CollectionTotal build() {
            return new CollectionTotal(this);
        }
    }
}
