package io.github.memdump.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How the objects of a class, or of another group, have multiplied over the dumps, and how many survive. Immutable. */
public final class GrowthRow {
    private final String key;
    private final long[] counts;
    private final long[] sizes;
    private final long survivors;
    private final long survivorMemsize;

    private GrowthRow(Grouping grouping, String key, List<DumpSummary> dumps, Histogram.@Nullable Row survivors) {
        this.key = key;
        this.counts = dumps.stream().mapToLong(dump -> dump.count(grouping, key)).toArray();
        this.sizes = dumps.stream().mapToLong(dump -> dump.memsize(grouping, key)).toArray();
        this.survivors = survivors == null ? 0 : survivors.count();
        this.survivorMemsize = survivors == null ? 0 : survivors.memsize();
    }

    /**
     * Returns the rows of all groups of the last dump: first those that grow at every step, then the others; of each
     * kind those with most bytes of survivors first, then those that grow most, then by name.
     */
    static List<GrowthRow> of(Growth growth, Grouping grouping) {
        Map<String, Histogram.Row> stayed = new HashMap<>();
        Histogram.of(growth.heap(), grouping, growth.survivors()).rows()
            .forEach(row -> stayed.put(row.key(), row));
        List<GrowthRow> rows = new ArrayList<>();
        DumpSummary last = growth.dumps().get(growth.dumps().size() - 1);
        for (String key : new TreeSet<>(last.keys(grouping))) {
            rows.add(new GrowthRow(grouping, key, growth.dumps(), stayed.get(key)));
        }
        rows.sort(Comparator.comparing((GrowthRow row) -> !row.growsAtEveryStep())
            .thenComparing(Comparator.comparingLong(GrowthRow::survivorMemsize).reversed())
            .thenComparing(Comparator.comparingDouble(GrowthRow::slope).reversed())
            .thenComparing(GrowthRow::key));
        return rows;
    }

    /** Returns the key of the group: of classes the name, or the type where objects have none. */
    public String key() {
        return key;
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
