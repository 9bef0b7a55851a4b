package io.github.memdump.gephi.style;

import io.github.memdump.analysis.Column;
import io.github.memdump.task.Task;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.gephi.appearance.api.PartitionFunction;
import org.gephi.appearance.plugin.PartitionElementColorTransformer;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.openide.util.NbBundle;

/**
 * Colours the visible nodes by what kind they are: the most frequent kinds have colours of their own, all others one
 * grey. Where a column says the kind, Gephi's Appearance panel shows the same partition.
 */
final class KindLook {
    private KindLook() {
    }

    /** Colours by a column of texts; returns how many nodes, 0 if no visible node has a value in it. */
    static int byColumn(GraphModel model, Column column, Task task) {
        Map<String, Color> colours = apply(model, node -> Attributes.text(node, column), column.id(), task);
        org.gephi.appearance.api.Function function =
            GephiLook.function(model, column, PartitionElementColorTransformer.class);
        if (function instanceof PartitionFunction && function.isPartition()) {
            PartitionFunction partition = (PartitionFunction) function;
            for (Object value : partition.getPartition().getValues(model.getGraphVisible())) {
                partition.getPartition().setColor(value,
                    colours.getOrDefault(value == null ? "" : value.toString(), Palette.OTHERS));
            }
        }
        return colours.isEmpty() ? 0 : Attributes.visibleObjects(model).length;
    }

    /** Colours by where objects were allocated; returns how many nodes, 0 if no visible node tells it. */
    static int bySite(GraphModel model, Task task) {
        Map<String, Color> colours = apply(model, KindLook::site, NbBundle.getMessage(KindLook.class,
            "StyleLegend.site"), task);
        return colours.isEmpty() ? 0 : Attributes.visibleObjects(model).length;
    }

    private static String site(Node node) {
        String file = Attributes.text(node, Column.FILE);
        if (file.isEmpty()) {
            return "";
        }
        OptionalDouble line = Attributes.number(node, Column.LINE);
        String name = file.substring(file.lastIndexOf('/') + 1);
        return line.isPresent() ? name + ":" + (long) line.getAsDouble() : name;
    }

    private static Map<String, Color> apply(GraphModel model, Function<Node, String> kind, String what, Task task) {
        Node[] nodes = Attributes.visibleObjects(model);
        Map<String, Integer> counts = new HashMap<>();
        for (Node node : nodes) {
            String value = kind.apply(node);
            if (!value.isEmpty()) {
                counts.merge(value, 1, Integer::sum);
            }
        }
        Map<String, Color> colours = new LinkedHashMap<>();
        List<StyleLegend.Entry> entries = new ArrayList<>();
        counts.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey())).limit(Palette.KINDS.size()).forEach(each -> {
                Color colour = Palette.KINDS.get(colours.size());
                colours.put(each.getKey(), colour);
                entries.add(new StyleLegend.Entry(colour.getRGB(), each.getValue(),
                    count -> NbBundle.getMessage(KindLook.class, "StyleLegend.kind", each.getKey(), count)));
            });
        if (colours.isEmpty()) {
            return colours;
        }
        int told = 0;
        task.phase(NbBundle.getMessage(KindLook.class, "style.work"), nodes.length);
        model.getGraph().writeLock();
        try {
            for (Node node : nodes) {
                Optional<Color> colour = Optional.ofNullable(colours.get(kind.apply(node)));
                node.setColor(colour.orElse(Palette.OTHERS));
                told += colour.isPresent() ? 1 : 0;
            }
        } finally {
            model.getGraph().writeUnlock();
        }
        if (told < nodes.length) {
            entries.add(new StyleLegend.Entry(Palette.OTHERS.getRGB(), nodes.length - told,
                count -> NbBundle.getMessage(KindLook.class, "StyleLegend.others", count)));
        }
        StyleLegend.show(model, StyleLegend.Part.COLOURS, NbBundle.getMessage(KindLook.class,
            "StyleLegend.colours", what), entries);
        return colours;
    }
}
