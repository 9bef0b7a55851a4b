package io.github.memdump.view.choice;

import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;

/** What a step adds at some places of a view: their neighbours in a graph. */
public final class NeighbourStep implements Surroundings {
    private final NodeSet places;
    private final Graph way;
    private final boolean upwards;

    /** Prepares a step; {@code upwards} says that the way leads from objects to what refers to them. */
    public NeighbourStep(NodeSet places, Graph way, boolean upwards) {
        this.places = places;
        this.way = way;
        this.upwards = upwards;
    }

    public NodeSet places() {
        return places;
    }

    @Override
    public void each(ViewBuilder chosen, Found found) {
        for (int place = places.nextMember(0); place >= 0; place = places.nextMember(place + 1)) {
            for (int e = way.from(place); chosen.contains(place) && e < way.to(place); e++) {
                if (!chosen.contains(way.target(e))) {
                    found.add(place, way.target(e));
                }
            }
        }
    }

    @Override
    public void take(ViewBuilder chosen, int place, int object) {
        if (upwards) {
            chosen.addBeside(object, place);
        } else {
            chosen.add(object, place);
        }
    }
}
