package io.github.memdump.gephi.workspace;

import io.github.memdump.analysis.Column;
import io.github.memdump.gephi.swing.RoleColour;
import io.github.memdump.task.Task;
import io.github.memdump.view.View;
import io.github.memdump.view.ViewEdge;
import io.github.memdump.view.ViewNode;
import org.gephi.io.importer.api.ColumnDraft;
import org.gephi.io.importer.api.ContainerLoader;
import org.gephi.io.importer.api.EdgeDirection;
import org.gephi.io.importer.api.EdgeDirectionDefault;
import org.gephi.io.importer.api.EdgeDraft;
import org.gephi.io.importer.api.NodeDraft;

/**
 * Puts a view into an import container: identities as node ids, every column of a heap with its name in lower case,
 * at most one edge for each ordered pair of nodes. About 500 bytes a node and 250 an edge, until it is processed.
 */
public final class ViewContainer {
    /** The name of the edge column of how many references an edge stands for. */
    static final String REFERENCES = "references";
    /** The name of the edge column of by what the source holds the target. */
    static final String NAME = "name";
    private static final String KIND = "kind";
    private static final int STEP = 1 << 10;

    private final ContainerLoader container;
    private final View view;

    private ViewContainer(ContainerLoader container, View view) {
        this.container = container;
        this.view = view;
    }

    /** Fills an empty container. */
    public static void fill(ContainerLoader container, View view, Task task) {
        ViewContainer filling = new ViewContainer(container, view);
        task.phase("Filling the graph", (long) view.nodes().size() + view.edges().size());
        filling.settings();
        filling.columns();
        filling.nodes(task);
        filling.edges(task);
    }

    private void settings() {
        container.setEdgeDefault(EdgeDirectionDefault.DIRECTED);
        container.setAllowSelfLoop(true);
        container.setAllowParallelEdge(false);
        container.setAllowAutoNode(false);
        container.setAutoScale(false);
        container.setFillLabelWithId(false);
    }

    private void columns() {
        named(container.addNodeColumn(View.RANK, Double.class), View.RANK);
        for (Column column : ViewValues.columns()) {
            named(container.addNodeColumn(column.id(), ViewValues.type(column)), column.id());
        }
        named(container.addNodeColumn(View.OBJECTS, Long.class), View.OBJECTS);
        named(container.addEdgeColumn(KIND, String.class), KIND);
        named(container.addEdgeColumn(NAME, String.class), NAME);
        named(container.addEdgeColumn(REFERENCES, Integer.class), REFERENCES);
    }

    /** Without a title Gephi shows the id in lower case, which is what it is; with one it stays whatever Gephi does. */
    private static void named(ColumnDraft column, String title) {
        column.setTitle(title);
    }

    private void nodes(Task task) {
        ViewPlaces places = ViewPlaces.of(view);
        for (int i = 0; i < view.nodes().size(); i++) {
            container.addNode(node(i, places));
            if (i % STEP == STEP - 1) {
                task.done(STEP);
            }
        }
    }

    private NodeDraft node(int place, ViewPlaces places) {
        ViewNode node = view.nodes().get(place);
        NodeDraft draft = container.factory().newNodeDraft(view.id(node));
        draft.setLabel(node.name());
        draft.setLabelVisible(!node.label().isEmpty());
        draft.setColor(RoleColour.of(node.rgb()));
        draft.setSize(places.radius(place));
        draft.setX(places.x(place));
        draft.setY(places.y(place));
        ViewValues.each(view, node, (column, value) -> draft.setValue(column, value));
        return draft;
    }

    /**
     * Returns how heavy an edge is for Gephi: as many references as it stands for; between groups, where these may be a
     * hundred thousand, the root of that, so that there are more widths than two.
     */
    static float weight(View view, ViewEdge edge) {
        return view.recipe().subject().isOfGroups() ? (float) Math.sqrt(edge.weight()) : edge.weight();
    }

    /** Returns the size of a node for Gephi, which is a radius; a view's is a diameter, as its places are made for. */
    static float radius(ViewNode node) {
        return node.size() / 2;
    }

    private void edges(Task task) {
        int count = 0;
        for (ViewEdge edge : SingleEdges.of(view)) {
            container.addEdge(edge(edge));
            if (++count % STEP == 0) {
                task.done(STEP);
            }
        }
    }

    private EdgeDraft edge(ViewEdge edge) {
        EdgeDraft draft = container.factory().newEdgeDraft();
        draft.setSource(container.getNode(id(edge.source())));
        draft.setTarget(container.getNode(id(edge.target())));
        draft.setDirection(EdgeDirection.DIRECTED);
        draft.setWeight(weight(view, edge));
        draft.setValue(KIND, edge.kind().id());
        draft.setValue(REFERENCES, edge.weight());
        if (!edge.name().isEmpty()) {
            draft.setValue(NAME, edge.name());
            draft.setLabel(edge.name());
        }
        draft.setColor(EdgeColour.of(view, edge));
        return draft;
    }

    private String id(int node) {
        return view.id(view.nodes().get(node));
    }
}
