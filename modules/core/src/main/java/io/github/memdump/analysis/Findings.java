package io.github.memdump.analysis;

import io.github.memdump.analysis.suspect.Past;
import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.Dominators;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.ReachBudget;
import io.github.memdump.graph.Walk;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import java.util.Optional;

/**
 * What was found out about one heap, side by side, and the same as columns. What was not asked for is absent, and its
 * columns are empty. Immutable, thread-safe.
 */
public final class Findings {
    /** What {@link #number} returns where a column does not apply to an object. */
    public static final long ABSENT = Long.MIN_VALUE;

    private final Heap heap;
    private final HeapDiff diff;
    private final Border border;
    private final BreadthFirst fromRoots;
    private final Retained retained;
    private final KeepAlive keepAlive;
    private final KeepAlive keepAliveNew;
    private final Stops stops;
    private final Past past;
    private final Growth growth;

    private Findings(Builder builder) {
        this.heap = builder.heap;
        this.diff = builder.diff;
        this.border = builder.border;
        this.fromRoots = builder.fromRoots;
        this.retained = builder.retained;
        this.keepAlive = builder.keepAlive;
        this.keepAliveNew = builder.keepAliveNew;
        this.stops = builder.stops;
        this.past = builder.past;
        this.growth = builder.growth;
    }

    /**
     * Finds out everything about what came between two dumps: difference, border, keep-alive of the new border,
     * dominators, distances. This is the main job.
     */
    public static Findings ofLeak(Heap before, Heap after, Task task) {
        return ofLeak(HeapDiff.between(before, after, task), Stops.NONE, task);
    }

    /** Finds out the same where the two dumps are compared already, with walks that go through no stop. */
    public static Findings ofLeak(HeapDiff diff, Stops stops, Task task) {
        return of(diff.after()).stoppingAt(stops).compared(diff, task).distances(task).retained(task)
            .keepAliveOfBorder(task).build();
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

    /** Returns the shortest paths from the virtual root, at which ROOT objects have distance 1. */
    public Optional<BreadthFirst> fromRoots() {
        return Optional.ofNullable(fromRoots);
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

    /** Returns where walks stopped. */
    public Stops stops() {
        return stops;
    }

    /** Returns what is known of what the objects of an earlier heap retained. */
    public Optional<Past> past() {
        return Optional.ofNullable(past);
    }

    /** Returns what came and stayed over three dumps or more. */
    public Optional<Growth> growth() {
        return Optional.ofNullable(growth);
    }

    /** Begins to gather more findings beside these. */
    public Builder more() {
        Builder builder = new Builder(heap);
        builder.diff = diff;
        builder.border = border;
        builder.fromRoots = fromRoots;
        builder.retained = retained;
        builder.keepAlive = keepAlive;
        builder.keepAliveNew = keepAliveNew;
        builder.stops = stops;
        builder.past = past;
        builder.growth = growth;
        return builder;
    }

    /** Returns the numeric value of a column for an object, or {@link #ABSENT}. */
    public long number(Column column, int object) {
        switch (column) {
            case MEMSIZE:
                return heap.memsize(object);
            case GENERATION:
                return present(heap.generation(object), Heap.NO_GENERATION);
            case LINE:
                return present(heap.sites().line(heap.site(object)), 0);
            case ROOT_DISTANCE:
                return fromRoots == null ? ABSENT : present(fromRoots.distance(object), BreadthFirst.UNREACHED);
            case IN_AFTER:
                return diff == null ? ABSENT : diff.newObjects().contains(object) ? 1 : 0;
            case FIRST_DUMP:
                return diff == null ? ABSENT : growth == null ? 1 + number(Column.IN_AFTER, object)
                    : growth.firstDump(object);
            case KEEPALIVE_COUNT:
                return keepAlive == null ? ABSENT : present(keepAlive.count(object), KeepAlive.NOT_COUNTED);
            case KEEPALIVE_NEW_COUNT:
                return keepAliveNew == null ? ABSENT : present(keepAliveNew.count(object), KeepAlive.NOT_COUNTED);
            case KEEPALIVE_ESTIMATED:
                return isCounted(keepAlive, object) || isCounted(keepAliveNew, object)
                    ? isEstimate(keepAlive, object) || isEstimate(keepAliveNew, object) ? 1 : 0 : ABSENT;
            case RETAINED_COUNT:
                return retained == null ? ABSENT : present(retained.count(object), 0);
            case RETAINED_SIZE:
                return retained == null || !retained.isReachable(object) ? ABSENT : retained.size(object);
            default:
                throw new IllegalArgumentException(column + " is not a column of numbers");
        }
    }

    /**
     * Returns the text of a column for an object, empty where it does not apply; numbers in decimal. Empty for
     * {@link Column#VALUE}, which no heap keeps.
     */
    public String text(Column column, int object) {
        switch (column) {
            case OBJECT:
                return heap.identity(object);
            case ADDRESS:
                return heap.isRoot(object) ? "" : io.github.memdump.dump.Addresses.format(heap.address(object));
            case TYPE:
                return heap.typeName(object);
            case CLASS:
                return heap.className(object);
            case NAME:
                return heap.name(object);
            case FILE:
                return heap.sites().file(heap.site(object));
            case METHOD:
                return heap.sites().method(heap.site(object));
            case BORDER:
                return border == null ? "" : border.side(object);
            case VALUE:
                return "";
            case DOMINATOR:
                return retained == null ? "" : dominator(object);
            default:
                long number = number(column, object);
                return number == ABSENT ? "" : Long.toString(number);
        }
    }

    private String dominator(int object) {
        int dominator = retained.dominators().dominator(object);
        if (dominator == Dominators.UNREACHABLE) {
            return "";
        }
        return dominator == Dominators.VIRTUAL_ROOT ? "ALL_ROOTS" : heap.identity(dominator);
    }

    private static boolean isCounted(KeepAlive counts, int object) {
        return counts != null && counts.count(object) != KeepAlive.NOT_COUNTED;
    }

    private static boolean isEstimate(KeepAlive counts, int object) {
        return counts != null && counts.isEstimate(object);
    }

    private static long present(long value, long absent) {
        return value == absent ? ABSENT : value;
    }

    /** Gathers findings; each call computes one of them. Not thread-safe. */
    public static final class Builder {
        private final Heap heap;
        private HeapDiff diff;
        private Border border;
        private BreadthFirst fromRoots;
        private Retained retained;
        private KeepAlive keepAlive;
        private KeepAlive keepAliveNew;
        private Stops stops = Stops.NONE;
        private ReachBudget budget = ReachBudget.USUAL;
        private Past past;
        private Growth growth;

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

        /** Finds shortest paths from the roots. */
        public Builder distances(Task task) {
            fromRoots = BreadthFirst.from(Walk.over(heap.references()), heap::referrers, heap.roots(), 1, task);
            return this;
        }

        /** Makes the walks of all that is found from now on go through no stop; see {@link Stops} for which do. */
        public Builder stoppingAt(Stops types) {
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
            NodeSet newBorder = border.newBorder();
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

        /** Takes what the objects of the earlier heap retained. */
        public Builder since(Past earlier) {
            past = earlier;
            return this;
        }

        /** Takes what came and stayed over several dumps, of which this heap is the last. */
        public Builder grown(Growth overDumps) {
            growth = overDumps;
            return this;
        }

        private Walk insideNew() {
            return stops.walk(heap).within(diff.newObjects());
        }

        /** Returns the findings. */
        public Findings build() {
            return new Findings(this);
        }
    }
}
