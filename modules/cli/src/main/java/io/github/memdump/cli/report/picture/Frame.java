package io.github.memdump.cli.report.picture;

import io.github.memdump.view.Sketch;
import io.github.memdump.view.View;
import io.github.memdump.view.ViewFan;
import io.github.memdump.view.ViewNode;

/** Where the coordinates of a view come to lie in a picture: points from the upper left corner, y downwards. */
final class Frame {
    /** Letter height of the trunk's labels in points. */
    static final double LETTERS = 12;
    static final double MARGIN = 24;
    private static final double CAPTION_GAP = 10;

    private final double scale;
    private final double left;
    private final double top;
    private final double width;
    private final double height;
    private final double above;

    /** Frames a view; {@code labels} and {@code captions} are the widths of the texts by node and disc, in points. */
    Frame(View view, double[] labels, double[] captions, double above) {
        Sketch sketch = view.sketch();
        this.scale = LETTERS / sketch.letterHeight();
        this.above = above;
        double minX = Double.MAX_VALUE;
        double maxX = -Double.MAX_VALUE;
        double minY = Double.MAX_VALUE;
        double maxY = -Double.MAX_VALUE;
        for (int i = 0; i < labels.length; i++) {
            ViewNode node = view.nodes().get(i);
            double radius = Math.max(node.size() * scale / 2, sketch.onTrunk(i) ? LETTERS * 1.4 : 0);
            minX = Math.min(minX, node.x() * scale - Math.max(radius, labels[i]));
            maxX = Math.max(maxX, node.x() * scale + radius);
            minY = Math.min(minY, -node.y() * scale - radius);
            maxY = Math.max(maxY, -node.y() * scale + radius);
        }
        for (int f = 0; f < captions.length; f++) {
            ViewFan fan = sketch.fans().get(f);
            double radius = Math.max(fan.radius() * scale, LETTERS * 1.4);
            maxX = Math.max(maxX, (fan.x() + fan.radius()) * scale + CAPTION_GAP + captions[f]);
            minY = Math.min(minY, -fan.y() * scale - radius);
            maxY = Math.max(maxY, -fan.y() * scale + radius);
        }
        this.left = view.nodes().isEmpty() ? 0 : minX;
        this.top = view.nodes().isEmpty() ? 0 : minY;
        this.width = view.nodes().isEmpty() ? 0 : maxX - minX;
        this.height = view.nodes().isEmpty() ? 0 : maxY - minY;
    }

    double x(double x) {
        return x * scale - left + MARGIN;
    }

    double y(double y) {
        return -y * scale - top + above;
    }

    double length(double length) {
        return length * scale;
    }

    /** Returns where a caption beside a disc begins. */
    double captionX(ViewFan fan) {
        return x(fan.x() + fan.radius()) + CAPTION_GAP;
    }

    /** Returns the width of what is framed, with the margins. */
    double width() {
        return width + 2 * MARGIN;
    }

    /** Returns the lower end of what is framed. */
    double bottom() {
        return above + height;
    }
}
