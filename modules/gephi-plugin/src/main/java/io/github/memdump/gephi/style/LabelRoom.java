package io.github.memdump.gephi.style;

import org.gephi.graph.api.Node;

/** A part of the plane that is seen, and how high letters are in it, both in units of the coordinates. Immutable. */
final class LabelRoom {
    private final double letter;
    private final double middleX;
    private final double middleY;
    private final double halfWidth;
    private final double halfHeight;

    LabelRoom(double letter, double middleX, double middleY, double halfWidth, double halfHeight) {
        this.letter = letter;
        this.middleX = middleX;
        this.middleY = middleY;
        this.halfWidth = halfWidth;
        this.halfHeight = halfHeight;
    }

    /** Returns the room of a graph that is seen whole. */
    static LabelRoom of(Node[] nodes) {
        return new LabelRoom(LetterHeight.of(nodes), 0, 0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    double letter() {
        return letter;
    }

    boolean holds(Node node) {
        return Math.abs(node.x() - middleX) <= halfWidth && Math.abs(node.y() - middleY) <= halfHeight;
    }

    /** Returns whether labels that fit one room fit the other, to a tenth of a letter. */
    boolean isLike(LabelRoom other) {
        double slack = letter / 10;
        return other != null && Math.abs(letter - other.letter) < slack && Math.abs(middleX - other.middleX) < letter
            && Math.abs(middleY - other.middleY) < letter && Math.abs(halfWidth - other.halfWidth) < letter;
    }
}
