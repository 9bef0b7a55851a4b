package io.github.memdump.gephi.style;

import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.Node;
import org.gephi.preview.api.PreviewController;
import org.gephi.preview.api.PreviewProperties;
import org.gephi.preview.api.PreviewProperty;
import org.gephi.preview.types.DependantColor;
import org.gephi.preview.types.DependantOriginalColor;
import org.gephi.preview.types.EdgeColor;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/**
 * How Gephi's Preview draws a heap, and with it PDF, SVG and PNG: straight, thin, pale edges with small arrows, nodes
 * without borders, labels of one legible size with a pale outline. Everything can be changed there afterwards.
 */
public final class PreviewLook {
    private static final Logger LOG = Logger.getLogger(PreviewLook.class.getName());
    private static final String WINDOW = "org.gephi.desktop.preview.api.PreviewUIController";
    private static final Color LETTERS = new Color(0x1B2A41);
    private static final float LETTERS_PER_EDGE = 36;
    private static final float EDGE_OPACITY = 100;
    private static final float MARGIN = 4;
    /** What Gephi 0.11 asks for, lest it take the Graph window's font, borders of its own and labels by a grid. */
    private static final Map<String, Boolean> NEWER = Map.of("node.label.customFont", true,
        "node.border.fixed", true, "node.label.avoidOverlap", false);

    private PreviewLook() {
    }

    /** Sets how a workspace is drawn; does nothing where Gephi has no Preview. One pass over the nodes. */
    public static void apply(Workspace workspace) {
        PreviewController preview = Lookup.getDefault().lookup(PreviewController.class);
        if (preview == null) {
            return;
        }
        awakeWindow();
        Node[] nodes = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace).getGraph()
            .getNodes().toArray();
        double letter = LetterHeight.of(nodes);
        PreviewProperties look = preview.getModel(workspace).getProperties();
        NEWER.forEach((property, value) -> {
            if (look.hasProperty(property)) {
                look.putValue(property, value);
            }
        });
        look.putValue(PreviewProperty.NODE_BORDER_WIDTH, 0f);
        look.putValue(PreviewProperty.EDGE_CURVED, false);
        look.putValue(PreviewProperty.EDGE_THICKNESS, thickness(letter));
        look.putValue(PreviewProperty.EDGE_RESCALE_WEIGHT, true);
        look.putValue(PreviewProperty.EDGE_RESCALE_WEIGHT_MIN, 1f);
        look.putValue(PreviewProperty.EDGE_RESCALE_WEIGHT_MAX, 3f);
        look.putValue(PreviewProperty.EDGE_COLOR, new EdgeColor(EdgeColor.Mode.ORIGINAL));
        look.putValue(PreviewProperty.EDGE_OPACITY, EDGE_OPACITY);
        look.putValue(PreviewProperty.EDGE_RADIUS, 0f);
        look.putValue(PreviewProperty.ARROW_SIZE, Math.max(1f, smallest(nodes)));
        look.putValue(PreviewProperty.SHOW_NODE_LABELS, true);
        look.putValue(PreviewProperty.NODE_LABEL_PROPORTIONAL_SIZE, false);
        look.putValue(PreviewProperty.NODE_LABEL_FONT, font(letter));
        look.putValue(PreviewProperty.NODE_LABEL_COLOR, new DependantOriginalColor(LETTERS));
        look.putValue(PreviewProperty.NODE_LABEL_OUTLINE_SIZE, (float) letter / 5);
        look.putValue(PreviewProperty.NODE_LABEL_OUTLINE_COLOR, new DependantColor(Color.WHITE));
        look.putValue(PreviewProperty.NODE_LABEL_OUTLINE_OPACITY, 80f);
        look.putValue(PreviewProperty.SHOW_EDGE_LABELS, false);
        look.putValue(PreviewProperty.MARGIN, MARGIN);
    }

    /**
     * Makes up for the factors by which Preview multiplies what edges and letters measure, where the Graph window has
     * such. One pass over the nodes.
     */
    public static void divide(Workspace workspace, float edges, float letters) {
        PreviewController preview = Lookup.getDefault().lookup(PreviewController.class);
        if (preview != null && (edges != 1 || letters != 1)) {
            double letter = LetterHeight.of(Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace)
                .getGraph().getNodes().toArray());
            PreviewProperties look = preview.getModel(workspace).getProperties();
            look.putValue(PreviewProperty.EDGE_THICKNESS, thickness(letter) / edges);
            look.putValue(PreviewProperty.NODE_LABEL_FONT, font(letter / letters));
        }
    }

    private static float thickness(double letter) {
        return (float) Math.max(0.1, letter / LETTERS_PER_EDGE);
    }

    private static Font font(double letter) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, (int) Math.round(letter));
    }

    /** The Preview window would set all back to its defaults when it is opened first; it does so when asked for too. */
    private static void awakeWindow() {
        try {
            Class<?> window = Class.forName(WINDOW, true, Lookup.getDefault().lookup(ClassLoader.class));
            Lookup.getDefault().lookup(window);
        } catch (ClassNotFoundException | LinkageError absent) {
            LOG.log(Level.FINE, "there is no Preview window", absent);
        }
    }

    private static float smallest(Node[] nodes) {
        return (float) Arrays.stream(nodes).mapToDouble(Node::size).min().orElse(1);
    }
}
