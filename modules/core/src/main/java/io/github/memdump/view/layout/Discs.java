package io.github.memdump.view.layout;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;

/**
 * Lays each tree of a forest out as a disc: a node in the middle, the discs of its children packed around it. Where
 * that would leave mostly empty space, as for a long chain, the tree is wound up as a spiral instead, or packed in
 * rings where even that is sparse, as it is for few large nodes among many small ones. Discs of siblings never overlap.
 * Whatever the shape, at least one part in nine of a disc that stands by itself is filled by nodes with their margins.
 */
final class Discs {
    /** Free space around a node, as a part of its diameter, and at least. */
    private static final double MARGIN = 0.16;
    private static final double LEAST_MARGIN = 1.2;
    /** A disc less filled than this is wound up. */
    private static final double SPARSE = 0.12;
    /** The same for a large disc that stands by itself, so that no long chain leads into a spiral. */
    private static final double SPARSE_BY_ITSELF = 0.5;
    /** A spiral less filled than this is not kept. */
    private static final double DENSE = 0.4;
    /**
     * How many times larger a tree must be than one within it that was rearranged to be rearranged too, unless it
     * stands by itself. So all of it takes nearly linear time, as a chain above a large disc would not otherwise.
     */
    private static final double CLEARLY_LARGER = 1.25;
    private static final int LARGE = 30;

    private final Forest forest;
    private final boolean[] excluded;
    /** Where each node stands, relative to the middle of the disc of its parent. */
    private final double[] discX;
    private final double[] discY;
    /** Where the node itself stands in its own disc. */
    private final double[] nodeX;
    private final double[] nodeY;
    private final double[] radii;
    private final double[] filled;
    private final int[] treeSizes;
    private final boolean[] wound;
    /** How large the largest tree is that was rearranged under each node, itself included. */
    private final int[] rearranged;

    /**
     * Lays out discs bottom up.
     *
     * @param excluded nodes that are not part of any disc; a node's parent is excluded if the node is
     */
    Discs(Forest forest, boolean[] excluded) {
        this.forest = forest;
        this.excluded = excluded;
        int size = forest.size();
        discX = new double[size];
        discY = new double[size];
        nodeX = new double[size];
        nodeY = new double[size];
        radii = new double[size];
        filled = new double[size];
        treeSizes = new int[size];
        wound = new boolean[size];
        rearranged = new int[size];
        for (int node = size - 1; node >= 0; node--) {
            if (!excluded[node]) {
                layOut(node);
            }
        }
    }

    /** Returns half the width of the space that a node takes for itself. */
    double ownRadius(int node) {
        return ownRadius(forest.diameter(node));
    }

    /** Returns half the width of the space that a node of this diameter takes for itself. */
    static double ownRadius(float diameter) {
        double radius = diameter / 2.0;
        return radius + Math.max(LEAST_MARGIN, radius * MARGIN);
    }

    /** Returns the radius of the disc of a node. */
    double radius(int node) {
        return radii[node];
    }

    private void layOut(int node) {
        int[] inner = childrenInDiscs(node);
        filled[node] = square(ownRadius(node));
        treeSizes[node] = 1;
        for (int child : inner) {
            filled[node] += filled[child];
            treeSizes[node] += treeSizes[child];
            rearranged[node] = Math.max(rearranged[node], rearranged[child]);
        }
        if (inner.length == 0) {
            radii[node] = ownRadius(node);
            return;
        }
        double[] circles = new double[inner.length + 1];
        circles[0] = ownRadius(node);
        for (int i = 0; i < inner.length; i++) {
            circles[i + 1] = radii[inner[i]];
        }
        CirclePacking packing = CirclePacking.of(circles);
        radii[node] = packing.radius();
        nodeX[node] = packing.x(0);
        nodeY[node] = packing.y(0);
        for (int i = 0; i < inner.length; i++) {
            discX[inner[i]] = packing.x(i + 1);
            discY[inner[i]] = packing.y(i + 1);
        }
        boolean byItself = forest.parent(node) < 0 || excluded[forest.parent(node)];
        double least = byItself && treeSizes[node] > LARGE ? SPARSE_BY_ITSELF : SPARSE;
        boolean isWorthIt = byItself || treeSizes[node] >= CLEARLY_LARGER * rearranged[node];
        if (treeSizes[node] > 3 && isWorthIt && filled[node] < least * square(radii[node])) {
            rearranged[node] = treeSizes[node];
            wind(node);
        }
    }

