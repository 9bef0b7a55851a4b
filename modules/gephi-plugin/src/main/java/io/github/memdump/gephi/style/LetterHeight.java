package io.github.memdump.gephi.style;

import org.gephi.graph.api.Node;

/** How high letters are beside a graph that fills its window or page: the same as views are laid out for. */
final class LetterHeight {
    private static final double LETTERS_ACROSS = 100;
    private static final double LETTERS_DOWN = 76;
    private static final double LEAST = 4;

    private LetterHeight() {
    }

    /** Returns the height in the units of the coordinates. */
    static double of(Node[] nodes) {
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = Double.MAX_VALUE;
        double top = -Double.MAX_VALUE;
        for (Node node : nodes) {
            double radius = node.size();
            left = Math.min(left, node.x() - radius);
            right = Math.max(right, node.x() + radius);
            bottom = Math.min(bottom, node.y() - radius);
            top = Math.max(top, node.y() + radius);
        }
        return nodes.length == 0 ? LEAST
            : Math.max(LEAST, Math.max((right - left) / LETTERS_ACROSS, (top - bottom) / LETTERS_DOWN));
    }
}
