package io.github.memdump.view.layout;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * Chooses the nodes of a forest that are drawn one by one, in rows with labels: those that carry most, as long as
 * there are rows; the rest goes into discs.
 */
final class Trunk {
    static final int MOST_ROWS = 22;
    /** What stands further from its root is never read label by label. */
    static final int MOST_COLUMNS = 24;
    private static final int ROWS_FOR_ANY_MASS = 5;
    private static final int ROWS_FOR_ANY_TREE = 10;
    private static final double LEAST_PART = 0.004;

    /** So many siblings of one name are not told one by one, unless one of them has a large part of all. */
    private static final int CROWD = 6;
    private static final double LARGE_PART = 0.2;

    private final boolean[] chosen;
    private final int[] chosenChildren;
    private final int[] columns;
    private int rows;

    /**
     * Chooses.
     *
     * @param eligible nodes that may be chosen
     * @param masses   how much each node counts by itself
     * @param names    what the nodes are called
     */
    Trunk(Forest forest, boolean[] eligible, double[] masses, String[] names) {
        int size = forest.size();
        chosen = new boolean[size];
        chosenChildren = new int[size];
        columns = new int[size];
        double[] carried = masses.clone();
        double total = 0;
        for (int node = size - 1; node >= 0; node--) {
            if (forest.parent(node) >= 0) {
                carried[forest.parent(node)] += carried[node];
            } else {
                total += carried[node];
            }
        }
        boolean[] crowded = crowded(forest, eligible, carried, names);
        Integer[] order = new Integer[size];
        Arrays.setAll(order, node -> node);
        Arrays.sort(order, Comparator.comparingDouble((Integer node) -> -carried[node]));
        for (int node : order) {
            if (eligible[node] && !crowded[node] && fits(forest, node, carried, total)) {
                choose(forest, node);
            }
        }
    }

    private static boolean[] crowded(Forest forest, boolean[] eligible, double[] carried, String[] names) {
        Map<String, double[]> crowds = new HashMap<>();
        String[] keys = new String[names.length];
        for (int node = 0; node < names.length; node++) {
            if (eligible[node] && forest.parent(node) >= 0) {
                keys[node] = forest.parent(node) + " " + names[node];
                double[] crowd = crowds.computeIfAbsent(keys[node], any -> new double[2]);
                crowd[0]++;
                crowd[1] += carried[node];
            }
        }
        boolean[] crowded = new boolean[names.length];
        for (int node = 0; node < names.length; node++) {
            double[] crowd = keys[node] == null ? new double[2] : crowds.getOrDefault(keys[node], new double[2]);
            crowded[node] = crowd[0] >= CROWD && carried[node] < LARGE_PART * crowd[1];
        }
        return crowded;
    }

    private boolean fits(Forest forest, int node, double[] carried, double total) {
        int parent = forest.parent(node);
        boolean light = carried[node] < LEAST_PART * total;
        if (parent < 0) {
            return rows < (light ? ROWS_FOR_ANY_TREE : MOST_ROWS);
        }
        boolean goesOn = !addsRow(forest, parent) && carried[node] * 2 > carried[parent];
        return chosen[parent] && columns[parent] + 1 < MOST_COLUMNS && carried[node] > 0
            && (goesOn || rows < (light ? ROWS_FOR_ANY_MASS : MOST_ROWS));
    }

    /** A node has a row for each chosen child and one for the disc of all others; the first of them is its own. */
    private boolean addsRow(Forest forest, int parent) {
        int others = forest.childCount(parent) - chosenChildren[parent];
        return others > 1;
    }

    private void choose(Forest forest, int node) {
        int parent = forest.parent(node);
        chosen[node] = true;
        if (parent < 0) {
            rows++;
        } else {
            rows += addsRow(forest, parent) ? 1 : 0;
            chosenChildren[parent]++;
            columns[node] = columns[parent] + 1;
        }
    }

    /** Returns in which column each node of the trunk stands, from 0; less than {@link #MOST_COLUMNS}. */
    int[] columns() {
        return columns;
    }

    /** Returns whether each node is on the trunk; the parent of one that is, is too. */
    boolean[] chosen() {
        return chosen;
    }
}
