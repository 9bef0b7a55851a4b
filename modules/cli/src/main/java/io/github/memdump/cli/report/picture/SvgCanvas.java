package io.github.memdump.cli.report.picture;

import io.github.memdump.text.XmlText;
import java.util.Locale;

/** Draws as SVG whose colours come from a style sheet; see {@link #styles}. */
final class SvgCanvas implements Canvas {
    private final StringBuilder out = new StringBuilder(1 << 16);
    private final double width;
    private final double height;
    private final Letters letters;
    private Ink openGroup;

    /** Begins; texts are as wide as the letters say, whatever typeface is at hand. */
    SvgCanvas(double width, double height, Letters letters) {
        this.width = width;
        this.height = height;
        this.letters = letters;
    }

    /** Returns the rules for the inks on a light ground, or on a dark one. */
    static String styles(boolean dark) {
        StringBuilder css = new StringBuilder();
        for (Ink ink : Ink.values()) {
            String colour = String.format(Locale.ROOT, "#%06x", dark ? ink.onBlack : ink.onWhite);
            css.append('.').append(ink.id()).append('{');
            if (ink.width > 0) {
                css.append("fill:none;stroke:").append(colour).append(";stroke-width:").append(ink.width)
                    .append(";opacity:").append(ink.opacity);
                css.append(ink == Ink.PASSED_OVER ? ";stroke-dasharray:2 4" : "");
            } else {
                css.append("fill:").append(colour);
            }
            css.append("}\n");
        }
        return css.toString();
    }

    @Override
    public void beginLines(Ink ink) {
        closeGroup();
        // A group of two is drawn as a whole before its opacity is applied; thin lines alone would add up.
        out.append("<g class=\"").append(ink.id()).append("\"><path d=\"M0 0\"/><path d=\"");
    }

    @Override
    public void line(double fromX, double fromY, double toX, double toY) {
        out.append('M').append(number(fromX)).append(' ').append(number(fromY))
            .append('L').append(number(toX)).append(' ').append(number(toY));
    }

    @Override
    public void elbow(double fromX, double fromY, double bendX, double toX, double toY) {
        double round = Math.min(6, Math.abs(toY - fromY) / 2) * Math.signum(toY - fromY);
        double turn = Math.abs(round);
        out.append('M').append(number(fromX)).append(' ').append(number(fromY))
            .append('H').append(number(bendX - turn))
            .append('Q').append(number(bendX)).append(' ').append(number(fromY)).append(' ')
            .append(number(bendX)).append(' ').append(number(fromY + round))
            .append('V').append(number(toY - round))
            .append('Q').append(number(bendX)).append(' ').append(number(toY)).append(' ')
            .append(number(bendX + turn)).append(' ').append(number(toY))
            .append('H').append(number(toX));
    }

    @Override
    public void endLines() {
        out.append("\"/></g>\n");
    }

    @Override
    public void circle(Ink ink, double x, double y, double radius, String hint) {
        openGroup(ink);
        out.append("<circle cx=\"").append(number(x)).append("\" cy=\"").append(number(y)).append("\" r=\"")
            .append(number(radius));
        if (hint.isEmpty()) {
            out.append("\"/>\n");
        } else {
            out.append("\"><title>").append(XmlText.escaped(hint)).append("</title></circle>\n");
        }
    }

    @Override
    public void text(Ink ink, double x, double y, double letterHeight, String text) {
        closeGroup();
        out.append("<text class=\"").append(ink.id()).append("\" x=\"").append(number(x)).append("\" y=\"")
            .append(number(y)).append("\" font-size=\"").append(number(letterHeight))
            .append("\" textLength=\"").append(number(letters.width(text) * letterHeight))
            .append("\" lengthAdjust=\"spacingAndGlyphs\">")
            .append(XmlText.escaped(text)).append("</text>\n");
    }

    private void openGroup(Ink ink) {
        if (openGroup != ink) {
            closeGroup();
            out.append("<g class=\"").append(ink.id()).append("\">\n");
            openGroup = ink;
        }
    }

    private void closeGroup() {
        if (openGroup != null) {
            out.append("</g>\n");
            openGroup = null;
        }
    }

    /** Returns the whole as an element to be set into a page. */
    String element(String description) {
        closeGroup();
        return "<svg class=\"picture\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + number(width) + " "
            + number(height) + "\" role=\"img\" aria-label=\"" + XmlText.escaped(description)
            + "\" font-family=\"'Liberation Sans', Arial, Helvetica, sans-serif\">\n" + out + "</svg>\n";
    }

    private static String number(double value) {
        long tenths = Math.round(value * 10);
        String whole = Long.toString(tenths / 10);
        long rest = Math.abs(tenths % 10);
        return (tenths < 0 && tenths > -10 ? "-0" : whole) + (rest == 0 ? "" : "." + rest);
    }
}
