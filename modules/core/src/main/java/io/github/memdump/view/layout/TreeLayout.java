package io.github.memdump.view.layout;

import java.util.Arrays;

/**
 * Lays a forest out as trees, every node further from the start than its parent and none on top of another. Each
 * subtree has a rectangle of its own; the rectangles of siblings stand side by side in their order, and where there are
 * many of them, in several rows, so that thousands of children make a block and no endless line. The radial shape is
 * the same picture bent into a ring that is wide enough for nodes to stay apart.
 *
 * <p>What is deeper than {@value #DEEP} steps, or than twice the root of the number of nodes if that is more, begins a
 * tree of its own that stands beside the others, so that a chain makes columns and no endless line. Neither width nor
 * height is more than {@value #MOST_EXTENT} times the side of a square that holds all nodes with their spacing, or that
 * has {@value #LEAST_ACROSS} of the largest along a side if that is more, so that small trees stay whole. A forest that
 * would need more is cut at half the depth, and so on, down to single nodes, the largest first.
 *
 * <p>The same forest always has the same picture: siblings keep the order in which they are numbered. Linear time for
 * each depth tried, no recursion, 80 bytes per node on the way.
 */
public final class TreeLayout {
    /** How many times wider than high a block of siblings is that stand in several rows. */
    private static final double WIDER = 2.2;
    /** The same for all trees together, when they are bent into a ring. */
    private static final double WIDER_IN_A_RING = 4;
    /** So many small siblings stand in one row. */
    private static final int FEW = 10;
    /** How much further away children stand than siblings. */
    private static final double STEP_DOWN = 1.6;
    private static final double CLEARLY = 12;

    /** How many times wider or higher than what the nodes need the whole may be. */
    static final int MOST_EXTENT = 16;
    static final int LEAST_ACROSS = 32;
    private static final int DEEP = 128;

    private final Forest forest;
    private final double gap;
    /** The rectangle of each subtree, and where it stands: its left upper corner from that of its parent. */
    private final double[] widths;
    private final double[] heights;
    private final double[] lefts;
    private final double[] tops;
    private double width;
    private double height;

    private TreeLayout(Forest forest, double gap) {
        this.forest = forest;
        this.gap = gap;
        int size = forest.size();
        widths = new double[size];
        heights = new double[size];
        lefts = new double[size];
        tops = new double[size];
    }

    /**
     * Lays out a forest, its middle at the origin.
     *
     * @param forest  siblings in the order in which they stand
     * @param spacing the least space between two nodes, above 0, in the unit of the diameters
     * @throws IllegalArgumentException if the spacing is not above 0
     */
    public static Positions of(Forest forest, TreeShape shape, double spacing) {
        if (!(spacing > 0)) {
            throw new IllegalArgumentException("The spacing must be above 0, not " + spacing + ".");
        }
        double most = MOST_EXTENT * side(forest, spacing);
        for (int depth = Math.max(DEEP, 2 * (int) Math.sqrt(forest.size()));; depth /= 2) {
            TreeLayout layout = new TreeLayout(cut(forest, depth), spacing);
            layout.measure(shape, depth == 1);
            Positions positions = shape == TreeShape.LAYERED ? layout.layered() : layout.radial();
            if (depth == 1 || positions.extent() <= most) {
                return positions;
            }
        }
    }

    /** Lets a tree begin at every node that is a multiple of so many steps deep. */
    private static Forest cut(Forest forest, int depth) {
        int[] steps = new int[forest.size()];
        int[] parents = new int[forest.size()];
        float[] diameters = new float[forest.size()];
        for (int node = 0; node < forest.size(); node++) {
            int parent = forest.parent(node);
            steps[node] = parent < 0 ? 0 : (steps[parent] + 1) % depth;
            parents[node] = steps[node] == 0 ? Forest.NO_PARENT : parent;
            diameters[node] = forest.diameter(node);
        }
        return new Forest(parents, diameters);
    }

    private static double side(Forest forest, double gap) {
        double area = 0;
        double largest = 0;
        for (int node = 0; node < forest.size(); node++) {
            double own = forest.diameter(node) + gap;
            area += own * own;
            largest = Math.max(largest, own);
        }
        return Math.max(Math.sqrt(area), LEAST_ACROSS * largest);
    }

