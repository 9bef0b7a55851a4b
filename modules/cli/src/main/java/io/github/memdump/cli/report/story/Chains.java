package io.github.memdump.cli.report.story;

import io.github.memdump.graph.BreadthFirst;
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
            if (path.length > LONGEST && i == KEPT_AT_AN_END) {
                int skipped = path.length - 2 * KEPT_AT_AN_END;
                chain.add(skipped + " more objects");
                i += skipped;
            }
            chain.add(names.of(path[i]));
        }
        return chain;
    }
}
