package io.github.memdump.view.step;

import io.github.memdump.graph.Graph;
import io.github.memdump.view.ViewEdge;
import io.github.memdump.view.choice.EdgeSelection;
import io.github.memdump.view.choice.Remainder;
import io.github.memdump.view.choice.SubjectChoice;
import io.github.memdump.view.choice.ViewBuilder;
import io.github.memdump.view.choice.ViewObjects;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What leads to what among the objects that are chosen now: the edges that the view would draw if it had room for
 * all, through what was collapsed too, so that steps follow what the user sees. Not changed once made; 16 bytes per
 * edge. Objects are those of the heap.
 */
final class ShownEdges {
    private final ViewObjects shown;
    private final Graph forward;
    private final Graph backward;

    private ShownEdges(ViewObjects shown, Graph forward) {
        this.shown = shown;
        this.forward = forward;
        this.backward = forward.reversed();
    }

    static ShownEdges of(ViewBuilder chosen, SubjectChoice choice) {
        ViewObjects shown = chosen.shown(Remainder.of(List.of(), chosen, 0));
        List<ViewEdge> edges = new EdgeSelection(shown, choice, Integer.MAX_VALUE).edges();
        int[] sources = edges.stream().mapToInt(ViewEdge::source).toArray();
        int[] targets = edges.stream().mapToInt(ViewEdge::target).toArray();
        return new ShownEdges(shown, Graph.ofEdges(shown.size(), sources, targets));
    }

    /** Returns the objects, of those that are chosen, and what they lead to over objects that meet a condition. */
    BitSet under(int[] objects, IntPredicate inside) {
        return objects(reach(objects, inside, forward));
    }

    /** Returns the objects, of those that are chosen, and what leads to them. */
    BitSet above(int[] objects) {
        return objects(reach(objects, any -> true, backward));
    }

    /** Returns the objects of those parts, joined either way, that have so many nodes or fewer. */
    BitSet inSmallParts(int most) {
        BitSet small = new BitSet();
        BitSet visited = new BitSet();
        int[] queue = new int[shown.size()];
        for (int i = 0; i < shown.size(); i = visited.nextClearBit(i)) {
            visited.set(i);
            queue[0] = i;
            int filled = 1;
            for (int next = 0; next < filled; next++) {
                filled = follow(forward, queue, next, filled, visited, any -> true);
                filled = follow(backward, queue, next, filled, visited, any -> true);
            }
            for (int k = 0; k < filled && filled <= most; k++) {
                small.set(queue[k]);
            }
        }
        return objects(small);
    }

    private BitSet reach(int[] objects, IntPredicate inside, Graph way) {
        BitSet reached = new BitSet();
        int[] queue = new int[shown.size()];
        int filled = 0;
        for (int object : objects) {
            int position = shown.position(object);
            if (position >= 0 && !reached.get(position)) {
                reached.set(position);
                queue[filled++] = position;
            }
        }
        for (int next = 0; next < filled; next++) {
            filled = follow(way, queue, next, filled, reached, inside);
        }
        return reached;
    }

    /** Appends to a queue where an entry of it leads and nobody was; returns how many it has then. */
    private int follow(Graph way, int[] queue, int next, int filled, BitSet reached, IntPredicate inside) {
        int end = filled;
        for (int e = way.from(queue[next]); e < way.to(queue[next]); e++) {
            int target = way.target(e);
            if (!reached.get(target) && inside.test(shown.objects[target])) {
                reached.set(target);
                queue[end++] = target;
            }
        }
        return end;
    }

    private BitSet objects(BitSet positions) {
        BitSet objects = new BitSet();
        positions.stream().forEach(position -> objects.set(shown.objects[position]));
        return objects;
    }
}
