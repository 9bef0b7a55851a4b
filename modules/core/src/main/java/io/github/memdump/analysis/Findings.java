package io.github.memdump.analysis;

import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Walk;
import io.github.memdump.graph.reach.ReachBudget;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapIdentities;
import io.github.memdump.heap.RootPaths;
import io.github.memdump.task.Task;
import io.github.memdump.value.RecordFacts;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about one heap, side by side, and the same as columns. What was not asked for is absent, and its
 * columns are empty. Immutable, thread-safe.
 */
public final class Findings {
    /** What {@link #number} returns where a column does not apply to an object. */
    public static final long ABSENT = Long.MIN_VALUE;

    final Heap heap;
    final @Nullable HeapDiff diff;
    final @Nullable Border border;
    final @Nullable BreadthFirst fromRoots;
    final @Nullable BreadthFirst distances;
    final @Nullable Retained retained;
    final @Nullable KeepAlive keepAlive;
    final @Nullable KeepAlive keepAliveNew;
    private final WalkBarrier stops;
    final @Nullable Growth growth;
    /** What analyses in packages above this one have found, by its class. */
    private final Map<Class<?>, Object> others;
    private final ColumnValues values = new ColumnValues(this);

    private Findings(Builder builder) {
        this.growth = builder.growth;
        this.others = Map.copyOf(builder.others);
        this.heap = builder.heap;
        this.diff = builder.diff;
        this.border = builder.border;
        this.fromRoots = builder.fromRoots;
        this.distances = builder.distances;
        this.retained = builder.retained;
        this.keepAlive = builder.keepAlive;
        this.keepAliveNew = builder.keepAliveNew;
        this.stops = builder.stops;
    }

    /**
     * Finds out everything about what came between two dumps: difference, border, keep-alive of the new border,
     * dominators, distances. This is the main job.
     */
    public static Findings ofLeak(Heap before, Heap after, Task task) {
        return ofLeak(HeapDiff.between(before, after, task), WalkBarrier.NONE, task);
    }

    /** Finds out the same where the two dumps are compared already, with walks that go through no stop. */
    public static Findings ofLeak(HeapDiff diff, WalkBarrier stops, Task task) {
        return of(diff.after()).stoppingAt(stops).compared(diff, task).distances(task).retained(task)
            .keepAliveOfBorder(task).build();
    }

    /**
     * Finds out everything about what came over three dumps or more: growth, and between the first and the last the
     * same as {@link #ofLeak(Heap, Heap, Task)}.
     */
    public static Findings ofGrowth(HeapIdentities first, Growth growth, Task task) {
        return of(growth.heap()).grown(growth).compared(HeapDiff.between(first, growth.heap(), task), task)
            .distances(task).retained(task).keepAliveOfBorder(task).build();
    }

    /** Begins to gather findings about a heap. */
    public static Builder of(Heap heap) {
        return new Builder(heap);
    }

    /** Returns the heap. */
    public Heap heap() {
        return heap;
    }

    /** Returns the difference to an earlier heap. */
    public Optional<HeapDiff> diff() {
        return Optional.ofNullable(diff);
    }

    /** Returns the border of the new objects. */
    public Optional<Border> border() {
        return Optional.ofNullable(border);
    }

    /**
     * Returns the paths that are shown from the roots, where ROOT objects have distance 1; see {@link RootPaths}. The
     * column {@code root_distance} may be less than the length of such a path.
     */
    public Optional<BreadthFirst> fromRoots() {
        return Optional.ofNullable(fromRoots);
    }

    /** Returns the shortest paths of all from every root, which give the column {@code root_distance}. */
    public Optional<BreadthFirst> rootDistances() {
        return Optional.ofNullable(distances);
    }

    /** Returns the dominators and what they retain. */
    public Optional<Retained> retained() {
        return Optional.ofNullable(retained);
    }

    /** Returns the counts of what objects keep alive. */
    public Optional<KeepAlive> keepAlive() {
        return Optional.ofNullable(keepAlive);
    }

    /** Returns the counts of what new objects keep alive inside the new ones. */
    public Optional<KeepAlive> keepAliveNew() {
        return Optional.ofNullable(keepAliveNew);
    }

    /** Returns what came and stayed over three dumps or more. */
    public Optional<Growth> growth() {
        return Optional.ofNullable(growth);
    }

    /** Returns what an analysis has found that is not known here, such as the suspects, by the class of its result. */
    public <T> Optional<T> found(Class<T> kind) {
        return Optional.ofNullable(others.get(kind)).map(kind::cast);
    }

    /** Returns these findings and another, in the place of one of its class; everything else is shared. */
    public Findings and(Object found) {
        Builder all = new Builder(heap);
        all.diff = diff;
        all.border = border;
        all.fromRoots = fromRoots;
        all.distances = distances;
        all.retained = retained;
        all.keepAlive = keepAlive;
        all.keepAliveNew = keepAliveNew;
        all.stops = stops;
        all.growth = growth;
        all.others.putAll(others);
        all.others.put(found.getClass(), found);
        return all.build();
    }

