package io.github.memdump.cli.report.story;

import io.github.memdump.answer.Figures;
import io.github.memdump.answer.content.NameWords;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.ReferenceNames;
import io.github.memdump.view.ObjectNames;
import java.util.ArrayList;
import java.util.List;

/** Tells paths step by step, of a long one the steps at its ends. Immutable. */
final class PathSteps {
    private static final int LONGEST = 40;
    private static final int KEPT_AT_AN_END = 12;

    private final Heap heap;
    private final ObjectNames names;
    private final ReferenceNames via;
    private final SourcePlaces places;

    PathSteps(Evidence evidence, ObjectNames names) {
        this.heap = evidence.heap();
        this.names = names;
        this.via = evidence.names();
        this.places = evidence.places();
    }

    /** Returns the steps of a path from a root. */
    List<PathStep> of(int[] path) {
        List<PathStep> steps = new ArrayList<>();
        for (int i = 0; i < path.length; i++) {
            if (path.length > LONGEST && i == KEPT_AT_AN_END) {
                int left = path.length - 2 * KEPT_AT_AN_END;
                steps.add(new PathStep("", Figures.count(left, "more object"), "", SourcePlace.UNKNOWN));
                i += left;
            }
            String by = i == 0 ? "" : NameWords.of(via.of(path[i - 1], path[i]));
            steps.add(new PathStep(by, names.of(path[i]), heap.isRoot(path[i]) ? "" : heap.identity(path[i]),
                places.of(path[i])));
        }
        return steps;
    }
}
