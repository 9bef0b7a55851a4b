package io.github.memdump.gephi.style;

import io.github.memdump.analysis.Column;
import io.github.memdump.task.Task;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.gephi.appearance.api.Function;
import org.gephi.appearance.api.Interpolator;
import org.gephi.appearance.api.RankingFunction;
import org.gephi.appearance.plugin.RankingNodeSizeTransformer;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.openide.util.NbBundle;

/**
 * Sizes the visible nodes by the logarithm of a column, between bounds that suit how far apart they stand. The same
 * ranking in Gephi's Appearance panel has the same scale; bounds it keeps to itself. Nodes without a number are as
 * small as the smallest, rests are left alone.
 */
final class SizeLook {
    private SizeLook() {
    }

    /** Sizes the nodes of a workspace; returns how many, 0 if no visible node has a number in this column. */
    static int apply(GraphModel model, Column column, Task task) {
        Node[] nodes = Attributes.visibleObjects(model);
        DoubleSummaryStatistics numbers = Attributes.numbers(nodes, column);
        if (numbers.getCount() == 0) {
            return 0;
        }
        double least = numbers.getMin();
        double most = numbers.getMax();
        Spread spread = Spread.of(nodes);
        LogScale scale = new LogScale(least, most);
        task.phase(NbBundle.getMessage(SizeLook.class, "style.work"), nodes.length);
        model.getGraph().writeLock();
        try {
            for (Node node : nodes) {
                double value = Attributes.number(node, column).orElse(least);
                float part = most > least ? scale.interpolate((float) ((value - least) / (most - least))) : 0;
                node.setSize(spread.smallest() + part * (spread.largest() - spread.smallest()));
            }
        } finally {
            model.getGraph().writeUnlock();
        }
        tellGephi(model, column, scale);
        StyleLegend.show(model, StyleLegend.Part.SIZES, NbBundle.getMessage(SizeLook.class, "StyleLegend.sizes",
            column.id(), LabelText.amount(column, least), LabelText.amount(column, most)), List.of());
        return nodes.length;
    }

    private static void tellGephi(GraphModel model, Column column, LogScale scale) {
        Function function = GephiLook.function(model, column, RankingNodeSizeTransformer.class);
        if (function instanceof RankingFunction && function.isRanking()) {
            ((RankingFunction) function).setInterpolator(scale);
        }
    }

    /**
     * The logarithm of an amount between a least and a most one, as a part between 0 and 1. Gephi's own logarithm is
     * one of the part, not of the amount, and hardly differs from a straight line.
     */
    private static final class LogScale extends Interpolator {
        private final double range;

        LogScale(double least, double most) {
            this.range = most - least;
        }

        /** Returns how far along the logarithmic scale a part of the range is. */
        @Override
        public float interpolate(float part) {
            return range > 0 ? (float) (Math.log1p(Math.max(0, part) * range) / Math.log1p(range)) : 0;
        }
    }
}
