package io.github.memdump.gephi.style;

import io.github.memdump.analysis.Column;
import io.github.memdump.task.Task;
import java.awt.Color;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalDouble;
import org.gephi.appearance.plugin.RankingElementColorTransformer;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.openide.util.NbBundle;

/**
 * Colours the visible nodes by a column of numbers, light for the least and dark for the most; grey where there is no
 * number. Gephi keeps the colours of a ranking to its Appearance panel, so that they are set here directly.
 */
final class RampLook {
    private RampLook() {
    }

    /** Colours the nodes of a workspace; returns how many, 0 if no visible node has a number in this column. */
    static int apply(GraphModel model, Column column, Task task) {
        Node[] nodes = Attributes.visibleObjects(model);
        DoubleSummaryStatistics numbers = Attributes.numbers(nodes, column);
        if (numbers.getCount() == 0) {
            return 0;
        }
        double least = numbers.getMin();
        double most = numbers.getMax();
        RankingElementColorTransformer.LinearGradient ramp = new RankingElementColorTransformer.LinearGradient(
            Palette.RAMP.toArray(new Color[0]), Palette.stops());
        int unknown = 0;
        task.phase(NbBundle.getMessage(RampLook.class, "style.work"), nodes.length);
        model.getGraph().writeLock();
        try {
            for (Node node : nodes) {
                OptionalDouble number = Attributes.number(node, column);
                unknown += number.isPresent() ? 0 : 1;
                node.setColor(number.isPresent() ? ramp.getValue(part(number.getAsDouble(), least, most))
                    : Palette.OTHERS);
            }
        } finally {
            model.getGraph().writeUnlock();
        }
        StyleLegend.show(model, StyleLegend.Part.COLOURS, NbBundle.getMessage(RampLook.class,
            "StyleLegend.colours", column.id()), entries(ramp, least, most, unknown));
        return nodes.length;
    }

    private static float part(double value, double least, double most) {
        return most > least ? (float) ((value - least) / (most - least)) : 0;
    }

    private static List<StyleLegend.Entry> entries(RankingElementColorTransformer.LinearGradient ramp, double least,
        double most, int unknown) {
        List<StyleLegend.Entry> entries = new ArrayList<>();
        long before = Long.MIN_VALUE;
        for (float stop : Palette.stops()) {
            long value = Math.round(least + stop * (most - least));
            if (value != before) {
                int colour = ramp.getValue(part(value, least, most)).getRGB();
                entries.add(new StyleLegend.Entry(colour, String.valueOf(value)));
            }
            before = value;
        }
        if (unknown > 0) {
            entries.add(new StyleLegend.Entry(Palette.OTHERS.getRGB(), unknown,
                count -> NbBundle.getMessage(RampLook.class, "StyleLegend.unknown", count)));
        }
        return entries;
    }
}
