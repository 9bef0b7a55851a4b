package io.github.memdump.gephi.workspace;

import io.github.memdump.view.View;
import io.github.memdump.view.ViewEdge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The edges of a view with those of one ordered pair of nodes as one: Gephi draws no more than one. */
final class SingleEdges {
    private SingleEdges() {
    }

    /** What is not shown must not be the heaviest of all that is: Gephi ranks, filters and draws by weight. */
    private static boolean leadsToRest(View view, ViewEdge edge) {
        return view.nodes().get(edge.source()).isRest() || view.nodes().get(edge.target()).isRest();
    }

    /** Returns at most one edge for each ordered pair, of the kind that came first and the weight of all. */
    static List<ViewEdge> of(View view) {
        Map<Long, ViewEdge> edges = new LinkedHashMap<>();
        for (ViewEdge shown : view.edges()) {
            ViewEdge edge = leadsToRest(view, shown)
                ? shown.weighing(1) : shown;
            edges.merge((long) edge.source() << Integer.SIZE | edge.target(), edge,
                (one, more) -> one.weighing(one.weight() + more.weight()));
        }
        return new ArrayList<>(edges.values());
    }
}
