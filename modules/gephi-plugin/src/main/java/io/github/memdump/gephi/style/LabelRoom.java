package io.github.memdump.gephi.style;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import org.gephi.graph.api.Node;

/** A part of the plane that is seen, and how high letters are in it, both in units of the coordinates. Immutable. */
final class LabelRoom {
    /** Letters of bold fonts, on average, as parts of their height. */
    private static final double USUAL_WIDTH = 0.7;
    private static final FontRenderContext SMOOTH = new FontRenderContext(null, true, true);

    private final Font font;
    private final double letter;
    private final double middleX;
    private final double middleY;
    private final double halfWidth;
    private final double halfHeight;

    /** Makes a room in which letters of a font are so high; of no font they have the usual width. */
    LabelRoom(Font font, double letter, double middleX, double middleY, double halfWidth, double halfHeight) {
        this.font = font;
        this.letter = letter;
        this.middleX = middleX;
        this.middleY = middleY;
        this.halfWidth = halfWidth;
        this.halfHeight = halfHeight;
    }

    /** Returns the room of a graph that is seen whole. */
    static LabelRoom of(Node[] nodes) {
        return new LabelRoom(null, LetterHeight.of(nodes), 0, 0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    double letter() {
        return letter;
    }

    /** Returns how wide a text is. */
    double width(String text) {
        return letter * (font == null ? text.length() * USUAL_WIDTH
            : font.getStringBounds(text, SMOOTH).getWidth() / font.getSize2D());
    }

    boolean holds(Node node) {
        return Math.abs(node.x() - middleX) <= halfWidth && Math.abs(node.y() - middleY) <= halfHeight;
    }

    /** Returns whether a text that is so wide can be read whole in the middle of a node. */
    boolean holds(Node node, double width) {
        return holds(node) && Math.abs(node.x() - middleX) + width / 2 <= halfWidth;
    }

    /** Returns whether labels that fit one room fit the other, to a tenth of a letter. */
    boolean isLike(LabelRoom other) {
        double slack = letter / 10;
        return other != null && Math.abs(letter - other.letter) < slack && Math.abs(middleX - other.middleX) < letter
            && Math.abs(middleY - other.middleY) < letter && Math.abs(halfWidth - other.halfWidth) < letter;
    }
}
