package io.github.memdump.gephi.style;

import io.github.memdump.task.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.openide.util.NbBundle;

/**
 * Labels the nodes that matter: the largest first, each only if its text stands clear of those already written, in
 * letters as high as suit a graph that fills the window. A label tells how many nodes of the same text went without
 * because they stand too near. Rests keep their labels.
 */
public final class NodeLabels {
    private static final int MOST = 80;
    private static final double LETTER_WIDTH = 0.7;
    private static final double LINE = 1.5;
    /** Room for the number of nodes that a label speaks for. */
    private static final int NUMBER = 5;

    private final double letter;
    private final List<Written> written = new ArrayList<>();

    private NodeLabels(double letter) {
        this.letter = letter;
    }

    /** Labels the visible graph of a workspace; returns how many labels were written. */
    public static int apply(GraphModel model, LabelText text, Task task) {
        Node[] nodes = model.getGraphVisible().getNodes().toArray();
        task.phase(NbBundle.getMessage(NodeLabels.class, "style.work"), nodes.length);
        // Rests first: their labels stay, so their room is taken. Equals keep one order by their ids.
        Arrays.sort(nodes, Comparator.comparing((Node node) -> !Attributes.isRest(node))
            .thenComparingDouble(node -> -node.size()).thenComparing(node -> String.valueOf(node.getId())));
        NodeLabels labels = new NodeLabels(LetterHeight.of(nodes));
        model.getGraph().writeLock();
        try {
            for (Node node : nodes) {
                boolean rest = Attributes.isRest(node);
                String label = rest ? String.valueOf(node.getLabel()) : text.of(node);
                if (!rest) {
                    node.setLabel("");
                }
                if (!label.isEmpty()) {
                    labels.write(node, label);
                }
            }
            return labels.set(text == LabelText.CLASS);
        } finally {
            model.getGraph().writeUnlock();
        }
    }

    /**
     * Takes away the labels of a graph that would be written over others, the shorter of two first: where a path is
     * short, Gephi writes the names of neighbours on one another. Rests give way to all others. Returns how many labels
     * are left.
     */
    public static int thin(GraphModel model) {
        Node[] nodes = model.getGraph().getNodes().toArray();
        double letter = LetterHeight.of(nodes);
        Node[] labelled = Arrays.stream(nodes).filter(node -> node.getLabel() != null && !node.getLabel().isEmpty())
            .sorted(Comparator.comparing(Attributes::isRest)
                .thenComparingInt(node -> -node.getLabel().length())
                .thenComparing(node -> String.valueOf(node.getId())))
            .toArray(Node[]::new);
        List<Written> kept = new ArrayList<>();
        model.getGraph().writeLock();
        try {
            for (Node node : labelled) {
                Written candidate = new Written(node, node.getLabel(),
                    node.getLabel().length() * LETTER_WIDTH * letter / 2, letter / 2);
                if (kept.stream().noneMatch(candidate::meets)) {
                    kept.add(candidate);
                } else {
                    node.setLabel("");
                }
            }
        } finally {
            model.getGraph().writeUnlock();
        }
        return kept.size();
    }

    /** Takes the room for a text in the middle of a node, where Gephi writes it, unless some of it is taken. */
    private void write(Node node, String label) {
        Written candidate = new Written(node, label, (label.length() + NUMBER) * LETTER_WIDTH * letter / 2,
            LINE * letter / 2);
        for (Written other : written) {
            if (other.meets(candidate)) {
                other.speaksFor += other.label.equals(label) ? 1 : 0;
                return;
            }
        }
        if (written.size() < MOST || Attributes.isRest(node)) {
            written.add(candidate);
        }
    }

    private int set(boolean withNumbers) {
        int count = 0;
        for (Written each : written) {
            if (!Attributes.isRest(each.node)) {
                each.node.setLabel(withNumbers && each.speaksFor > 1 ? each.label + " ×" + each.speaksFor
                    : each.label);
                count++;
            }
        }
        return count;
    }

    /** A label and the room it takes. */
    private static final class Written {
        private final Node node;
        private final String label;
        private final double halfWidth;
        private final double halfHeight;
        private int speaksFor = 1;

        Written(Node node, String label, double halfWidth, double halfHeight) {
            this.node = node;
            this.label = label;
            this.halfWidth = halfWidth;
            this.halfHeight = halfHeight;
        }

        boolean meets(Written other) {
            return Math.abs(node.x() - other.node.x()) < halfWidth + other.halfWidth
                && Math.abs(node.y() - other.node.y()) < halfHeight + other.halfHeight;
        }
    }
}
