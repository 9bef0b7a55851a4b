package io.github.memdump.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** How the objects of a class have multiplied over the dumps, and how many of them are survivors. Immutable. */
public final class GrowthRow {
    private final String className;
    private final long[] counts;
    private final long[] sizes;
    private final long survivors;
    private final long survivorMemsize;

    private GrowthRow(String className, List<DumpSummary> dumps, Histogram.Row survivors) {
        this.className = className;
        this.counts = dumps.stream().mapToLong(dump -> dump.count(className)).toArray();
        this.sizes = dumps.stream().mapToLong(dump -> dump.memsize(className)).toArray();
        this.survivors = survivors == null ? 0 : survivors.count();
        this.survivorMemsize = survivors == null ? 0 : survivors.memsize();
    }

    /**
     * Returns the rows of all classes of the last dump: first those that grow at every step, then the others; of each
     * kind those with most bytes of survivors first, then those that grow most, then by name.
     */
    static List<GrowthRow> byClass(Growth growth) {
        Map<String, Histogram.Row> stayed = new HashMap<>();
        Histogram.of(growth.heap(), Grouping.CLASS, growth.survivors()).rows()
            .forEach(row -> stayed.put(row.key(), row));
        TreeSet<String> names = new TreeSet<>();
        for (int c = 0; c < growth.heap().classes().size(); c++) {
            names.add(growth.heap().classes().name(c));
        }
        List<GrowthRow> rows = new ArrayList<>();
        for (String name : names) {
            GrowthRow row = new GrowthRow(name, growth.dumps(), stayed.get(name));
            if (row.counts[row.counts.length - 1] > 0) {
                rows.add(row);
            }
        }
        rows.sort(Comparator.comparing((GrowthRow row) -> !row.growsAtEveryStep())
            .thenComparing(Comparator.comparingLong(GrowthRow::survivorMemsize).reversed())
            .thenComparing(Comparator.comparingDouble(GrowthRow::slope).reversed())
            .thenComparing(GrowthRow::className));
        return rows;
    }

    /** Returns the name of the class, or of the type where objects have none. */
    public String className() {
        return className;
    }

    /** Returns the number of its objects in a dump. */
    public long count(int dump) {
        return counts[dump];
    }

    /** Returns the sum of the sizes of its objects in a dump, in bytes. */
    public long memsize(int dump) {
        return sizes[dump];
    }

    /** Returns whether each dump has more objects of the class than the one before. */
    public boolean growsAtEveryStep() {
        for (int dump = 1; dump < counts.length; dump++) {
            if (counts[dump] <= counts[dump - 1]) {
                return false;
            }
        }
        return true;
    }

    /** Returns by how many objects the class has grown from one dump to the next, on average. */
    public double slope() {
        return (counts[counts.length - 1] - counts[0]) / (counts.length - 1.0);
    }

    /** Returns by how many bytes the class has grown from one dump to the next, on average. */
    public double memsizeSlope() {
        return (sizes[sizes.length - 1] - sizes[0]) / (sizes.length - 1.0);
    }

    /** Returns how many of its objects are survivors. */
    public long survivors() {
        return survivors;
    }

    /** Returns the sum of the sizes of its survivors in bytes. */
    public long survivorMemsize() {
        return survivorMemsize;
    }
}
