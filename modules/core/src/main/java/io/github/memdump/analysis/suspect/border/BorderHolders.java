package io.github.memdump.analysis.suspect.border;

import io.github.memdump.analysis.suspect.weight.ProgramObjects;
import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import java.util.Comparator;

/**
 * Chooses the old object by which a new one is told to be held: an object of the program, a class or a thread before
 * code, Ruby's tables and roots; of these the one that holds most of the border, then the nearest to the roots.
 * 4 bytes per object of the heap. Immutable.
 */
final class BorderHolders {
    private final Heap heap;
    private final ProgramObjects objects;
    private final NodeSet newOnes;
    private final BreadthFirst fromRoots;
    private final int[] held;
    private final Comparator<Integer> order;

    /** Prepares; linear time in the references to the border. */
    BorderHolders(Heap heap, ProgramObjects objects, NodeSet newOnes, NodeSet border, BreadthFirst fromRoots) {
        this.heap = heap;
        this.objects = objects;
        this.newOnes = newOnes;
        this.fromRoots = fromRoots;
        this.held = new int[heap.objectCount()];
        Graph referrers = heap.referrers();
        border.forEach(object -> {
            for (int i = referrers.from(object); i < referrers.to(object); i++) {
                held[referrers.target(i)]++;
            }
        });
        this.order = Comparator.<Integer>comparingInt(this::rank).thenComparingInt(holder -> -held[holder])
            .thenComparingInt(fromRoots::distance).thenComparingInt(holder -> holder);
    }

    /** Returns the holder of an object, {@link Heap#NO_OBJECT} if no old one that a root reaches refers to it. */
    int of(int object) {
        Graph referrers = heap.referrers();
        int best = Heap.NO_OBJECT;
        for (int i = referrers.from(object); i < referrers.to(object); i++) {
            int referrer = referrers.target(i);
            if (!newOnes.contains(referrer) && fromRoots.isReached(referrer)
                && (best == Heap.NO_OBJECT || order.compare(referrer, best) < 0)) {
                best = referrer;
            }
        }
        return best;
    }

    private int rank(int holder) {
        boolean isTelling = objects.isPrograms(holder) || objects.isClass(holder);
        return isTelling ? 0 : heap.type(holder) == RecordTypes.ROOT || objects.isCode(holder) ? 2 : 1;
    }
}
