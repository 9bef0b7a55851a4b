package io.github.memdump.analysis.suspect;

import io.github.memdump.analysis.BorderRows;
import io.github.memdump.analysis.CodeOrigin;
import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.array.IntList;
import io.github.memdump.array.IntStack;
import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.Dominators;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.SiteTable;
import io.github.memdump.task.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The new border in groups: objects of one class and line that one old object holds on shortest paths. Those that the
 * suspects are made of come first, in the order of the suspects, within them those that retain most; after them those
 * that keep most new objects alive. Linear time, 8 bytes per border object. Immutable.
 */
public final class BorderGroups {
    private final List<Row> rows;
    private final BreadthFirst fromRoots;

    private BorderGroups(List<Row> rows, BreadthFirst fromRoots) {
        this.fromRoots = fromRoots;
        this.rows = Collections.unmodifiableList(rows);
    }

    /** A group. Immutable. */
    public static final class Row {
        private final int holder;
        private final int[] objects;
        private final long keptNew;
        private final long retained;
        private final int suspect;
        private final int site;

        private Row(int holder, int[] objects, long keptNew, long retained, int suspect, int site) {
            this.holder = holder;
            this.objects = objects;
            this.keptNew = keptNew;
            this.retained = retained;
            this.suspect = suspect;
            this.site = site;
        }

        /** Returns the old object that holds them, {@link Heap#NO_OBJECT} if no root reaches them. */
        public int holder() {
            return holder;
        }

        /** Returns one of the new objects, whose class is that of all. */
        public int example() {
            return objects[0];
        }

        /** Returns how many there are. */
        public int objects() {
            return objects.length;
        }

        /** Returns how many new objects each of them keeps alive, added up; what two of them reach counts twice. */
        public long keptNew() {
            return keptNew;
        }

        /** Returns how many bytes each of them retains, added up. */
        public long retained() {
            return retained;
        }

        /** Returns the number from 1 of the suspect that they belong to, 0 if to none. */
        public int suspect() {
            return suspect;
        }

        /** Returns the line that allocated them, the application's own if a library did and one is found. */
        public int site() {
            return site;
        }
    }

    /**
     * Puts the new border into groups.
     *
     * @param findings with border, distances, keep-alive and retained sizes
     */
    public static BorderGroups of(Findings findings, Suspects suspects, NodeSet chosen, Task task) {
        Heap heap = findings.heap();
        BreadthFirst fromRoots = findings.fromRoots().orElseThrow();
        Map<List<Integer>, IntList> byKey = new LinkedHashMap<>();
        for (int object : BorderRows.ranked(findings)) {
            if (chosen.contains(object)) {
                int parent = fromRoots.parent(object);
                int holder = parent == BreadthFirst.NO_PARENT ? Heap.NO_OBJECT : parent;
                byKey.computeIfAbsent(List.of(holder, heap.classNumber(object), heap.site(object)),
                    any -> new IntList()).add(object);
            }
        }
        SuspectAbove suspectOf = new SuspectAbove(tops(suspects), findings.retained().orElseThrow().dominators(),
            heap.objectCount());
        ApplicationLines lines = new ApplicationLines(heap,
            findings.retained().orElseThrow().dominators().tree(task), findings.diff().orElseThrow().newObjects());
        List<Row> rows = new ArrayList<>();
        byKey.forEach((key, objects) -> rows.add(row(findings, key.get(0), objects.toArray(), suspectOf, lines)));
        rows.sort(Comparator.comparingInt((Row row) -> row.suspect == 0 ? Integer.MAX_VALUE : row.suspect)
            .thenComparingLong(row -> row.suspect == 0 ? -row.keptNew : -row.retained)
            .thenComparingLong(row -> -row.keptNew).thenComparingInt(Row::example));
        return new BorderGroups(rows, fromRoots);
    }

    private static Map<Integer, Integer> tops(Suspects suspects) {
        Map<Integer, Integer> suspectOf = new HashMap<>();
        for (int i = 0; i < suspects.list().size(); i++) {
            for (int top : suspects.list().get(i).tops()) {
                suspectOf.putIfAbsent(top, i + 1);
            }
        }
        return suspectOf;
    }

    /** Which suspect objects belong to: the first whose top dominates them. */
    private static final class SuspectAbove {
        private static final int UNKNOWN = 0;

        private final Map<Integer, Integer> tops;
        private final Dominators dominators;
        private final int[] known;

        SuspectAbove(Map<Integer, Integer> tops, Dominators dominators, int objects) {
            this.tops = tops;
            this.dominators = dominators;
            this.known = new int[tops.isEmpty() ? 0 : objects];
        }

        /** Returns its number, or {@link Integer#MAX_VALUE}; each object is looked at once, whoever asks. */
        int of(int object) {
            if (tops.isEmpty()) {
                return Integer.MAX_VALUE;
            }
            IntStack below = new IntStack();
            int on = object;
            while (on >= 0 && known[on] == UNKNOWN) {
                below.push(on);
                on = dominators.dominator(on);
            }
            int suspect = on >= 0 ? known[on] : Integer.MAX_VALUE;
            while (!below.isEmpty()) {
                int next = below.pop();
                suspect = Math.min(suspect, tops.getOrDefault(next, Integer.MAX_VALUE));
                known[next] = suspect;
            }
            return suspect;
        }
    }

    private static Row row(Findings findings, int holder, int[] objects, SuspectAbove suspectOf,
        ApplicationLines lines) {
        Heap heap = findings.heap();
        long kept = 0;
        long retained = 0;
        int suspect = Integer.MAX_VALUE;
        for (int object : objects) {
            kept += Math.max(0, findings.number(Column.KEEPALIVE_NEW_COUNT, object));
            retained += Math.max(0, findings.number(Column.RETAINED_SIZE, object));
            suspect = Math.min(suspect, suspectOf.of(object));
        }
        int site = heap.site(objects[0]);
        boolean isLibrary = site != SiteTable.NO_SITE && CodeOrigin.isLibrary(heap.sites().file(site));
        int own = isLibrary ? lines.of(objects) : SiteTable.NO_SITE;
        return new Row(holder, objects, kept, retained, suspect == Integer.MAX_VALUE ? 0 : suspect,
            own == SiteTable.NO_SITE ? site : own);
    }

    /** Returns the end of the path from a root to the holder of a group: the holder last, so many objects at most. */
    public int[] path(Row row, int most) {
        IntList end = new IntList();
        for (int on = row.holder; on >= 0 && end.size() < most; on = fromRoots.parent(on)) {
            end.add(on);
        }
        int[] path = new int[end.size()];
        for (int i = 0; i < path.length; i++) {
            path[path.length - 1 - i] = end.get(i);
        }
        return path;
    }

    /** Returns the groups. */
    public List<Row> rows() {
        return rows;
    }
}
