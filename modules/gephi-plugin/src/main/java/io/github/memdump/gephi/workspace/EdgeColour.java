package io.github.memdump.gephi.workspace;

import io.github.memdump.gephi.canvas.GraphCanvas;
import io.github.memdump.gephi.swing.RoleColour;
import io.github.memdump.view.Sketch;
import io.github.memdump.view.View;
import io.github.memdump.view.ViewEdge;
import java.awt.Color;
import javax.swing.UIManager;

/**
 * The colours of edges, by the part they play: paths stand out on white and on black, what the tree is made of is a
 * shade of what holds it, all else is pale. Each edge has one, since Preview draws those without one in black.
 */
final class EdgeColour {
    private static final Color PATH = new Color(0x4A86C0);
    private static final Color BETWEEN_GROUPS = new Color(0xA9B3C4);
    private static final Color BESIDE = new Color(0x80, 0x8C, 0xA0, 48);
    private static final int SHADE = 150;
    /** Asked once: it is one and the same Gephi for each of many thousand edges. */
    private static final boolean BLENDS = GraphCanvas.blends();
    private static final boolean DARK = UIManager.getBoolean("nb.dark.theme");
    /** What Gephi 0.11 draws on in its dark look. */
    private static final Color DARK_PAPER = new Color(52, 55, 57);
    /** On black a few pale edges have to be brighter to be seen; many fill what they cross, labels and all. */
    private static final int MOST_ON_BLACK = 110;
    private static final int LEAST_ON_BLACK = 36;
    private static final int EDGES_ON_BLACK = 400_000;

    private EdgeColour() {
    }

    /** Returns the colour of an edge of a view, as this Gephi can draw it. */
    static Color of(View view, ViewEdge edge) {
        return BLENDS ? wished(view, edge, DARK) : on(DARK ? DARK_PAPER : Color.WHITE, wished(view, edge, false));
    }

    /** Returns what a translucent colour looks like on paper of another. */
    static Color on(Color paper, Color ink) {
        return new Color(mixed(paper.getRed(), ink.getRed(), ink), mixed(paper.getGreen(), ink.getGreen(), ink),
            mixed(paper.getBlue(), ink.getBlue(), ink));
    }

    private static int mixed(int paper, int part, Color ink) {
        return paper + Math.round((part - paper) * ink.getAlpha() / 255f);
    }

    private static Color wished(View view, ViewEdge edge, boolean black) {
        int parent = view.sketch().parent(edge.target());
        if (parent == edge.source() && view.sketch().onTrunk(edge.target())) {
            return PATH;
        }
        if (view.recipe().subject().isOfGroups()) {
            return black ? translucent(BETWEEN_GROUPS, MOST_ON_BLACK) : BETWEEN_GROUPS;
        }
        if (parent != edge.source() && parent != Sketch.NO_PARENT) {
            return black ? translucent(BESIDE, onBlack(view.edges().size())) : BESIDE;
        }
        return translucent(RoleColour.of(view.nodes().get(edge.source()).rgb()),
            black ? onBlack(view.edges().size()) : SHADE);
    }

    /** Returns how opaque an edge of so many is on black, of 255. */
    static int onBlack(int edges) {
        return Math.max(LEAST_ON_BLACK, Math.min(MOST_ON_BLACK, EDGES_ON_BLACK / Math.max(1, edges)));
    }

    private static Color translucent(Color ink, int alpha) {
        return new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), alpha);
    }
}
