package io.github.memdump.cli.report.picture;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;

/** Draws as one page of a PDF with its typeface in it. */
final class PdfCanvas implements Canvas, AutoCloseable {
    /** How far the handles of a curve reach that stands for a quarter of a circle. */
    private static final double ROUND = 0.5523;

    private final PDDocument document = new PDDocument();
    private final PDPageContentStream out;
    private final PDFont font;
    private final double height;
    private final Map<Ink, PDExtendedGraphicsState> opacities = new EnumMap<>(Ink.class);
    private Ink fill;

    PdfCanvas(double width, double height) throws IOException {
        this.height = height;
        PDPage page = new PDPage(new PDRectangle((float) width, (float) height));
        document.addPage(page);
        document.setDocumentId(1L);
        font = PDType0Font.load(document, Letters.open(), true);
        out = new PDPageContentStream(document, page);
        out.setNonStrokingColor(1f, 1f, 1f);
        out.addRect(0, 0, (float) width, (float) height);
        out.fill();
    }

    @Override
    public void beginLines(Ink ink) throws IOException {
        out.setGraphicsStateParameters(opacity(ink));
        out.setStrokingColor(part(ink, 16), part(ink, 8), part(ink, 0));
        out.setLineWidth(ink.width);
        out.setLineDashPattern(ink == Ink.PASSED_OVER ? new float[] {2, 4} : new float[0], 0);
        fill = null;
    }

    @Override
    public void line(double fromX, double fromY, double toX, double toY) throws IOException {
        moveTo(fromX, fromY);
        lineTo(toX, toY);
    }

    @Override
    public void elbow(double fromX, double fromY, double bendX, double toX, double toY) throws IOException {
        double round = Math.min(6, Math.abs(toY - fromY) / 2) * Math.signum(toY - fromY);
        double turn = Math.abs(round);
        moveTo(fromX, fromY);
        lineTo(bendX - turn, fromY);
        curve(bendX - turn * (1 - ROUND), fromY, bendX, fromY + round * (1 - ROUND), bendX, fromY + round);
        lineTo(bendX, toY - round);
        curve(bendX, toY - round * (1 - ROUND), bendX + turn * (1 - ROUND), toY, bendX + turn, toY);
        lineTo(toX, toY);
    }

    @Override
    public void endLines() throws IOException {
        out.stroke();
    }

    @Override
    public void circle(Ink ink, double x, double y, double radius, String hint) throws IOException {
        fill(ink);
        double handle = radius * ROUND;
        moveTo(x + radius, y);
        curve(x + radius, y + handle, x + handle, y + radius, x, y + radius);
        curve(x - handle, y + radius, x - radius, y + handle, x - radius, y);
        curve(x - radius, y - handle, x - handle, y - radius, x, y - radius);
        curve(x + handle, y - radius, x + radius, y - handle, x + radius, y);
        out.fill();
    }

    @Override
    public void text(Ink ink, double x, double y, double letterHeight, String text) throws IOException {
        fill(ink);
        out.beginText();
        out.setFont(font, (float) letterHeight);
        out.newLineAtOffset((float) x, (float) (height - y));
        out.showText(text);
        out.endText();
    }

    private void fill(Ink ink) throws IOException {
        if (fill != ink) {
            fill = ink;
            out.setGraphicsStateParameters(opacity(ink));
            out.setNonStrokingColor(part(ink, 16), part(ink, 8), part(ink, 0));
        }
    }

    private PDExtendedGraphicsState opacity(Ink ink) {
        return opacities.computeIfAbsent(ink, any -> {
            PDExtendedGraphicsState state = new PDExtendedGraphicsState();
            state.setStrokingAlphaConstant(ink.opacity);
            state.setNonStrokingAlphaConstant(ink.opacity);
            return state;
        });
    }

    private static float part(Ink ink, int shift) {
        return (ink.onWhite >> shift & 0xFF) / 255f;
    }

    private void moveTo(double x, double y) throws IOException {
        out.moveTo((float) x, (float) (height - y));
    }

    private void lineTo(double x, double y) throws IOException {
        out.lineTo((float) x, (float) (height - y));
    }

    private void curve(double x1, double y1, double x2, double y2, double x, double y) throws IOException {
        out.curveTo((float) x1, (float) (height - y1), (float) x2, (float) (height - y2), (float) x,
            (float) (height - y));
    }

    /** Writes the page as a PDF file and ends the drawing. */
    void save(OutputStream target) throws IOException {
        out.close();
        document.save(target);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
