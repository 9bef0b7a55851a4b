package io.github.memdump.select;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** An analysis whose results a selection looks at. */
public enum Need {
    /** The comparison with an earlier dump. */
    DIFF("an earlier dump to compare with"),
    /** The border between old and new objects. */
    BORDER("an earlier dump to compare with"),
    /** Shortest paths from the roots. */
    DISTANCES("the distances from the roots"),
    /** Dominators and what they retain. */
    RETAINED("the dominators"),
    /** How many objects each object keeps alive. */
    KEEPALIVE("the keep-alive counts"),
    /** How many new objects each new object keeps alive. */
    KEEPALIVE_NEW("the keep-alive counts of new objects");

    private final String missing;

    Need(String missing) {
        this.missing = missing;
    }

    /** Returns, for people, what is missing where the analysis was not made. */
    String missing() {
        return missing;
    }

    /** Returns whether the findings have the results. */
    public boolean isMetBy(Findings findings) {
        switch (this) {
            case DIFF:
                return findings.diff().isPresent();
            case BORDER:
                return findings.border().isPresent();
            case DISTANCES:
                return findings.fromRoots().isPresent();
            case RETAINED:
                return findings.retained().isPresent();
            case KEEPALIVE:
                return findings.keepAlive().isPresent();
            default:
                return findings.keepAliveNew().isPresent();
        }
    }

    /** Returns what the values of some columns come from. */
    public static Set<Need> of(Collection<Column> columns) {
        Set<Need> needs = EnumSet.noneOf(Need.class);
        columns.forEach(column -> needs.addAll(of(column)));
        return needs;
    }

    /** Returns what the values of a column come from, beside the heap itself. */
    public static Set<Need> of(Column column) {
        switch (column) {
            case ROOT_DISTANCE:
                return EnumSet.of(DISTANCES);
            case IN_AFTER:
            case FIRST_DUMP:
            case GROWN_MEMSIZE:
            case HELD_NEW_COUNT:
            case HELD_NEW_SIZE:
                return EnumSet.of(DIFF);
            case BORDER:
                return EnumSet.of(BORDER);
            case KEEPALIVE_COUNT:
            case KEEPALIVE_ESTIMATED:
                return EnumSet.of(KEEPALIVE);
            case KEEPALIVE_NEW_COUNT:
                return EnumSet.of(DIFF, KEEPALIVE_NEW);
            case RETAINED_COUNT:
            case RETAINED_SIZE:
            case DOMINATOR:
                return EnumSet.of(RETAINED);
            default:
                return EnumSet.noneOf(Need.class);
        }
    }

    /**
     * Makes findings for some needs: adds to those that a builder has. Without a comparison, those that need one are
     * left out. Keep-alive is counted for all objects, exactly as far as the builder's budget goes.
     *
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public static Findings findings(Set<Need> needs, Optional<HeapDiff> diff, Heap heap, Findings.Builder findings,
            Task task) {
        if (diff.isPresent() && isComparing(needs)) {
            findings.compared(diff.get(), task);
        }
        if (needs.contains(DISTANCES)) {
            findings.distances(task);
        }
        if (needs.contains(RETAINED)) {
            findings.retained(task);
        }
        if (needs.contains(KEEPALIVE)) {
            findings.keepAliveCounts(NodeSet.all(heap.objectCount()), task);
        }
        if (needs.contains(KEEPALIVE_NEW) && diff.isPresent()) {
            findings.keepAliveNewCounts(NodeSet.all(heap.objectCount()), task);
        }
        return findings.build();
    }

    /** Returns whether one of some needs is a comparison with an earlier dump. */
    public static boolean isComparing(Set<Need> needs) {
        return needs.contains(DIFF) || needs.contains(BORDER);
    }
}
