package io.github.memdump.gephi.layout;

import io.github.memdump.view.layout.TreeShape;

/** How a heap tree is laid out. Immutable. */
final class TreeOptions {
    /** From the top down, with some space, the largest first, as the heap says. */
    static final TreeOptions DEFAULT = new TreeOptions(TreeShape.LAYERED, 6, TreeOrder.RETAINED, true);

    private final TreeShape shape;
    private final double spacing;
    private final TreeOrder order;
    private final boolean fromHeap;

    private TreeOptions(TreeShape shape, double spacing, TreeOrder order, boolean fromHeap) {
        this.shape = shape;
        this.spacing = spacing;
        this.order = order;
        this.fromHeap = fromHeap;
    }

    TreeOptions shaped(TreeShape other) {
        return new TreeOptions(other, spacing, order, fromHeap);
    }

    TreeOptions spaced(double other) {
        return new TreeOptions(shape, other, order, fromHeap);
    }

    TreeOptions ordered(TreeOrder other) {
        return new TreeOptions(shape, spacing, other, fromHeap);
    }

    /** Returns the same for the visible graph alone. */
    TreeOptions ofVisibleGraph() {
        return new TreeOptions(shape, spacing, order, false);
    }

    TreeShape shape() {
        return shape;
    }

    /** Returns the least space between two nodes. */
    double spacing() {
        return spacing;
    }

    TreeOrder order() {
        return order;
    }

    /** Returns whether the heap behind the workspace says what holds what. */
    boolean fromHeap() {
        return fromHeap;
    }
}