    /** Returns what was read of records and put in by {@link #and}; nothing where it was not. */
    RecordFacts records() {
        return found(RecordFacts.class).orElse(RecordFacts.NONE);
    }

    /** Returns where walks stopped. */
    public WalkBarrier stops() {
        return stops;
    }

    /** Returns the numeric value of a column for an object, or {@link #ABSENT}. */
    public long number(Column column, int object) {
        return values.number(column, object);
    }

    /**
     * Returns the text of a column for an object, empty where it does not apply; numbers in decimal. Empty for
     * {@link Column#VALUE}, which no heap keeps.
     */
    public String text(Column column, int object) {
        return values.text(column, object);
    }

    /** Gathers findings; each call computes one of them. Not thread-safe. */
    public static final class Builder {
        private final Heap heap;
        private @Nullable HeapDiff diff;
        private @Nullable Border border;
        private @Nullable BreadthFirst fromRoots;
        private @Nullable BreadthFirst distances;
        private @Nullable Retained retained;
        private @Nullable KeepAlive keepAlive;
        private @Nullable KeepAlive keepAliveNew;
        private WalkBarrier stops = WalkBarrier.NONE;
        private @Nullable Growth growth;
        private final Map<Class<?>, Object> others = new HashMap<>();
        private ReachBudget budget = ReachBudget.USUAL;

        private Builder(Heap heap) {
            this.heap = heap;
        }

        /** Compares with an earlier heap and finds the border of what is new. */
        public Builder comparedWith(Heap before, Task task) {
            return compared(HeapDiff.between(before, heap, task), task);
        }

        /** Takes the comparison with an earlier heap, of which this is the later one, and finds the border. */
        public Builder compared(HeapDiff comparison, Task task) {
            if (comparison.after() != heap) {
                throw new IllegalArgumentException("This is the comparison of another heap.");
            }
            diff = comparison;
            border = Border.of(heap, diff.newObjects(), task);
            return this;
        }

        /** Finds paths from the roots, and distances. */
        public Builder distances(Task task) {
            Walk walk = Walk.over(heap.references());
            fromRoots = RootPaths.of(heap, walk, task);
            distances = RootPaths.areLonger(heap) ? BreadthFirst.from(walk, heap::referrers, heap.roots(), 1, task)
                : fromRoots;
            return this;
        }

        /** Stops the walks of all that is found from now on at a barrier; {@link WalkBarrier} says which walks. */
        public Builder stoppingAt(WalkBarrier types) {
            stops = types;
            return this;
        }

        /** Says what exact counts are worth to {@link #keepAliveCounts} and {@link #keepAliveNewCounts}. */
        public Builder within(ReachBudget worth) {
            budget = worth;
            return this;
        }

        /** Finds dominators and what they retain. */
        public Builder retained(Task task) {
            retained = Retained.of(heap, stops, task);
            return this;
        }

        /** Counts exactly what the objects of the new border keep alive; needs {@link #comparedWith} before it. */
        public Builder keepAliveOfBorder(Task task) {
            NodeSet newBorder = Objects.requireNonNull(border).newBorder();
            keepAlive = KeepAlive.of(stops.walk(heap), newBorder, ReachBudget.UNLIMITED, task);
            keepAliveNew = KeepAlive.of(insideNew(), newBorder, ReachBudget.UNLIMITED, task);
            return this;
        }

        /** Counts what some objects keep alive, and, after {@link #comparedWith}, what of it inside the new ones. */
        public Builder keepAliveOf(NodeSet objects, Task task) {
            keepAliveCounts(objects, task);
            return diff == null ? this : keepAliveNewCounts(objects, task);
        }

        /** Counts what some objects keep alive, perhaps all; exact as far as the budget goes. */
        public Builder keepAliveCounts(NodeSet objects, Task task) {
            keepAlive = KeepAlive.of(stops.walk(heap), objects, budget, task);
            return this;
        }

        /**
         * Counts what some objects, perhaps all, keep alive inside the new ones, for those that are new themselves;
         * exact as far as the budget goes. Needs {@link #comparedWith} before it.
         */
        public Builder keepAliveNewCounts(NodeSet objects, Task task) {
            keepAliveNew = KeepAlive.of(insideNew(), objects, budget, task);
            return this;
        }

        /** Takes a border of other objects than the new ones, such as that of a part of the heap. */
        public Builder bordered(Border found) {
            border = found;
            return this;
        }

        /** Takes counts of what objects keep alive that were made otherwise, of all and of the new ones inside them. */
        public Builder keepAliveCounted(KeepAlive all, KeepAlive inNew) {
            keepAlive = all;
            keepAliveNew = inNew;
            return this;
        }

        /** Takes what came and stayed over a row of dumps of which this is the last. */
        public Builder grown(Growth overDumps) {
            if (overDumps.heap() != heap) {
                throw new IllegalArgumentException("This is the growth of another heap.");
            }
            growth = overDumps;
            return this;
        }

        private Walk insideNew() {
            return stops.walk(heap).within(Objects.requireNonNull(diff).newObjects());
        }

        /** Returns the findings. */
        public Findings build() {
            return new Findings(this);
        }
    }
}
