package io.github.memdump.graph;

import io.github.memdump.array.IntChunks;
import io.github.memdump.task.ProgressBatch;
import io.github.memdump.task.Task;
import java.util.Arrays;

/**
 * Which remaining nodes lie behind collapsed ones, remembered for each strong component of collapsed nodes where this
 * is cheaper than to walk there again.
 *
 * <p>Components come in reverse topological order, so that what lies behind one is known before anything that leads to
 * it is looked at. A component with more than {@value #FEW} exits makes all those that lead to it such too, at once,
 * and stays unknown until {@link #remember} is told of it; thus the few exits of all components cost {@value #FEW}
 * steps for each edge at most. Remembered rows take 4 bytes per exit and together no more than the graph itself.
 */
final class SharedExits {
    /** How many exits are few. */
    static final int FEW = 16;

    private static final int MANY = -1;
    /** All that a component leads to is among the edges of its only node. */
    private static final int DIRECT = -2;
    private static final int MANY_AND_MET = -3;
    private static final int MANY_AND_WALKED = -4;

    private final Graph graph;
    private final NodeSet removed;
    private final StrongComponents components;
    /** The position of the row of each component, or what is known of it otherwise. */
    private final int[] rowOf;
    /** For each row its length and the exits. */
    private final IntChunks rows = new IntChunks();
    private final int mostInRows;
    private final int[] found = new int[FEW + 1];
    private final int[] seenBy;
    private int foundCount;

    /**
     * Looks at all components.
     *
     * @param inner  the collapsed nodes without the removed ones
     * @param seenBy one mark per node, not negative but -1 so far; is left with marks from -2 down to
     *               {@code -1 - componentCount()}
     */
    SharedExits(Graph graph, NodeSet removed, NodeSet inner, int[] seenBy, Task task) {
        this.graph = graph;
        this.removed = removed;
        this.seenBy = seenBy;
        this.components = StrongComponents.of(Walk.over(graph).within(inner), task);
        this.rowOf = new int[components.count()];
        this.mostInRows = Math.max(1 << 16, graph.edgeCount());
        Arrays.fill(rowOf, MANY);
        findFew(inner, task);
    }

    private void findFew(NodeSet inner, Task task) {
        int[] end = new int[rowOf.length];
        for (int c = 0; c < end.length; c++) {
            end[c] = (c == 0 ? 0 : end[c - 1]) + components.size(c);
        }
        int[] members = new int[inner.size()];
        int[] next = new int[end.length];
        for (int node = inner.nextMember(0); node >= 0; node = inner.nextMember(node + 1)) {
            int c = components.component(node);
            members[end[c] - ++next[c]] = node;
        }
        ProgressBatch steps = new ProgressBatch(task, "Finding what lies behind collapsed objects", members.length);
        for (int c = 0; c < end.length; c++) {
            int from = c == 0 ? 0 : end[c - 1];
            rowOf[c] = find(c, members, from, end[c]);
            steps.add(end[c] - from);
        }
        steps.finish();
    }

    private int find(int component, int[] members, int from, int to) {
        foundCount = 0;
        boolean isDirect = to - from == 1;
        for (int m = from; m < to; m++) {
            int node = members[m];
            for (int i = graph.from(node); i < graph.to(node); i++) {
                int target = graph.target(i);
                int behind = components.component(target);
                if (behind == StrongComponents.NONE) {
                    add(target, component);
                } else if (behind != component) {
                    isDirect = false;
                    addBehind(target, behind, component);
                }
                if (foundCount > FEW) {
                    return MANY;
                }
            }
        }
        return isDirect ? DIRECT : store(found, foundCount, MANY);
    }

    private void addBehind(int node, int behind, int component) {
        if (rowOf[behind] == DIRECT) {
            for (int i = graph.from(node); i < graph.to(node) && foundCount <= FEW; i++) {
                if (components.component(graph.target(i)) == StrongComponents.NONE) {
                    add(graph.target(i), component);
                }
            }
        } else if (rowOf[behind] < 0) {
            foundCount = FEW + 1;
        } else {
            int row = rowOf[behind];
            for (int i = 1; i <= rows.get(row) && foundCount <= FEW; i++) {
                add(rows.get(row + i), component);
            }
        }
    }

    private void add(int target, int component) {
        int mark = -2 - component;
        if (seenBy[target] != mark && !removed.contains(target)) {
            seenBy[target] = mark;
            found[foundCount++] = target;
        }
    }

    private int store(int[] exits, int count, int otherwise) {
        if (rows.size() > mostInRows - count - 1) {
            return otherwise;
        }
        int row = rows.size();
        rows.add(count);
        for (int i = 0; i < count; i++) {
            rows.add(exits[i]);
        }
        return row;
    }

    int componentCount() {
        return rowOf.length;
    }

    /** Returns the row of what lies behind a collapsed node, or a negative number where it must be walked. */
    int row(int node) {
        return rowOf[components.component(node)];
    }

    /** Returns the number of exits in a row. */
    int length(int row) {
        return rows.get(row);
    }

    /** Returns an exit of a row. */
    int exit(int row, int index) {
        return rows.get(row + 1 + index);
    }

    /** Returns whether a collapsed node is met a second time, so that a walk from it alone may pay. */
    boolean isMetAgain(int node) {
        int component = components.component(node);
        boolean again = rowOf[component] == MANY_AND_MET;
        if (rowOf[component] == MANY || again) {
            rowOf[component] = again ? MANY_AND_WALKED : MANY_AND_MET;
        }
        return again;
    }

    /** Remembers what lies behind a collapsed node. */
    void remember(int node, int[] exits, int count) {
        rowOf[components.component(node)] = store(exits, count, MANY_AND_WALKED);
    }
}
