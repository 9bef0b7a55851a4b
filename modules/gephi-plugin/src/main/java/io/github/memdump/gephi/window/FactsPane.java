package io.github.memdump.gephi.window;

import java.awt.Color;
import java.awt.Font;
import java.util.function.Consumer;
import javax.swing.JEditorPane;
import javax.swing.UIManager;
import javax.swing.event.HyperlinkEvent;
import javax.swing.text.html.HTMLEditorKit;

/** Shows facts as HTML in the font and colours of the look and feel, light or dark. */
final class FactsPane extends JEditorPane {
    private static final long serialVersionUID = 1L;

    private static final int LINK = 0x2675BF;

    private transient Consumer<String> followed = link -> { };
    private transient String shown;

    FactsPane() {
        setEditable(false);
        setEditorKit(new HTMLEditorKit());
        setOpaque(false);
        addHyperlinkListener(event -> {
            if (event.getEventType() == HyperlinkEvent.EventType.ACTIVATED) {
                followed.accept(event.getDescription());
            }
        });
        putClientProperty(JEditorPane.HONOR_DISPLAY_PROPERTIES, Boolean.TRUE);
    }

    /** Sets what happens when a link is followed. */
    void onLink(Consumer<String> follower) {
        followed = follower;
    }

    void show(String facts) {
        if (facts.equals(shown)) {
            return;
        }
        shown = facts;

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
            + " p {margin: 2px 0} code {font-size: %dpt} a {color: #%06x}",
            family, size, colour.getRGB() & 0xFFFFFF, size + 2, size,
            size - 1, link().getRGB() & 0xFFFFFF);
    }

    private static Color link() {
        Color colour = UIManager.getColor("Component.linkColor");
        return colour == null ? new Color(LINK) : colour;
    }
}
