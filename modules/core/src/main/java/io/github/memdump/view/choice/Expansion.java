package io.github.memdump.view.choice;

import io.github.memdump.analysis.Retained;
import io.github.memdump.graph.Graph;
import java.util.function.IntPredicate;

/**
 * Goes on from chosen objects to what they refer to, what retains most first. Not thread-safe.
 */
final class Expansion {
    private final ViewBuilder chosen;
    private final Graph references;
    private final Retained retained;
    private final IntPredicate inside;
    private final CandidateQueue queue = new CandidateQueue();
    private final ObjectPositions seen = new ObjectPositions();

    /** Prepares to choose objects that satisfy a condition. */
    Expansion(ViewBuilder chosen, Graph references, Retained retained, IntPredicate inside) {
        this.chosen = chosen;
        this.references = references;
        this.retained = retained;
        this.inside = inside;
    }

    /** Lets the expansion go on from a chosen object. */
    void from(int object) {
        for (int i = references.from(object); i < references.to(object); i++) {
            int target = references.target(i);
            if (inside.test(target) && !chosen.contains(target) && !seen.contains(target)) {
                seen.add(target);
                queue.add(retained.size(target), target, object);
            }
        }
    }

    /** Returns how much the best candidate retains, or -1 if there is none. */
    long best() {
        while (!queue.isEmpty() && chosen.contains(queue.object())) {
            queue.remove();
        }
        return queue.isEmpty() ? -1 : queue.key();
    }

    /** Chooses the best candidate, which must exist, and goes on from it. */
    void takeBest() {
        int object = queue.object();
        chosen.add(object, queue.parent());
        queue.remove();
        from(object);
    }
}
