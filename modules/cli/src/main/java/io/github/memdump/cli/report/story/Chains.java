package io.github.memdump.cli.report.story;

import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.heap.Heap;
import io.github.memdump.view.ObjectNames;
import java.util.ArrayList;
import java.util.List;

/** Tells paths from the roots by the names of the objects on them. Immutable. */
final class Chains {
    private static final int LONGEST = 14;
    private static final int KEPT_AT_AN_END = 6;

    private final BreadthFirst fromRoots;
    private final ObjectNames names;

    Chains(BreadthFirst fromRoots, ObjectNames names) {
        this.fromRoots = fromRoots;
        this.names = names;
    }

    /** Returns the names on a shortest path, from a root to the object; the object alone if no root reaches it. */
    List<String> to(int object) {
        int[] path = fromRoots.path(object);
        if (path.length == 0) {
            return List.of("unreachable from the roots", names.of(object));
        }
        List<String> chain = new ArrayList<>();
        for (int i = 0; i < path.length; i++) {
            chain.add(names.of(i == 0 ? Heap.NO_OBJECT : path[i - 1], path[i]));
        }
        return shortened(chain);
    }

    /** Returns a chain with its middle left out where it is long. */
    static List<String> shortened(List<String> chain) {
        if (chain.size() <= LONGEST) {
            return chain;
        }
        List<String> ends = new ArrayList<>(chain.subList(0, KEPT_AT_AN_END));
        ends.add(chain.size() - 2 * KEPT_AT_AN_END + " more objects");
        ends.addAll(chain.subList(chain.size() - KEPT_AT_AN_END, chain.size()));
        return ends;
    }
}
