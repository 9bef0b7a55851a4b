package io.github.memdump.gephi.window;

import java.awt.Color;
import java.awt.Font;
import javax.swing.JEditorPane;
import javax.swing.UIManager;
import javax.swing.text.html.HTMLEditorKit;

/** Shows facts as HTML in the font and colours of the look and feel, light or dark. */
final class FactsPane extends JEditorPane {
    private static final long serialVersionUID = 1L;

    FactsPane() {
        setEditable(false);
        setEditorKit(new HTMLEditorKit());
        setOpaque(false);
        putClientProperty(JEditorPane.HONOR_DISPLAY_PROPERTIES, Boolean.TRUE);
    }

    void show(String facts) {
        setText("<html><head><style>" + style() + "</style></head><body>" + facts + "</body></html>");
        setCaretPosition(0);
    }

    private static String style() {
        Font font = UIManager.getFont("Label.font");
        Color ink = UIManager.getColor("Label.foreground");
        String family = font == null ? "SansSerif" : font.getFamily();
        int size = font == null ? 12 : font.getSize();
        Color colour = ink == null ? Color.BLACK : ink;
        return String.format("body {font-family: '%s'; font-size: %dpt; color: #%06x; margin: 4px 8px}"
            + " h3 {font-size: %dpt; margin: 2px 0 4px 0} h4 {font-size: %dpt; margin: 8px 0 2px 0}"
            + " p {margin: 2px 0} code {font-size: %dpt}", family, size, colour.getRGB() & 0xFFFFFF, size + 2, size,
            size - 1);
    }
}
