package io.github.memdump.cli.report.picture;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;

/** Draws as an image. Letters are drawn as shapes, so that neither a display nor an installed font is asked for. */
final class ImageCanvas implements Canvas, AutoCloseable {
    private final BufferedImage image;
    private final Graphics2D graphics;
    private final Letters letters;
    private Ink lineInk;
    private Path2D lines;

    /** Begins a white image of so many pixels per point. */
    ImageCanvas(double width, double height, double scale, Letters letters) {
        this.letters = letters;
        this.image = new BufferedImage((int) Math.ceil(width * scale), (int) Math.ceil(height * scale),
            BufferedImage.TYPE_INT_RGB);
        this.graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(scale, scale);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    @Override
    public void beginLines(Ink ink) {
        lineInk = ink;
        lines = new Path2D.Double();
    }

    @Override
    public void line(double fromX, double fromY, double toX, double toY) {
        lines.moveTo(fromX, fromY);
        lines.lineTo(toX, toY);
    }

    @Override
    public void elbow(double fromX, double fromY, double bendX, double toX, double toY) {
        double round = Math.min(6, Math.abs(toY - fromY) / 2) * Math.signum(toY - fromY);
        double turn = Math.abs(round);
        lines.moveTo(fromX, fromY);
        lines.lineTo(bendX - turn, fromY);
        lines.quadTo(bendX, fromY, bendX, fromY + round);
        lines.lineTo(bendX, toY - round);
        lines.quadTo(bendX, toY, bendX + turn, toY);
        lines.lineTo(toX, toY);
    }

    @Override
    public void endLines() {
        use(lineInk);
        float[] dashes = lineInk == Ink.PASSED_OVER ? new float[] {2, 4} : null;
        graphics.setStroke(new BasicStroke(lineInk.width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0));
        graphics.draw(lines);
    }

    @Override
    public void circle(Ink ink, double x, double y, double radius, String hint) {
        use(ink);
        graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    @Override
    public void text(Ink ink, double x, double y, double height, String text) throws IOException {
        use(ink);
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.scale(height, -height);
        graphics.fill(place.createTransformedShape(letters.outline(text)));
    }

    private void use(Ink ink) {
        graphics.setColor(new Color(ink.onWhite));
        graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, ink.opacity));
    }

    BufferedImage image() {
        return image;
    }

    @Override
    public void close() {
        graphics.dispose();
    }
}
