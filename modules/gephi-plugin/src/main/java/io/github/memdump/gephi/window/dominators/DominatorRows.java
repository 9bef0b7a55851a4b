package io.github.memdump.gephi.window.dominators;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The rows of a dominator tree that are unfolded, from top to bottom. Below a node a page of its children is shown,
 * and below these, where there are more, a row that stands for the rest. 17 bytes a row, and 4 for each child of an
 * unfolded node. Not thread-safe.
 */
final class DominatorRows {
    /** How many children are shown at first, and how many more each time. */
    static final int PAGE = 100;

    private final Branches tree;
    private final Map<Integer, int[]> sorted = new HashMap<>();
    private int[] nodes = new int[PAGE];
    private int[] depths = new int[PAGE];
    /** How many children of the row are shown: 0 if it is folded, {@link #REST} if it stands for a rest. */
    private int[] shown = new int[PAGE];
    private int count;

    private static final int REST = -1;

    /** Begins with the whole heap, unfolded. */
    DominatorRows(Branches tree) {
        this(tree, tree.children(tree.root()));
    }

    /** Begins with some objects in the place of what the roots hold. */
    DominatorRows(Branches tree, int[] top) {
        this.tree = tree;
        sorted.put(tree.root(), top);
        nodes[0] = tree.root();
        count = 1;
        unfold(0, PAGE);
    }

    /** Returns the number of rows. */
    int count() {
        return count;
    }

    /** Returns the node of a row; of a row that stands for a rest, the node whose children it stands for. */
    int node(int row) {
        return nodes[row];
    }

    /** Returns how many rows lie on the way from the first to this one. */
    int depth(int row) {
        return depths[row];
    }

    /** Returns whether the row stands for children that are not shown. */
    boolean isRest(int row) {
        return shown[row] == REST;
    }

    /** Returns how many children a row that stands for a rest stands for. */
    int rest(int row) {
        return children(nodes[row]).length - shown[parent(row)];
    }

    /** Returns whether the row has children below it. */
    boolean isUnfolded(int row) {
        return shown[row] > 0;
    }

    /** Returns whether the row can be unfolded or folded. */
    boolean hasChildren(int row) {
        return !isRest(row) && childCount(nodes[row]) > 0;
    }

    /** Returns how many children unfolding a row would sort. */
    int childrenToSort(int row) {
        return isRest(row) || sorted.containsKey(nodes[row]) ? 0 : tree.childCount(nodes[row]);
    }

    /** Takes children that were sorted elsewhere, because there are many of them. */
    void supply(int node, int[] children) {
        sorted.put(node, children);
    }

    /** Returns the row above that holds this one, -1 for the first. */
    int parent(int row) {
        int above = row - 1;
        while (above >= 0 && depths[above] >= depths[row]) {
            above--;
        }
        return above;
    }

    /** Shows the first children of a row; nothing happens if it has none or they are shown already. */
    void unfold(int row) {
        if (hasChildren(row) && !isUnfolded(row)) {
            unfold(row, PAGE);
        }
    }

    /** Shows a row without what is below it. */
    void fold(int row) {
        if (!isUnfolded(row)) {
            return;
        }
        int end = end(row);
        System.arraycopy(nodes, end, nodes, row + 1, count - end);
        System.arraycopy(depths, end, depths, row + 1, count - end);
        System.arraycopy(shown, end, shown, row + 1, count - end);
        count -= end - row - 1;
        shown[row] = 0;
        if (row > 0) {
            sorted.remove(nodes[row]);
        }
    }

    /** Shows another page in the place of a row that stands for a rest. */
    void more(int row) {
        if (isRest(row)) {
            unfold(parent(row), PAGE);
        }
    }

    /** Unfolds the way down to a node and returns its row, or -1 if it does not hang there. */
    int reveal(int... path) {
        int row = 0;
        for (int node : path) {
            unfold(row);
            int place = indexOf(children(nodes[row]), node);
            if (place < 0) {
                return -1;
            }
            if (place >= shown[row]) {
                unfold(row, (place - shown[row]) / PAGE * PAGE + PAGE);
            }
            int depth = depths[row] + 1;
            do {
                row++;
            } while (depths[row] != depth || nodes[row] != node);
        }
        return row;
    }

    private static int indexOf(int[] values, int value) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == value) {
                return i;
            }
        }
        return -1;
    }

    private int childCount(int node) {
        int[] known = sorted.get(node);
        return known == null ? tree.childCount(node) : known.length;
    }

    private int[] children(int node) {
        return sorted.computeIfAbsent(node, tree::children);
    }

    /** Returns the row after the last that hangs on a row. */
    private int end(int row) {
        int end = row + 1;
        while (end < count && depths[end] > depths[row]) {
            end++;
        }
        return end;
    }

    private void unfold(int row, int more) {
        int[] children = children(nodes[row]);
        int end = end(row);
        boolean hadRest = end - 1 > row && isRest(end - 1) && depths[end - 1] == depths[row] + 1;
        int at = hadRest ? end - 1 : end;
        int from = shown[row];
        int to = Math.min(children.length, from + more);
        boolean hasRest = to < children.length;
        makeRoom(at, to - from + (hasRest ? 1 : 0) - (hadRest ? 1 : 0), hadRest ? 1 : 0);
        for (int i = from; i < to; i++) {
            set(at + i - from, children[i], depths[row] + 1, 0);
        }
        if (hasRest) {
            set(at + to - from, nodes[row], depths[row] + 1, REST);
        }
        shown[row] = to;
    }

    private void set(int row, int node, int depth, int children) {
        nodes[row] = node;
        depths[row] = depth;
        shown[row] = children;
    }

    /** Moves the rows from {@code at} downwards, leaving out as many as are replaced. */
    private void makeRoom(int at, int rows, int replaced) {
        int needed = count + rows;
        if (needed > nodes.length) {
            int length = Math.max(needed, nodes.length * 2);
            nodes = Arrays.copyOf(nodes, length);
            depths = Arrays.copyOf(depths, length);
            shown = Arrays.copyOf(shown, length);
        }
        int from = at + replaced;
        int to = from + rows;
        int length = count - from;
        System.arraycopy(nodes, from, nodes, to, length);
        System.arraycopy(depths, from, depths, to, length);
        System.arraycopy(shown, from, shown, to, length);
        count = needed;
    }
}
