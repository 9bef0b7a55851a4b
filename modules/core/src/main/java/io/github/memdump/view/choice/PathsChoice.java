package io.github.memdump.view.choice;

import io.github.memdump.analysis.Findings;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Walk;
import io.github.memdump.graph.path.DisjointPaths;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.heap.RootPaths;
import io.github.memdump.task.Task;
import java.util.Arrays;
import java.util.List;

/** Chooses paths from the roots to one object that share no other object: what would have to let go of it. */
public final class PathsChoice implements SubjectChoice {
    /** How many paths are shown at most. */
    public static final int MOST = 10;

    private final Heap heap;
    private final int target;
    private final int others;
    private final int[] path;
    private final DisjointPaths paths;
    private int shown;

    /**
     * Prepares to show the paths to the one of some objects that retains most.
     *
     * @throws IllegalArgumentException if there is no object
     */
    public PathsChoice(Findings findings, String about, NodeSet objects, Task task) {
        this.heap = findings.heap();
        int most = objects.nextMember(0);
        if (most < 0) {
            throw new IllegalArgumentException("No object of this heap is chosen by " + about + ".");
        }
        for (int next = most; next >= 0; next = objects.nextMember(next + 1)) {
            most = findings.retained().orElseThrow().size(next) > findings.retained().orElseThrow().size(most)
                ? next : most;
        }
        this.target = most;
        this.others = objects.size() - 1;
        this.path = findings.fromRoots().orElseGet(() -> RootPaths.of(heap, Walk.over(heap.references()), task))
            .path(target);
        this.paths = RootPaths.disjoint(heap, Walk.over(heap.references()), target, MOST, task);
    }

    @Override
    public Heap heap() {
        return heap;
    }

    @Override
    public ViewBuilder choose(int budget) {
        ViewBuilder chosen = new ViewBuilder(budget);
        shown = 0;
        for (int i = 0; i < paths.size(); i++) {
            shown += chosen.addPath(showable(paths.path(i))) ? 1 : 0;
        }
        // The path that is shown everywhere may share objects with several of them.
        chosen.addPath(showable(path));
        if (!chosen.contains(target) && chosen.room() > 0) {
            chosen.add(target, ViewBuilder.NO_PARENT);
        }
        return chosen;
    }

    private int[] showable(int[] nodes) {
        return Arrays.stream(nodes).filter(object -> heap.type(object) != RecordTypes.SHAPE).toArray();
    }

    @Override
    public NodeSet members() {
        return NodeSet.of(heap.objectCount(), target);
    }

    @Override
    public List<String> omissions(ViewBuilder chosen, int budget) {
        return Omissions.ofPaths(chosen, heap.identity(target), paths, others, shown);
    }

    @Override
    public void each(ViewBuilder chosen, Found found) {
        // Paths are shown whole or not at all.
    }

    @Override
    public void take(ViewBuilder chosen, int place, int object) {
        chosen.add(object, place);
    }
}
