package io.github.memdump.gephi.style;

import io.github.memdump.analysis.Column;
import io.github.memdump.gephi.swing.RoleColour;
import io.github.memdump.task.Task;
import io.github.memdump.view.NodeRole;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.openide.util.NbBundle;

/** Colours the visible nodes by the part they play between two dumps: old, new, border. */
final class PartLook {
    private PartLook() {
    }

    /** Colours the nodes of a workspace; returns how many, 0 if nothing says which of them are new. */
    static int apply(GraphModel model, Task task) {
        Node[] nodes = Attributes.visibleObjects(model);
        boolean compared = false;
        for (Node node : nodes) {
            compared |= Attributes.number(node, Column.IN_AFTER).isPresent();
        }
        if (!compared) {
            return 0;
        }
        Map<NodeRole, Integer> counts = new EnumMap<>(NodeRole.class);
        task.phase(NbBundle.getMessage(PartLook.class, "style.work"), nodes.length);
        model.getGraph().writeLock();
        try {
            for (Node node : nodes) {
                NodeRole role = KeepAliveStyle.role(node);
                node.setColor(RoleColour.of(role));
                counts.merge(role, 1, Integer::sum);
            }
        } finally {
            model.getGraph().writeUnlock();
        }
        show(model, counts);
        return nodes.length;
    }

    /** Shows the legend for so many nodes of each part. */
    static void show(GraphModel model, Map<NodeRole, Integer> counts) {
        List<StyleLegend.Entry> entries = new ArrayList<>();
        counts.forEach((role, nodes) -> entries.add(new StyleLegend.Entry(RoleColour.of(role).getRGB(), nodes,
            count -> NbBundle.getMessage(PartLook.class, "StyleLegend.kind", role.meaning(), count))));
        StyleLegend.show(model, StyleLegend.Part.COLOURS, NbBundle.getMessage(PartLook.class, "StyleLegend.colours",
            NbBundle.getMessage(PartLook.class, "StyleLegend.part")), entries);
    }
}
