package io.github.memdump.analysis.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * What different processes, workers of one application for instance, have more of than others, by class and line.
 * Nothing is known of which objects are the same, so that this tells no growth. Immutable.
 */
public final class Comparison {
    private final List<Population> processes;
    private final List<Row> rows;

    private Comparison(List<Population> processes, List<Row> rows) {
        this.processes = List.copyOf(processes);
        this.rows = Collections.unmodifiableList(rows);
    }

    /** What the processes have of one class and line. Immutable. */
    public static final class Row {
        private final Population.Kind kind;
        private final long[] counts;
        private final long[] memsizes;

        private Row(Population.Kind kind, long[] counts, long[] memsizes) {
            this.kind = kind;
            this.counts = counts;
            this.memsizes = memsizes;
        }

        /** Returns the class and the line. */
        public Population.Kind kind() {
            return kind;
        }

        /** Returns the number of objects in each process; the array is the caller's. */
        public long[] counts() {
            return counts.clone();
        }

        /** Returns their bytes in each process; the array is the caller's. */
        public long[] memsizes() {
            return memsizes.clone();
        }

        /** Returns by how many objects the process with most exceeds the one with fewest. */
        public long countDifference() {
            return largest(counts) - LongStream.of(counts).min().orElse(0);
        }

        /** Returns by how many bytes the process with most exceeds the one with fewest. */
        public long difference() {
            return largest(memsizes) - LongStream.of(memsizes).min().orElse(0);
        }

        /** Returns the number, from 0, of the process that has most bytes, of several the first. */
        public int most() {
            for (int process = 0; process < memsizes.length; process++) {
                if (memsizes[process] == largest(memsizes)) {
                    return process;
                }
            }
            return 0;
        }

        /** Returns by how many bytes the process with most exceeds the median of all, the lower one of two. */
        public long aboveMedian() {
            long[] sorted = memsizes.clone();
            Arrays.sort(sorted);
            return sorted[sorted.length - 1] - sorted[(sorted.length - 1) / 2];
        }

        private static long largest(long[] numbers) {
            return LongStream.of(numbers).max().orElse(0);
        }
    }

    /** Compares processes, two at least; time linear in their classes and lines. */
    public static Comparison of(List<Population> processes) {
        Set<Population.Kind> kinds = new LinkedHashSet<>();
        processes.forEach(process -> process.kinds().forEach(kinds::add));
        List<Row> rows = new ArrayList<>();
        for (Population.Kind kind : kinds) {
            Row row = new Row(kind, processes.stream().mapToLong(process -> process.count(kind)).toArray(),
                processes.stream().mapToLong(process -> process.memsize(kind)).toArray());
            if (row.difference() > 0 || row.countDifference() > 0) {
                rows.add(row);
            }
        }
        rows.sort(Comparator.comparingLong(Row::difference).thenComparingLong(Row::countDifference).reversed()
            .thenComparing(row -> row.kind().className()).thenComparing(row -> row.kind().site()));
        return new Comparison(processes, rows);
    }

    /** Returns the processes in the order in which they were given. */
    public List<Population> processes() {
        return processes;
    }

    /** Returns what they do not have alike, the largest difference in bytes first. */
    public List<Row> rows() {
        return rows;
    }
}