    /** Returns the children that go into discs, those with large discs first. */
    int[] childrenInDiscs(int node) {
        int count = 0;
        int[] result = new int[forest.childCount(node)];
        for (int i = 0; i < result.length; i++) {
            if (!excluded[forest.child(node, i)]) {
                result[count++] = forest.child(node, i);
            }
        }
        return largestFirst(Arrays.copyOf(result, count), radii);
    }

    static int[] largestFirst(int[] nodes, double[] sizes) {
        Integer[] order = new Integer[nodes.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = nodes[i];
        }
        // Sorting is stable: equals keep their order.
        Arrays.sort(order, Comparator.comparingDouble((Integer node) -> -sizes[node]));
        for (int i = 0; i < order.length; i++) {
            nodes[i] = order[i];
        }
        return nodes;
    }

    /** Winds a tree up in the order of a walk through it, so that what belongs together stands together. */
    private void wind(int node) {
        int[] walk = new int[treeSizes[node]];
        int[] stack = new int[treeSizes[node]];
        int depth = 0;
        int count = 0;
        stack[depth++] = node;
        double widest = 0;
        while (depth > 0) {
            int current = stack[--depth];
            walk[count++] = current;
            widest = Math.max(widest, ownRadius(current));
            for (int i = forest.childCount(current) - 1; i >= 0; i--) {
                stack[depth++] = forest.child(current, i);
            }
        }
        Spiral spiral = new Spiral(count, widest);
        for (int i = 0; i < count; i++) {
            spiral.add(ownRadius(walk[i]));
        }
        boolean dense = filled[node] >= DENSE * square(spiral.reach());
        if (dense && spiral.reach() < radii[node]) {
            rearrange(walk, spiral.reach(), spiral::x, spiral::y);
        } else if (!dense) {
            pack(node, walk);
        }
    }

    /** Packs the nodes of a tree in rings, wherever in the tree they are. */
    private void pack(int top, int[] walk) {
        double[] sizes = new double[walk.length];
        int[] byNumber = new int[walk.length];
        for (int i = 0; i < walk.length; i++) {
            sizes[i] = ownRadius(walk[i]);
            byNumber[i] = i;
        }
        int[] order = largestFirst(byNumber, sizes);
        Rings rings = new Rings(Arrays.stream(order).mapToDouble(i -> sizes[i]).toArray());
        if (rings.reach() < radii[top]) {
            int[] place = new int[walk.length];
            for (int i = 0; i < order.length; i++) {
                place[order[i]] = i;
            }
            rearrange(walk, rings.reach(), i -> rings.x(place[i]), i -> rings.y(place[i]));
        }
    }

    private void rearrange(int[] walk, double radius, IntToDoubleFunction x, IntToDoubleFunction y) {
        radii[walk[0]] = radius;
        for (int i = 0; i < walk.length; i++) {
            nodeX[walk[i]] = x.applyAsDouble(i);
            nodeY[walk[i]] = y.applyAsDouble(i);
            wound[walk[i]] = i > 0;
        }
    }

    /**
     * Tells where each node of the disc of {@code top} stands.
     *
     * @param x the middle of the disc
     * @param y the middle of the disc
     */
    void place(int top, double x, double y, Positions positions) {
        int[] stack = new int[treeSizes[top]];
        double[] stackX = new double[treeSizes[top]];
        double[] stackY = new double[treeSizes[top]];
        stack[0] = top;
        stackX[0] = x;
        stackY[0] = y;
        int depth = 1;
        while (depth > 0) {
            int node = stack[--depth];
            double middleX = stackX[depth];
            double middleY = stackY[depth];
            positions.put(node, middleX + nodeX[node], middleY + nodeY[node]);
            for (int i = 0; i < forest.childCount(node); i++) {
                int child = forest.child(node, i);
                stack[depth] = child;
                stackX[depth] = middleX + (wound[child] ? 0 : discX[child]);
                stackY[depth] = middleY + (wound[child] ? 0 : discY[child]);
                depth++;
            }
        }
    }

    private static double square(double value) {
        return value * value;
    }
}
