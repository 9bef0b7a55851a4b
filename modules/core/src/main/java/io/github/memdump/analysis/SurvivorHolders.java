package io.github.memdump.analysis;

import io.github.memdump.graph.Graph;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The objects of the last dump that hold survivors without being survivors: the border of the survivors. Immutable. */
public final class SurvivorHolders {
    private final Border border;
    private final List<Row> rows;

    private SurvivorHolders(Border border, List<Row> rows) {
        this.border = border;
        this.rows = Collections.unmodifiableList(rows);
    }

    /** A holder. Immutable. */
    public static final class Row {
        private final int object;
        private final int[] held;
        private final int keepAlive;

        private Row(int object, int[] held, int keepAlive) {
            this.object = object;
            this.held = held;
            this.keepAlive = keepAlive;
        }

        /** Returns the id of the holder. */
        public int object() {
            return object;
        }

        /** Returns how many objects of a cohort it refers to; asked of any but cohort 0. */
        public int held(int cohort) {
            return held[cohort];
        }

        /** Returns how many survivors it refers to. */
        public int held() {
            int sum = 0;
            // The last cohort has not survived anything yet.
            for (int cohort = 1; cohort < held.length - 1; cohort++) {
                sum += held[cohort];
            }
            return sum;
        }

        /**
         * Returns how many survivors are reachable, over survivors, from that one of the held survivors from which
         * most are, itself included: all that hang on the holder are at least as many.
         */
        public int keepAlive() {
            return keepAlive;
        }
    }

    static SurvivorHolders of(Growth growth, Task task) {
        Heap heap = growth.heap();
        Border border = Border.of(heap, growth.survivors(), task);
        KeepAlive inside = KeepAlive.inside(heap, border.newBorder(), growth.survivors(), task);
        List<Row> rows = new ArrayList<>();
        border.oldBorder().forEach(holder -> rows.add(row(growth, inside, holder)));
        rows.sort(Comparator.<Row>comparingInt(row -> -Math.max(row.keepAlive(), row.held()))
            .thenComparingInt(row -> -row.held()).thenComparingInt(Row::object));
        return new SurvivorHolders(border, rows);
    }

    private static Row row(Growth growth, KeepAlive inside, int holder) {
        Graph references = growth.heap().references();
        int[] held = new int[growth.dumps().size()];
        int most = 0;
        for (int i = references.from(holder); i < references.to(holder); i++) {
            int target = references.target(i);
            int cohort = growth.cohort(target);
            if (cohort > 0) {
                held[cohort]++;
            }
            if (growth.survivors().contains(target)) {
                most = Math.max(most, inside.count(target));
            }
        }
        return new Row(holder, held, most);
    }

    /** Returns the border: its old side are the holders, its new side the survivors they hold. */
    public Border border() {
        return border;
    }

    /** Returns the ids of the holders in the same order. */
    public int[] objects() {
        return rows.stream().mapToInt(Row::object).toArray();
    }

    /** Returns the holders, those on which most survivors hang first; those of one number by id. */
    public List<Row> rows() {
        return rows;
    }
}
