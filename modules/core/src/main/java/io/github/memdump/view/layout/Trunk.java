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
    private static final int MOST_ROWS = 22;
    private static final int ROWS_FOR_ANY_MASS = 5;
    private static final double LEAST_PART = 0.004;

    /** So many siblings of one name are not told one by one, unless one of them has a large part of all. */
    private static final int CROWD = 6;
    private static final double LARGE_PART = 0.2;

    private final boolean[] chosen;
    private final int[] chosenChildren;
    private final boolean[] fans;
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
        fans = new boolean[size];
        double[] carried = masses.clone();
        double total = 0;
        for (int node = size - 1; node >= 0; node--) {
            if (forest.parent(node) >= 0) {
                carried[forest.parent(node)] += carried[node];
                fans[forest.parent(node)] |= !eligible[node];
            } else {
                total += carried[node];
            }
        }
        boolean[] crowded = crowded(forest, eligible, carried, names);
        Integer[] order = new Integer[size];
        Arrays.setAll(order, node -> node);
        Arrays.sort(order, Comparator.comparingDouble((Integer node) -> -carried[node]));
        for (int node : order) {
            if (eligible[node] && !crowded[node] && fits(forest.parent(node), node, carried, total)) {
                choose(forest.parent(node), node);
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
            double[] crowd = keys[node] == null ? new double[2] : crowds.get(keys[node]);
            crowded[node] = crowd[0] >= CROWD && carried[node] < LARGE_PART * crowd[1];
        }
        return crowded;
    }

    private boolean fits(int parent, int node, double[] carried, double total) {
        if (parent < 0) {
            return rows < MOST_ROWS;
        }
        boolean newRow = chosenChildren[parent] > 0 || fans[parent];
        boolean light = carried[node] < LEAST_PART * total;
        boolean goesOn = !newRow && carried[node] * 2 > carried[parent];
        return chosen[parent] && carried[node] > 0 && (goesOn || rows < (light ? ROWS_FOR_ANY_MASS : MOST_ROWS));
    }

    private void choose(int parent, int node) {
        chosen[node] = true;
        if (parent < 0) {
            rows++;
        } else {
            rows += chosenChildren[parent]++ > 0 || fans[parent] ? 1 : 0;
        }
    }

    /** Returns whether each node is on the trunk; the parent of one that is, is too. */
    boolean[] chosen() {
        return chosen;
    }
}
