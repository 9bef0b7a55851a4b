package io.github.memdump.gephi.workspace;

import io.github.memdump.view.View;
import io.github.memdump.view.layout.Forest;
import io.github.memdump.view.layout.Positions;
import io.github.memdump.view.layout.TreeLayout;
import io.github.memdump.view.layout.TreeShape;

/**
 * Where the nodes of a view stand in the Graph window: as the view has them, columns and rows of its trunk as far apart
 * as their names need; but groups not in rows with captions, which a window does not write, but each namespace above
 * its classes, side by side and as wide as a window.
 */
final class ViewPlaces {
    private static final double SPACING = 16;

    private final View view;
    private final Positions positions;
    private final TrunkRoom room;

    private ViewPlaces(View view, Positions positions) {
        this.view = view;
        this.positions = positions;
        this.room = TrunkRoom.of(view);
    }

    /** Returns the places of a view's nodes; linear time. */
    static ViewPlaces of(View view) {
        if (!view.recipe().subject().isOfGroups()) {
            return new ViewPlaces(view, null);
        }
        int[] parents = new int[view.nodes().size()];
        float[] diameters = new float[parents.length];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = view.sketch().parent(i) < 0 ? Forest.NO_PARENT : view.sketch().parent(i);
            diameters[i] = view.nodes().get(i).size();
        }
        return new ViewPlaces(view, TreeLayout.of(new Forest(parents, diameters), TreeShape.LAYERED, SPACING));
    }

    /** Returns where a node stands, to the right. */
    float x(int node) {
        return positions == null ? room.x(node) : positions.x(node);
    }

    /** Returns the size of a node for Gephi, which is a radius. */
    float radius(int node) {
        return positions == null ? room.radius(node) : ViewContainer.radius(view.nodes().get(node));
    }

    /** Returns where a node stands, upwards. */
    float y(int node) {
        return positions == null ? room.y(node) : positions.y(node);
    }
}
