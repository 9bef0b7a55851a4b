package io.github.memdump.cli.report.picture;

import io.github.memdump.view.View;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes the picture of a view in several formats. No display and no installed font is needed. Not thread-safe. */
public final class Pictures {
    /** Pixels per point: as sharp as a large screen shows. */
    private static final float SHARP = 2;
    private static final double MOST_PIXELS = 40e6;

    private final View view;
    private final PictureText words;
    private final Letters letters;

    /** Prepares the picture of a view. */
    public Pictures(View view, PictureText words) throws IOException {
        this.view = view;
        this.words = words;
        this.letters = Letters.read();
    }

    /**
     * Returns the picture as an SVG element without title, notes and colours of its own; see {@link #styles}.
     *
     * @param description what a screen reader says
     * @param hints       what is shown of an object when one points at it, empty for nothing
     */
    public String svg(String description, IntFunction<String> hints) throws IOException {
        Picture picture = new Picture(view, words.legendOnly(), letters, hints);
        SvgCanvas canvas = new SvgCanvas(picture.width(), picture.height(), letters);
        picture.draw(canvas);
        return canvas.element(description);
    }

    /** Returns the style rules of the SVG element for a light or a dark page. */
    public static String styles(boolean dark) {
        return SvgCanvas.styles(dark);
    }

    /** Writes the picture as a PDF of one page. */
    public void writePdf(Path target) throws IOException {
        Picture picture = new Picture(view, words, letters, object -> "");
        try (PdfCanvas canvas = new PdfCanvas(picture.width(), picture.height());
            OutputStream out = Files.newOutputStream(target)) {
            picture.draw(canvas);
            canvas.save(out);
        }
        WholeFile.requirePdf(target);
    }

    /** Writes the picture as a PNG. */
    public void writePng(Path target) throws IOException {
        Picture picture = new Picture(view, words, letters, object -> "");
        double scale = Math.min(SHARP, Math.sqrt(MOST_PIXELS / (picture.width() * picture.height())));
        try (ImageCanvas canvas = new ImageCanvas(picture.width(), picture.height(), scale, letters);
            OutputStream out = Files.newOutputStream(target);
            ImageOutputStream encoded = new MemoryCacheImageOutputStream(out)) {
            picture.draw(canvas);
            if (!ImageIO.write(canvas.image(), "png", encoded)) {
                throw new IOException("This Java cannot write PNG files.");
            }
        }
        WholeFile.requirePng(target);
    }
}