    private void measure(TreeShape shape, boolean largestFirst) {
        int[] roots = new int[forest.size()];
        int rootCount = 0;
        for (int node = forest.size() - 1; node >= 0; node--) {
            measure(node);
        }
        for (int node = 0; node < forest.size(); node++) {
            if (forest.parent(node) < 0) {
                roots[rootCount++] = node;
            }
        }
        int[] order = Arrays.copyOf(roots, rootCount);
        Rows rows = new Rows(largestFirst ? Discs.largestFirst(order, heights) : order, rootCount,
            shape == TreeShape.RADIAL ? WIDER_IN_A_RING : WIDER);
        width = rows.width;
        height = rows.height;
    }

    private void measure(int node) {
        int[] children = new int[forest.childCount(node)];
        for (int i = 0; i < children.length; i++) {
            children[i] = forest.child(node, i);
        }
        double own = forest.diameter(node) + gap;
        Rows rows = new Rows(children, children.length, WIDER);
        widths[node] = Math.max(own, rows.width);
        // A large family stands clearly below its parent. Measured by the narrow side and by the family alone without
        // what hangs on it, or a long chain, or a chain that ends in a large family, would explode.
        double family = Math.min(Math.sqrt(children.length) * own, Math.min(rows.width, rows.height));
        double step = STEP_DOWN * gap + family / CLEARLY;
        heights[node] = own + (children.length == 0 ? 0 : step + rows.height);
        for (int child : children) {
            lefts[child] += (widths[node] - rows.width) / 2;
            tops[child] += own + step;
        }
    }

    /** Siblings in rows. */
    private final class Rows {
        private double width;
        private double height;

        /** Places the rectangles of the first {@code count} of these nodes one after the other. */
        Rows(int[] nodes, int count, double wider) {
            double room = room(nodes, count, wider);
            int first = 0;
            while (first < count) {
                first = addRow(nodes, first, count, room);
            }
            for (int i = 0; i < count; i++) {
                // A row that is not full stands in the middle: its width was noted in place of its place.
                lefts[nodes[i]] += width / 2;
            }
        }

        private double room(int[] nodes, int count, double wider) {
            double area = 0;
            double widest = 0;
            double narrowest = Double.MAX_VALUE;
            for (int i = 0; i < count; i++) {
                area += widths[nodes[i]] * heights[nodes[i]];
                widest = Math.max(widest, widths[nodes[i]]);
                narrowest = Math.min(narrowest, widths[nodes[i]]);
            }
            double few = count == 0 ? 0 : FEW * narrowest;
            return Math.max(Math.max(widest, few), Math.sqrt(area * wider)) * (1 + 1e-9);
        }

        private int addRow(int[] nodes, int first, int count, double room) {
            double filled = 0;
            double high = 0;
            int end = first;
            while (end < count && (end == first || filled + widths[nodes[end]] <= room)) {
                lefts[nodes[end]] = filled;
                tops[nodes[end]] = height;
                filled += widths[nodes[end]];
                high = Math.max(high, heights[nodes[end]]);
                end++;
            }
            for (int i = first; i < end; i++) {
                lefts[nodes[i]] -= filled / 2;
            }
            width = Math.max(width, filled);
            height += high;
            return end;
        }
    }

    /** Adds up the corners from the roots down. */
    private void addUp() {
        for (int node = 0; node < forest.size(); node++) {
            if (forest.parent(node) >= 0) {
                lefts[node] += lefts[forest.parent(node)];
                tops[node] += tops[forest.parent(node)];
            }
        }
    }

    private double across(int node) {
        return lefts[node] + widths[node] / 2;
    }

    private double down(int node) {
        return tops[node] + (forest.diameter(node) + gap) / 2;
    }

    private Positions layered() {
        addUp();
        Positions positions = new Positions(forest.size());
        for (int node = 0; node < forest.size(); node++) {
            positions.put(node, across(node) - width / 2, height / 2 - down(node));
        }
        return positions;
    }

    private Positions radial() {
        addUp();
        double largest = 0;
        int roots = 0;
        for (int node = 0; node < forest.size(); node++) {
            largest = Math.max(largest, forest.diameter(node) + gap);
            roots += forest.parent(node) < 0 ? 1 : 0;
        }
        // What stands half of the largest node apart on the straight line must not come nearer on the arc.
        double hole = width <= 2 * largest ? largest : largest / (2 * Math.sin(Math.PI * largest / width));
        Positions positions = new Positions(forest.size());
        for (int node = 0; node < forest.size(); node++) {
            boolean middle = roots == 1 && forest.parent(node) < 0;
            double radius = middle ? 0 : hole + down(node);
            double angle = Math.PI / 2 - 2 * Math.PI * across(node) / width;
            positions.put(node, radius * Math.cos(angle), radius * Math.sin(angle));
        }
        return positions;
    }
}
