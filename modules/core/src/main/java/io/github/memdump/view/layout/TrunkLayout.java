package io.github.memdump.view.layout;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Lays a forest out for reading from left to right: the trunk in rows and columns, a node's children to its right, the
 * largest in the same row; what hangs on a trunk node and is not trunk itself is packed into one disc to the right of
 * it, so that the size of the disc tells how much hangs there.
 *
 * <p>Neither width nor height is more than {@value #MOST_EXTENT} times the side of a square that holds all nodes with
 * their margins, which counts as {@value #LEAST_SIDE} units at least, since words need room too. A forest whose trunk
 * would need more has none.
 *
 * <p>Time about n·√n for a node with n children, linear otherwise.
 */
public final class TrunkLayout {
    /** Parts of the letter height. */
    private static final double LETTER_WIDTH = 0.56;
    private static final double COLUMN_GAP = 2.4;
    private static final double ROW = 2.7;
    private static final double FAN_GAP = 1.2;

    private static final int LONGEST_LABEL = 30;
    /** How many letter heights all labels of a row have together, and each at least if there are many. */
    private static final double WIDEST_COLUMNS = 58;
    private static final double LEAST_COLUMN = 5;
    /** How many letter heights make the width, with those of the labels, and the height of the whole. */
    private static final double LETTERS_BESIDE = 42;
    private static final double LETTERS_DOWN = 76;
    private static final double SMALLEST_LETTER = 7;
    private static final int ROUNDS = 60;
    /** How many times wider or higher than what the nodes need the whole may be; few nodes need room for words. */
    static final int MOST_EXTENT = 16;
    static final double LEAST_SIDE = 200;

    private final Forest forest;
    private final boolean[] trunk;
    private final Discs discs;
    private final String[] names;
    private final int[] depth;
    private final int[][] fanNodes;
    private final CirclePacking[] fans;
    private final double[] columns;
    private final double[] above;
    private final double[] below;
    private final int[] loose;
    private final @Nullable CirclePacking looseFan;
    private double letter = SMALLEST_LETTER;

    private TrunkLayout(Forest forest, boolean[] eligible, double[] masses, String[] names) {
        this.forest = forest;
        this.names = names;
        int size = forest.size();
        Trunk chosen = new Trunk(forest, eligible, masses, names);
        trunk = chosen.chosen();
        depth = chosen.columns();
        discs = new Discs(forest, trunk);
        fanNodes = new int[size][];
        fans = new CirclePacking[size];
        above = new double[size];
        below = new double[size];
        int deepest = 0;
        for (int node = 0; node < size; node++) {
            if (trunk[node]) {
                deepest = Math.max(deepest, depth[node]);
                fanNodes[node] = discs.childrenInDiscs(node);
                fans[node] = fanNodes[node].length > 0 ? packed(fanNodes[node]) : null;
            }
        }
        columns = new double[deepest + 1];
        loose = looseTrees();
        looseFan = loose.length > 0 ? packed(loose) : null;
    }

    /**
     * Lays out a forest.
     *
     * @param eligible nodes that may be part of the trunk
     * @param masses   how much each node counts by itself when the trunk is chosen
     * @param names    what is written beside each node if it is on the trunk
     */
    public static Positions of(Forest forest, boolean[] eligible, double[] masses, String[] names) {
        Positions positions = laidOut(forest, eligible, masses, names);
        if (positions.extent() <= MOST_EXTENT * Math.max(LEAST_SIDE, sideOfAll(forest))) {
            return positions;
        }
        return laidOut(forest, new boolean[forest.size()], masses, names);
    }

    private static Positions laidOut(Forest forest, boolean[] eligible, double[] masses, String[] names) {
        TrunkLayout layout = new TrunkLayout(forest, eligible, masses, names);
        layout.chooseLetterHeight();
        return layout.positions();
    }

    private static double sideOfAll(Forest forest) {
        double area = 0;
        for (int node = 0; node < forest.size(); node++) {
            area += 4 * Discs.ownRadius(forest.diameter(node)) * Discs.ownRadius(forest.diameter(node));
        }
        return Math.sqrt(area);
    }

    private CirclePacking packed(int[] nodes) {
        return CirclePacking.of(Arrays.stream(nodes).mapToDouble(discs::radius).toArray());
    }

    private int[] looseTrees() {
        int[] tops = new int[forest.size()];
        int count = 0;
        for (int node = 0; node < tops.length; node++) {
            if (forest.parent(node) < 0 && !trunk[node]) {
                tops[count++] = node;
            }
        }
        double[] radii = new double[forest.size()];
        for (int i = 0; i < count; i++) {
            radii[tops[i]] = discs.radius(tops[i]);
        }
        return Discs.largestFirst(Arrays.copyOf(tops, count), radii);
    }

    /**
     * Letters as high as keep in proportion to the whole, which in turn grows with them, but more slowly: rows and
     * columns are limited, so that labels never fill the whole. That is why this comes to an end.
     */
    private void chooseLetterHeight() {
        double across = labelsAcross() + LETTERS_BESIDE;
        for (int round = 0; round < ROUNDS; round++) {
            measureColumns();
            double height = measureRows() + (looseFan == null ? 0 : 2 * looseFan.radius());
            letter = Math.max(SMALLEST_LETTER, Math.max(width() / across, height / LETTERS_DOWN));
        }
        measureColumns();
        measureRows();
    }

    private double labelsAcross() {
        return Math.max(WIDEST_COLUMNS, LEAST_COLUMN * columns.length);
    }

    private void measureColumns() {
        double[] labels = new double[columns.length];
        double[] widest = new double[columns.length];
        for (int node = 0; node < forest.size(); node++) {
            if (trunk[node]) {
                double label = Math.min(names[node].length(), LONGEST_LABEL) * LETTER_WIDTH + COLUMN_GAP;
                labels[depth[node]] = Math.max(labels[depth[node]], label);
                widest[depth[node]] = Math.max(widest[depth[node]], forest.diameter(node));
            }
        }
        double scale = letter * Math.min(1, labelsAcross() / Math.max(1, Arrays.stream(labels).sum()));
        for (int column = 0; column < columns.length; column++) {
            double before = column > 0 ? columns[column - 1] + widest[column - 1] / 2 : 0;
            columns[column] = before + labels[column] * scale + widest[column] / 2;
        }
    }

    private double width() {
        double width = 0;
        for (int node = 0; node < forest.size(); node++) {
            if (trunk[node]) {
                double fan = fans[node] == null ? 0 : 2 * fans[node].radius();
                width = Math.max(width, columns[depth[node]] + fan);
            }
        }
        return width;
    }

    /** Measures how far each trunk node with all its rows reaches above and below it; returns the sum over trees. */
    private double measureRows() {
        double sum = 0;
        for (int node = forest.size() - 1; node >= 0; node--) {
            if (trunk[node]) {
                int[] blocks = blocks(node);
                above[node] = blocks.length == 0 ? halfRow(node) : Math.max(halfRow(node), above(node, blocks[0]));
                below[node] = blocks.length == 0 ? halfRow(node) : Math.max(halfRow(node), below(node, blocks[0]));
                for (int i = 1; i < blocks.length; i++) {
                    below[node] += above(node, blocks[i]) + below(node, blocks[i]);
                }
                sum += forest.parent(node) < 0 ? above[node] + below[node] : 0;
            }
        }
        return sum;
    }

    /** Returns the trunk children of a node and, for its own disc, the node itself; the highest block first. */
    private int[] blocks(int node) {
        int[] blocks = new int[forest.childCount(node) + 1];
        int count = 0;
        for (int i = 0; i < forest.childCount(node); i++) {
            if (trunk[forest.child(node, i)]) {
                blocks[count++] = forest.child(node, i);
            }
        }
        if (fans[node] != null) {
            blocks[count++] = node;
        }
        return Arrays.stream(Arrays.copyOf(blocks, count)).boxed()
            .sorted(Comparator.comparingDouble((Integer block) -> -above(node, block) - below(node, block)))
            .mapToInt(Integer::intValue).toArray();
    }

    private double above(int node, int block) {
        return block == node ? fanHeight(node) : above[block];
    }

    private double below(int node, int block) {
        return block == node ? fanHeight(node) : below[block];
    }

    private double fanHeight(int node) {
        return Math.max(ROW * letter / 2, fans[node].radius() + letter / 2);
    }

    private double halfRow(int node) {
        return Math.max(ROW, forest.diameter(node) / letter + 1) * letter / 2;
    }

    private Positions positions() {
        Positions positions = new Positions(forest.size());
        positions.writeIn(letter);
        double[] rows = new double[forest.size()];
        double top = 0;
        for (int tree : treesHighestFirst()) {
            rows[tree] = top + above[tree];
            top += above[tree] + below[tree];
        }
        for (int node = 0; node < forest.size(); node++) {
            if (trunk[node]) {
                placeTrunk(node, rows, positions);
            }
        }
        if (looseFan != null) {
            placeFan(loose, looseFan, looseFan.radius(), -top - looseFan.radius(), positions);
            positions.addFan(new Positions.Fan(Positions.Fan.NO_HUB, looseFan.radius(), -top - looseFan.radius(),
                looseFan.radius()));
        }
        return positions;
    }

    private int[] treesHighestFirst() {
        int[] trees = new int[forest.size()];
        double[] heights = new double[forest.size()];
        int count = 0;
        for (int node = 0; node < trees.length; node++) {
            if (trunk[node] && forest.parent(node) < 0) {
                heights[node] = above[node] + below[node];
                trees[count++] = node;
            }
        }
        return Discs.largestFirst(Arrays.copyOf(trees, count), heights);
    }

    /** Places a trunk node in its row and gives rows to its children and its disc. */
    private void placeTrunk(int node, double[] rows, Positions positions) {
        double x = columns[depth[node]];
        positions.put(node, x, -rows[node]);
        positions.markTrunk(node);
        int[] blocks = blocks(node);
        double top = blocks.length == 0 ? rows[node] : rows[node] - above(node, blocks[0]);
        for (int block : blocks) {
            double row = top + above(node, block);
            if (block == node) {
                double fanX = x + FAN_GAP * letter + forest.diameter(node) / 2 + fans[node].radius();
                placeFan(fanNodes[node], fans[node], fanX, -row, positions);
                positions.addFan(new Positions.Fan(node, fanX, -row, fans[node].radius()));
            } else {
                rows[block] = row;
            }
            top = block == blocks[0] ? row + Math.max(halfRow(node), below(node, block)) : row + below(node, block);
        }
        if (blocks.length == 0) {
            positions.addFan(new Positions.Fan(node, x + forest.diameter(node) / 2.0, -rows[node], 0));
        }
    }

    private void placeFan(int[] nodes, CirclePacking fan, double x, double y, Positions positions) {
        for (int i = 0; i < nodes.length; i++) {
            discs.place(nodes[i], x + fan.x(i), y + fan.y(i), positions);
        }
    }
}
