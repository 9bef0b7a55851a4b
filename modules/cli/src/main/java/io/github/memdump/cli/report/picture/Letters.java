package io.github.memdump.cli.report.picture;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The typeface of pictures, Liberation Sans as it comes with PDFBox: the same on every machine, whatever fonts it has,
 * and as wide as Arial and Helvetica. Not thread-safe.
 */
final class Letters {
    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final char UNKNOWN = '?';

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final Map<Integer, Float> widths = new HashMap<>();

    private Letters(TrueTypeFont font) throws IOException {
        this.font = font;
        this.glyphs = font.getUnicodeCmapLookup();
    }

    /** Reads the typeface. */
    static Letters read() throws IOException {
        // The parser reads it all and closes the stream.
        return new Letters(new TTFParser(true).parse(open()));
    }

    static InputStream open() throws IOException {
        InputStream stream = PDDocument.class.getResourceAsStream(FILE);
        if (stream == null) {
            throw new IOException("The typeface of pictures, " + FILE + ", is missing from the class path.");
        }
        return stream;
    }

    /** Returns the text with what the typeface cannot write, and control characters, as question marks. */
    String writable(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c >= ' ' && glyphs.getGlyphId(c) > 0) {
                result.appendCodePoint(c);
            } else {
                result.append(UNKNOWN);
            }
        });
        return result.toString();
    }

    /** Returns how wide a text is in letters of height 1. */
    double width(String text) {
        return text.codePoints().mapToDouble(this::width).sum();
    }

    private float width(int character) {
        return widths.computeIfAbsent(character, c -> {
            try {
                return font.getAdvanceWidth(glyphs.getGlyphId(c)) / (float) font.getUnitsPerEm();
            } catch (IOException unread) {
                return 0.6f;
            }
        });
    }

    /** Returns the text, cut in its middle if need be so that it is at most so wide in letters of height 1. */
    String fitted(String text, double most) {
        if (width(text) <= most) {
            return text;
        }
        int[] c = text.codePoints().toArray();
        int kept = c.length - 1;
        while (kept > 2) {
            kept--;
            int head = kept / 2;
            String cut = new String(c, 0, head) + "…" + new String(c, c.length - (kept - head), kept - head);
            if (width(cut) <= most) {
                return cut;
            }
        }
        return "…";
    }

    /** Returns the text in lines that are at most so wide in letters of height 1, unless one word is wider. */
    List<String> wrapped(String text, double most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > 0 && width(line + " " + word) > most) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        if (line.length() > 0) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** Returns the shapes of a text that begins at the origin, in letters of height 1, y upwards. */
    Shape outline(String text) throws IOException {
        Path2D shapes = new Path2D.Double();
        double scale = 1.0 / font.getUnitsPerEm();
        double x = 0;
        for (int c : text.codePoints().toArray()) {
            GlyphData glyph = font.getGlyph().getGlyph(glyphs.getGlyphId(c));
            if (glyph != null) {
                AffineTransform place = AffineTransform.getTranslateInstance(x, 0);
                place.scale(scale, scale);
                shapes.append(place.createTransformedShape(glyph.getPath()), false);
            }
            x += width(c);
        }
        return shapes;
    }
}
