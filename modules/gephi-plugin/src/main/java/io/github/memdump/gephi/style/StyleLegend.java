package io.github.memdump.gephi.style;

import io.github.memdump.gephi.heap.HeapTies;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/** What the sizes and colours of a workspace mean since they were last chosen. Lies in its lookup. Thread-safe. */
public final class StyleLegend {
    /** What a legend explains. */
    public enum Part {
        /** How large nodes are. */
        SIZES,
        /** Which colours they have. */
        COLOURS
    }

    /** A colour and its meaning. Immutable. */
    public static final class Entry {
        private final int rgb;
        private final String meaning;
        /** Says the meaning for a number of nodes; null where no nodes are counted. */
        private final IntFunction<String> ofNodes;

        /** Makes an entry about no nodes in particular. */
        Entry(int rgb, String meaning) {
            this(rgb, meaning, null);
        }

        /** Makes an entry about so many nodes of its colour. */
        Entry(int rgb, int nodes, IntFunction<String> ofNodes) {
            this(rgb, ofNodes.apply(nodes), ofNodes);
        }

        private Entry(int rgb, String meaning, IntFunction<String> ofNodes) {
            this.rgb = rgb & 0xFFFFFF;
            this.meaning = meaning;
            this.ofNodes = ofNodes;
        }

        private Entry counted(Map<Integer, Integer> nodes) {
            return ofNodes == null ? this : new Entry(rgb, nodes.getOrDefault(rgb, 0), ofNodes);
        }

        /** Returns the colour as 0xRRGGBB. */
        public int rgb() {
            return rgb;
        }

        /** Returns what it means. */
        public String meaning() {
            return meaning;
        }
    }

    private final Map<Part, String> headings = new EnumMap<>(Part.class);
    private final Map<Part, List<Entry>> entries = new EnumMap<>(Part.class);

    private StyleLegend() {
    }

    /** Puts the legend of one part in place of the one before, in the workspace of a graph. */
    static void show(GraphModel model, Part part, String heading, List<Entry> entries) {
        HeapTies.workspace(model).ifPresent(workspace -> {
            StyleLegend legend = of(workspace).orElseGet(StyleLegend::new);
            synchronized (legend) {
                legend.headings.put(part, heading);
                legend.entries.put(part, List.copyOf(entries));
            }
            if (of(workspace).isEmpty()) {
                workspace.add(legend);
            }
            HeapTies.changed();
        });
    }

    /** Counts the nodes of each colour again, in the workspace of a graph in which nodes have come or gone. */
    public static void recount(GraphModel model) {
        HeapTies.workspace(model).flatMap(StyleLegend::of).ifPresent(legend -> {
            Map<Integer, Integer> nodes = new HashMap<>();
            for (Node node : Attributes.visibleObjects(model)) {
                nodes.merge(node.getRGBA() & 0xFFFFFF, 1, Integer::sum);
            }
            synchronized (legend) {
                legend.entries.replaceAll((part, of) -> of.stream().map(entry -> entry.counted(nodes))
                    .collect(Collectors.toUnmodifiableList()));
            }
        });
    }

    /** Returns the legend of the current workspace, if sizes or colours were chosen there. */
    public static Optional<StyleLegend> ofCurrent() {
        return Optional.ofNullable(Lookup.getDefault().lookup(ProjectController.class).getCurrentWorkspace())
            .flatMap(StyleLegend::of);
    }

    private static Optional<StyleLegend> of(Workspace workspace) {
        return Optional.ofNullable(workspace.getLookup().lookup(StyleLegend.class));
    }

    /** Returns what is said above the entries of a part, empty if it was not chosen. */
    public synchronized String heading(Part part) {
        return headings.getOrDefault(part, "");
    }

    /** Returns the colours of a part, the most frequent first. */
    public synchronized List<Entry> entries(Part part) {
        return Collections.unmodifiableList(new ArrayList<>(entries.getOrDefault(part, List.of())));
    }
}
