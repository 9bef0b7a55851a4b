package io.github.memdump.analysis;

import io.github.memdump.array.Saturating;
import io.github.memdump.dump.scan.Addresses;
import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.Dominators;
import io.github.memdump.graph.Graph;
import io.github.memdump.heap.Heap;
import io.github.memdump.value.RecordFact;
import org.jspecify.annotations.Nullable;

/** Findings as the values of columns. Immutable, thread-safe. */
final class ColumnValues {
    private static final long ABSENT = Findings.ABSENT;

    private final Findings findings;

    ColumnValues(Findings findings) {
        this.findings = findings;
    }

    /** Returns the numeric value of a column for an object, or {@link Findings#ABSENT}. */
    long number(Column column, int object) {
        switch (column) {
            case MEMSIZE:
                return findings.heap.memsize(object);
            case GENERATION:
                return present(findings.heap.generation(object), Heap.NO_GENERATION);
            case LINE:
                return present(findings.heap.sites().line(findings.heap.site(object)), 0);
            case ROOT_DISTANCE:
                return findings.distances == null
                    ? ABSENT : present(findings.distances.distance(object), BreadthFirst.UNREACHED);
            case IN_AFTER:
                return findings.diff == null ? ABSENT : findings.diff.newObjects().contains(object) ? 1 : 0;
            case FIRST_DUMP:
                return firstDump(object);
            case GROWN_MEMSIZE:
                return grown(object);
            case HELD_NEW_COUNT:
            case HELD_NEW_SIZE:
                return heldNew(object, column == Column.HELD_NEW_SIZE);
            case KEEPALIVE_COUNT:
                return findings.keepAlive == null
                    ? ABSENT : present(findings.keepAlive.count(object), KeepAlive.NOT_COUNTED);
            case KEEPALIVE_NEW_COUNT:
                return findings.keepAliveNew == null
                    ? ABSENT : present(findings.keepAliveNew.count(object), KeepAlive.NOT_COUNTED);
            case KEEPALIVE_ESTIMATED:
                return isCounted(findings.keepAlive, object) || isCounted(findings.keepAliveNew, object)
                    ? isEstimate(findings.keepAlive, object) || isEstimate(findings.keepAliveNew, object) ? 1 : 0
                    : ABSENT;
            case RETAINED_COUNT:
                return findings.retained == null ? ABSENT : present(findings.retained.count(object), 0);
            case RETAINED_SIZE:
                return findings.retained == null || !findings.retained.isReachable(object)
                    ? ABSENT : findings.retained.size(object);
            default:
                return present(findings.records().number(column.fact().orElseThrow(() ->
                    new IllegalArgumentException(column + " is not a column of numbers")), object), RecordFact.ABSENT);
        }
    }

    /**
     * Returns the text of a column for an object, empty where it does not apply; numbers in decimal. Empty for
     * {@link Column#VALUE}, which no heap keeps.
     */
    String text(Column column, int object) {
        switch (column) {
            case OBJECT:
                return findings.heap.identity(object);
            case ADDRESS:
                return findings.heap.isRoot(object) ? "" : Addresses.format(findings.heap.address(object));
            case TYPE:
                return findings.heap.typeName(object);
            case CLASS:
                return findings.heap.className(object);
            case NAME:
                return findings.heap.name(object);
            case FILE:
                return findings.heap.sites().file(findings.heap.site(object));
            case METHOD:
                return findings.heap.sites().method(findings.heap.site(object));
            case BORDER:
                return findings.border == null ? "" : side(findings.border, object);
            case VALUE:
                return "";
            case ENCODING:
                return findings.records().text(RecordFact.ENCODING, object);
            case DOMINATOR:
                return findings.retained == null ? "" : dominator(findings.retained, object);
            default:
                long number = number(column, object);
                return number == ABSENT ? "" : Long.toString(number);
        }
    }

    /** ROOT objects have no cohort; of them only whether they are new is known. */
    private long firstDump(int object) {
        if (findings.growth != null && findings.growth.cohort(object) != Growth.NO_COHORT) {
            return findings.growth.cohort(object) + 1L;
        }
        if (findings.diff == null) {
            return ABSENT;
        }
        return !findings.diff.newObjects().contains(object) ? 1 : findings.growth == null ? 2 : ABSENT;
    }

    private long grown(int object) {
        HeapDiff diff = findings.diff;
        return diff != null && diff.grownObjects().contains(object) ? diff.growth(object) : ABSENT;
    }

    private long heldNew(int object, boolean bytes) {
        if (findings.diff == null || findings.diff.newObjects().contains(object)) {
            return ABSENT;
        }
        Graph references = findings.heap.references();
        long held = 0;
        long size = 0;
        for (int i = references.from(object); i < references.to(object); i++) {
            if (findings.diff.newObjects().contains(references.target(i))) {
                held++;
                size = Saturating.sum(size, findings.heap.memsize(references.target(i)));
            }
        }
        return held == 0 ? ABSENT : bytes ? size : held;
    }

    private static String side(Border border, int object) {
        if (border.newBorder().contains(object)) {
            return "new";
        }
        return border.oldBorder().contains(object) ? "old" : "";
    }

    private String dominator(Retained retained, int object) {
        int dominator = retained.dominators().dominator(object);
        if (dominator == Dominators.UNREACHABLE) {
            return "";
        }
        return dominator == Dominators.VIRTUAL_ROOT ? "ALL_ROOTS" : findings.heap.identity(dominator);
    }

    private static boolean isCounted(@Nullable KeepAlive counts, int object) {
        return counts != null && counts.count(object) != KeepAlive.NOT_COUNTED;
    }

    private static boolean isEstimate(@Nullable KeepAlive counts, int object) {
        return counts != null && counts.isEstimate(object);
    }

    private static long present(long value, long absent) {
        return value == absent ? ABSENT : value;
    }
}
