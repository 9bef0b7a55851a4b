package io.github.memdump.view.choice;

import io.github.memdump.graph.Graph;
import java.util.BitSet;
import java.util.function.IntPredicate;

/** What hangs on chosen objects because a graph leads to it. */
final class Neighbours {
    private Neighbours() {
    }

    /** Tells each object that is accepted, not chosen and a neighbour of a chosen one, once, at the first of them. */
    static void each(ViewBuilder chosen, Graph graph, IntPredicate accepted, Surroundings.Found found) {
        BitSet told = new BitSet();
        for (int i = 0; i < chosen.size(); i++) {
            int place = chosen.object(i);
            if (!chosen.contains(place)) {
                continue;
            }
            for (int e = graph.from(place); e < graph.to(place); e++) {
                int target = graph.target(e);
                if (!told.get(target) && !chosen.contains(target) && accepted.test(target)) {
                    told.set(target);
                    found.add(place, target);
                }
            }
        }
    }
}
