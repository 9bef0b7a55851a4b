package io.github.memdump.gephi.window.dominators;

import java.awt.geom.Rectangle2D;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** The nodes of a tree as rectangles within a rectangle, as far down as they can be seen. Not changed once made. */
final class MapCells {
    /** How the rectangles are made. */
    enum Shape {
        /** What hangs on a node stands within it. */
        TREEMAP,
        /** What hangs on a node stands below it. */
        ICICLE
    }

    /** A node and its rectangle. Immutable. */
    static final class Cell {
        final int node;
        final int depth;
        final Rectangle2D.Double area;
        /** Whether others stand within it, so that only its head is its own. */
        boolean holds;

        Cell(int node, int depth, Rectangle2D.Double area) {
            this.node = node;
            this.depth = depth;
            this.area = area;
        }
    }

    private static final double HEAD = 15;
    private static final double BORDER = 2;
    private static final double SMALLEST = 4;
    private static final double LEAST_TO_DIVIDE = 26;
    private static final int MOST = 6_000;
    private static final int ROWS = 14;

    private final Branches branches;
    private final ToLongFunction<Integer> weight;
    private final Shape shape;
    private final double row;
    private final List<Cell> cells = new ArrayList<>();

    private MapCells(Branches branches, ToLongFunction<Integer> weight, Shape shape, double height) {
        this.branches = branches;
        this.weight = weight;
        this.shape = shape;
        this.row = Math.max(HEAD, height / ROWS);
    }

    /**
     * Lays out what hangs on a node; as much work as there are children of nodes that can be seen.
     *
     * @param weight what the areas, of icicles the widths, stand for
     */
    static MapCells of(Branches branches, int top, ToLongFunction<Integer> weight, Shape shape, double width,
        double height) {
        MapCells map = new MapCells(branches, weight, shape, height);
        map.layOut(new Cell(top, 0, new Rectangle2D.Double(0, 0, width, shape == Shape.ICICLE ? map.row : height)),
            height);
        return map;
    }

    private void layOut(Cell top, double height) {
        Deque<Cell> open = new ArrayDeque<>();
        open.add(top);
        while (!open.isEmpty() && cells.size() < MOST) {
            Cell cell = open.poll();
            cells.add(cell);
            List<Cell> within = shape == Shape.TREEMAP ? inside(cell) : below(cell, height);
            cell.holds = !within.isEmpty();
            open.addAll(within);
        }
        // What there is no room to draw by itself is drawn as what it hangs on: areas stay true.
    }

    private List<Cell> inside(Cell cell) {
        double width = cell.area.width - 2 * BORDER;
        double height = cell.area.height - HEAD - BORDER;
        if (cell.area.width < LEAST_TO_DIVIDE || height < SMALLEST || branches.childCount(cell.node) == 0) {
            return List.of();
        }
        int[] children = seen(cell.node, width * height / Math.max(1, weight.applyAsLong(cell.node)));
        double shown = 0;
        double[] weights = new double[children.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weight.applyAsLong(children[i]);
            shown += weights[i];
        }
        List<Cell> found = new ArrayList<>();
        if (weights.length > 0) {
            // The node's own bytes, and what is too small, leave the lower part free.
            double part = Math.min(1, shown / Math.max(1.0, weight.applyAsLong(cell.node)));
            double[][] parts = Squarified.of(weights, cell.area.x + BORDER, cell.area.y + HEAD, width, height * part);
            for (int i = 0; i < parts.length; i++) {
                found.add(new Cell(children[i], cell.depth + 1, new Rectangle2D.Double(parts[i][0], parts[i][1],
                    parts[i][2], parts[i][3])));
            }
        }
        return found;
    }

    /** Returns the children that have an area worth drawing, the largest first. */
    private int[] seen(int node, double areaPerWeight) {
        int[] children = branches.children(node).clone();
        Integer[] order = new Integer[children.length];
        int count = 0;
        for (int child : children) {
            if (weight.applyAsLong(child) * areaPerWeight >= SMALLEST * SMALLEST) {
                order[count++] = child;
            }
        }
        Integer[] kept = Arrays.copyOf(order, count);
        Arrays.sort(kept, (one, other) -> Long.compare(weight.applyAsLong(other), weight.applyAsLong(one)));
        return Arrays.stream(kept).mapToInt(Integer::intValue).toArray();
    }

    private List<Cell> below(Cell cell, double height) {
        double top = cell.area.y + row;
        long all = Math.max(1, weight.applyAsLong(cell.node));
        List<Cell> found = new ArrayList<>();
        if (top + row > height + 1 || branches.childCount(cell.node) == 0) {
            return found;
        }
        double x = cell.area.x;
        for (int child : seen(cell.node, cell.area.width * SMALLEST / all)) {
            double width = cell.area.width * weight.applyAsLong(child) / all;
            found.add(new Cell(child, cell.depth + 1, new Rectangle2D.Double(x, top, width, row)));
            x += width;
        }
        return found;
    }

    /** Returns the cells, each after the one that it hangs on. */
    List<Cell> all() {
        return Collections.unmodifiableList(cells);
    }

    /** Returns the innermost cell at a place. */
    Optional<Cell> at(double x, double y) {
        return Optional.ofNullable(innermost(x, y, Integer.MAX_VALUE));
    }

    /**
     * Returns the cell that an arrow key leads to: the next one in that direction, of what stands within others none
     * that is further in; from no cell, or from the top, the largest that hangs on the top. Empty where there is none.
     */
    Optional<Cell> beside(int node, int right, int down) {
        Cell from = cells.stream().filter(cell -> cell.node == node).findFirst().orElse(null);
        if (from == null || from == cells.get(0)) {
            return cells.stream().filter(cell -> cell.depth == 1).findFirst();
        }
        int deepest = shape == Shape.TREEMAP ? from.depth : Integer.MAX_VALUE;
        Rectangle2D.Double whole = cells.get(0).area;
        double height = cells.stream().mapToDouble(cell -> cell.area.getMaxY()).max().orElse(whole.height);
        double x = from.area.getCenterX() + right * from.area.width / 2;
        double y = from.area.getCenterY() + down * from.area.height / 2;
        while (whole.x <= x && x <= whole.getMaxX() && whole.y <= y && y <= height) {
            x += right;
            y += down;
            Cell found = innermost(x, y, deepest);
            if (found != null && found != from && !found.area.contains(from.area)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private Cell innermost(double x, double y, int deepest) {
        Cell found = null;
        for (Cell cell : cells) {
            found = cell.depth <= deepest && cell.area.contains(x, y) ? cell : found;
        }
        return found;
    }
}
