package io.github.memdump.cli.report.story;

import io.github.memdump.analysis.Grouping;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.Histogram;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many objects of a class are new, and how many there were and are. Immutable. */
public final class ClassChange {
    private final String className;
    private final long newObjects;
    private final long newBytes;
    private final long before;
    private final long after;

    private ClassChange(Histogram.Row row, long before, long after) {
        this.className = row.key();
        this.newObjects = row.count();
        this.newBytes = row.memsize();
        this.before = before;
        this.after = after;
    }

    /** Returns the growth of the program by class, the classes with most new objects first. */
    public static List<ClassChange> byClass(Histogram classesBefore, HeapDiff diff) {
        Map<String, Long> before = counts(classesBefore);
        Map<String, Long> after = counts(Histogram.of(diff.after(), Grouping.CLASS));
        List<ClassChange> result = new ArrayList<>();
        for (Histogram.Row row : Histogram.of(diff.after(), Grouping.CLASS, diff.newOfProgram()).rows()) {
            result.add(new ClassChange(row, before.getOrDefault(row.key(), 0L), after.get(row.key())));
        }
        return result;
    }

    private static Map<String, Long> counts(Histogram histogram) {
        Map<String, Long> counts = new HashMap<>();
        for (Histogram.Row row : histogram.rows()) {
            counts.put(row.key(), row.count());
        }
        return counts;
    }

    /** Returns the name of the class. */
    public String className() {
        return className;
    }

    /** Returns how many objects of it are new. */
    public long newObjects() {
        return newObjects;
    }

    /** Returns the sum of their sizes in bytes. */
    public long newBytes() {
        return newBytes;
    }

    /** Returns how many objects of it the earlier dump has. */
    public long before() {
        return before;
    }

    /** Returns how many objects of it the later dump has. */
    public long after() {
        return after;
    }
}
