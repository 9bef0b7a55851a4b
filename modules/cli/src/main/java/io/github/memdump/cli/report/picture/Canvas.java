package io.github.memdump.cli.report.picture;

import java.io.IOException;

/**
 * What a picture is drawn on: points from the upper left corner, y downwards. Text is written from left to right in one
 * typeface. Not thread-safe.
 */
interface Canvas {
    /** Begins lines that are drawn as one, so that their opacity does not add up where they cross. */
    void beginLines(Ink ink) throws IOException;

    /** Adds a straight line. */
    void line(double fromX, double fromY, double toX, double toY) throws IOException;

    /** Adds a line that leaves to the right, goes up or down at {@code bendX}, and arrives from the left. */
    void elbow(double fromX, double fromY, double bendX, double toX, double toY) throws IOException;

    /** Draws the lines begun. */
    void endLines() throws IOException;

    /** Draws a filled circle; {@code hint} is what may be shown of it on demand, empty for nothing. */
    void circle(Ink ink, double x, double y, double radius, String hint) throws IOException;

    /**
     * Writes text on a base line.
     *
     * @param x      where it begins
     * @param height the height of the letters, as font sizes are told
     */
    void text(Ink ink, double x, double y, double height, String text) throws IOException;
}
