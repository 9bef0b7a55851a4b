package io.github.memdump.analysis.suspect.border;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.suspect.Suspects;
import io.github.memdump.array.IntList;
import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import java.util.Collections;
import java.util.List;

/**
 * What grew, in groups: new objects of one class and line that one old object holds, as {@link BorderHolders} chooses
 * it; and old objects of one class and line below one holder that became larger and hold nothing new. Those that the
 * suspects are made of come first, in the order of the suspects, within them those that retain or grew by most; after
 * them those that keep most new objects alive. A hidden table, as a queue and a shifted Array have it, stands for what
 * most of it holds. Immutable.
 */
public final class BorderGroups {
    private final List<Row> rows;
    private final BreadthFirst fromRoots;

    private BorderGroups(List<Row> rows, BreadthFirst fromRoots) {
        this.fromRoots = fromRoots;
        this.rows = Collections.unmodifiableList(rows);
    }

    /**
     * Puts the new border and what grew into groups; linear time but for sorting, 8 bytes per object.
     *
     * @param findings with border, distances, keep-alive and retained sizes
     * @param chosen   which objects of either count
     */
    public static BorderGroups of(Findings findings, Suspects suspects, NodeSet chosen, Task task) {
        return new BorderGroups(new BorderAssembly(findings, suspects, task).rows(chosen),
            findings.fromRoots().orElseThrow());
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

    /** A group. Immutable. */
    public static final class Row {
        private final int holder;
        private final int[] objects;
        private final long keptNew;
        private final long retained;
        private final long grown;
        private final int suspect;
        private final int site;

        Row(int holder, int[] objects, long keptNew, long retained, long grown, int suspect, int site) {
            this.holder = holder;
            this.objects = objects;
            this.keptNew = keptNew;
            this.retained = retained;
            this.grown = grown;
            this.suspect = suspect;
            this.site = site;
        }

        /** Returns this row with the line of what came with it. */
        Row at(int line) {
            return new Row(holder, objects, keptNew, retained, grown, suspect, line);
        }

        /** Returns the old object that holds them, {@link Heap#NO_OBJECT} if no root reaches them. */
        public int holder() {
            return holder;
        }

        /** Returns one of the objects, whose class is that of all. */
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

        /** Returns by how many bytes they became larger, being old; 0 for new objects. */
        public long grown() {
            return grown;
        }

        /** Returns the number from 1 of the suspect that they belong to, 0 if to none. */
        public int suspect() {
            return suspect;
        }

        /**
         * Returns the line that allocated them; where a library did, the application's own line of what they hold or of
         * what came with them, if one is found.
         */
        public int site() {
            return site;
        }
    }
}
