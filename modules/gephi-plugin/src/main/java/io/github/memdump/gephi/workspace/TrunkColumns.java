package io.github.memdump.gephi.workspace;

import io.github.memdump.view.Sketch;
import io.github.memdump.view.View;
import io.github.memdump.view.ViewNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Moves the columns of a view's trunk apart until the names in them stand clear of each other. A view leaves room for
 * a name to the left of its node; the Graph window writes it over the middle of the node, in letters that grow with
 * what is to be seen.
 *
 * <p>Time k·k for k nodes of the trunk, of which there are at most some hundred, linear in all others.
 */
final class TrunkColumns {
    /** How many letters the Graph window has across and down on a screen of 1280 × 800 that shows all of a graph. */
    private static final double LETTERS_ACROSS = 76;
    private static final double LETTERS_DOWN = 50;
    /** Parts of the height of letters. */
    private static final double LETTER_WIDTH = 0.66;
    private static final double GAP = 1.5;
    private static final double LINE = 1.5;
    /** Letters grow with what is to be seen, which grows with them: so far, whatever the names are. */
    private static final int ROUNDS = 12;
    private static final double LARGEST_LETTER = 1.5;
    /** How many times wider the whole may become; beyond that some names will have to do without room. */
    static final double WIDEST = 2;

    private final View view;
    private final List<List<Integer>> columns;
    private final double[] shifts;

    private TrunkColumns(View view) {
        this.view = view;
        TreeMap<Float, List<Integer>> byPlace = new TreeMap<>();
        for (int node = 0; node < view.nodes().size(); node++) {
            if (view.sketch().onTrunk(node)) {
                byPlace.computeIfAbsent(view.nodes().get(node).x(), any -> new ArrayList<>()).add(node);
            }
        }
        columns = new ArrayList<>(byPlace.values());
        shifts = new double[columns.size()];
    }

    /** Returns how far to the right each node of a view moves; what hangs on the trunk moves with it. */
    static double[] shifts(View view) {
        TrunkColumns trunk = new TrunkColumns(view);
        if (trunk.columns.size() > 1) {
            double letter = trunk.letterHeight();
            for (int round = 0; round < ROUNDS; round++) {
                trunk.moveApart(Math.min(trunk.letterHeight(), LARGEST_LETTER * letter));
            }
            trunk.keepWithin();
        }
        return trunk.byNode();
    }

    private void keepWithin() {
        double after = width(byNode());
        double before = width(new double[view.nodes().size()]);
        double part = Math.min(1, (WIDEST - 1) * before / (after - before));
        for (int column = 0; column < shifts.length; column++) {
            shifts[column] *= after > before ? part : 1;
        }
    }

    private void moveApart(double letter) {
        for (int column = 1; column < shifts.length; column++) {
            shifts[column] = shifts[column - 1];
            for (int node : columns.get(column)) {
                for (int before = 0; before < column; before++) {
                    for (int other : columns.get(before)) {
                        shifts[column] = Math.max(shifts[column], shifts[before] + missing(other, node, letter));
                    }
                }
            }
        }
    }

    /** Returns by how much a name has to move to the right to stand clear of one to its left. */
    private double missing(int left, int right, double letter) {
        ViewNode one = view.nodes().get(left);
        ViewNode other = view.nodes().get(right);
        double letters = (one.name().length() + other.name().length()) * LETTER_WIDTH / 2 + GAP;
        return Math.abs(one.y() - other.y()) < LINE * letter ? letters * letter - (other.x() - one.x()) : 0;
    }

    private double letterHeight() {
        double bottom = Double.MAX_VALUE;
        double top = -Double.MAX_VALUE;
        for (ViewNode node : view.nodes()) {
            bottom = Math.min(bottom, node.y());
            top = Math.max(top, node.y());
        }
        return Math.max(width(byNode()) / LETTERS_ACROSS, (top - bottom) / LETTERS_DOWN);
    }

    private double width(double[] byNode) {
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        for (int i = 0; i < byNode.length; i++) {
            double x = view.nodes().get(i).x() + byNode[i];
            left = Math.min(left, x);
            right = Math.max(right, x);
        }
        return right - left;
    }

    private double[] byNode() {
        int[] columnOf = new int[view.nodes().size()];
        Arrays.fill(columnOf, Sketch.NO_PARENT);
        for (int column = 0; column < shifts.length; column++) {
            for (int node : columns.get(column)) {
                columnOf[node] = column;
            }
        }
        double[] byNode = new double[columnOf.length];
        for (int node = 0; node < columnOf.length; node++) {
            int hub = hub(node, columnOf);
            byNode[node] = hub < 0 ? 0 : shifts[columnOf[hub]];
        }
        return byNode;
    }

    /** Returns the nearest node of the trunk that a node hangs on, and leaves its column on the way back. */
    private int hub(int node, int[] columnOf) {
        int hub = node;
        while (hub >= 0 && columnOf[hub] < 0) {
            hub = view.sketch().parent(hub);
        }
        for (int each = node; hub >= 0 && each != hub; each = view.sketch().parent(each)) {
            columnOf[each] = columnOf[hub];
        }
        return hub;
    }
}
