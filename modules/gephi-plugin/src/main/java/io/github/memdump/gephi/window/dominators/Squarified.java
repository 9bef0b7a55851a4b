package io.github.memdump.gephi.window.dominators;

/**
 * Divides a rectangle among weights so that the parts are as square as they can be (Bruls, Huizing, van Wijk 2000,
 * "Squarified treemaps"): rows along the shorter side, each as long as its worst part gets better. Linear time.
 */
final class Squarified {
    private final double[] weights;
    private final double[][] parts;
    private double x;
    private double y;
    private double width;
    private double height;

    private Squarified(double[] weights, double x, double y, double width, double height) {
        this.weights = weights;
        this.parts = new double[weights.length][];
        this.x = x;
        this.y = y;
        this.width = width;
        this.height = height;
    }

    /**
     * Returns a rectangle {x, y, width, height} for each weight, its area in proportion to the weight.
     *
     * @param weights above 0, the largest first
     */
    static double[][] of(double[] weights, double x, double y, double width, double height) {
        Squarified layout = new Squarified(weights, x, y, width, height);
        layout.divide();
        return layout.parts;
    }

    private void divide() {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double perWeight = width * height / sum;
        int first = 0;
        while (first < weights.length) {
            int end = endOfRow(first, perWeight);
            place(first, end, perWeight);
            first = end;
        }
    }

    private int endOfRow(int first, double perWeight) {
        double side = Math.min(width, height);
        double area = weights[first] * perWeight;
        double worst = worst(area, area, area, side);
        int end = first + 1;
        while (end < weights.length) {
            double more = area + weights[end] * perWeight;
            double next = worst(more, weights[first] * perWeight, weights[end] * perWeight, side);
            if (next > worst) {
                break;
            }
            area = more;
            worst = next;
            end++;
        }
        return end;
    }

    /** Returns the worst aspect ratio of a row of this area along a side. */
    private static double worst(double area, double largest, double smallest, double side) {
        double square = side * side;
        return Math.max(square * largest / (area * area), area * area / (square * smallest));
    }

    private void place(int first, int end, double perWeight) {
        double area = 0;
        for (int i = first; i < end; i++) {
            area += weights[i] * perWeight;
        }
        boolean upright = width >= height;
        double thick = area / (upright ? height : width);
        double along = upright ? y : x;
        for (int i = first; i < end; i++) {
            double length = weights[i] * perWeight / thick;
            parts[i] = upright ? new double[] {x, along, thick, length} : new double[] {along, y, length, thick};
            along += length;
        }
        if (upright) {
            x += thick;
            width = Math.max(0, width - thick);
        } else {
            y += thick;
            height = Math.max(0, height - thick);
        }
    }
}
