package io.github.memdump.analysis.collection;

import io.github.memdump.array.Saturating;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collections of one kind and class that waste memory at one place. Immutable, thread-safe. */
public final class CollectionGroup {
    private final CollectionPlace place;
    private final WastefulCollection example;
    private final Map<Waste, Integer> counts;
    private final int count;
    private final long saved;

    private CollectionGroup(Builder builder) {
        this.place = builder.place;
        this.example = Objects.requireNonNull(builder.example);
        this.counts = new EnumMap<>(builder.counts);
        this.count = counts.values().stream().mapToInt(Integer::intValue).sum();
        this.saved = builder.saved;
    }

    /** Returns where they are held. */
    public CollectionPlace place() {
        return place;
    }

    /** Returns the one that wastes most. */
    public WastefulCollection example() {
        return example;
    }

    /** Returns how many they are. */
    public int count() {
        return count;
    }

    /** Returns how many of them waste memory in a way. */
    public int count(Waste waste) {
        return counts.getOrDefault(waste, 0);
    }

    /** Returns the bytes that would be saved. */
    public long saved() {
        return saved;
    }

    /** Adds up. Not thread-safe. */
    static final class Builder {
        private final CollectionPlace place;
        private @Nullable WastefulCollection example;
        private final Map<Waste, Integer> counts = new EnumMap<>(Waste.class);
        private long saved;

        Builder(CollectionPlace place) {
            this.place = place;
        }

        /** Adds a collection; they come by what they waste, descending. */
        void add(WastefulCollection one) {
            example = example == null ? one : example;
            counts.merge(one.waste(), 1, Integer::sum);
            saved = Saturating.sum(saved, one.saved());
        }

        CollectionGroup build() {
            return new CollectionGroup(this);
        }
    }
}
