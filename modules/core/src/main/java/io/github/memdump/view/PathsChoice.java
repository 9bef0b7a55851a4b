package io.github.memdump.view;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Retained;
import io.github.memdump.graph.DisjointPaths;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Walk;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.task.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Chooses several paths from the roots to one object that share nothing but their ends, the shortest first. */
final class PathsChoice implements Choice {
    /** More ways to hold an object are told as a number, not drawn. */
    private static final int MOST_PATHS = 12;

    private final Heap heap;
    private final NodeSet members;
    private final int asked;
    private final List<int[]> paths;
    private final boolean complete;
    private int unshown;

    private PathsChoice(Heap heap, NodeSet members, int asked, List<int[]> paths, boolean complete) {
        this.heap = heap;
        this.members = members;
        this.asked = asked;
        this.paths = paths;
        this.complete = complete;
    }

    /** Finds paths to the one of some objects that retains most. */
    static PathsChoice to(NodeSet objects, Findings findings, Task task) {
        Heap heap = findings.heap();
        Retained retained = findings.retained().orElseThrow();
        int target = Heap.NO_OBJECT;
        for (int object = objects.nextMember(0); object >= 0; object = objects.nextMember(object + 1)) {
            if (heap.type(object) != RecordTypes.SHAPE
                && (target == Heap.NO_OBJECT || retained.size(object) > retained.size(target))) {
                target = object;
            }
        }
        if (target == Heap.NO_OBJECT) {
            return new PathsChoice(heap, objects, 0, List.of(), true);
        }
        DisjointPaths found = DisjointPaths.of(Walk.over(heap.references()), heap.referrers(),
            NodeSet.of(heap.objectCount(), heap.roots()), target, MOST_PATHS, task);
        List<int[]> paths = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            paths.add(Arrays.stream(found.path(i)).filter(on -> heap.type(on) != RecordTypes.SHAPE).toArray());
        }
        return new PathsChoice(heap, NodeSet.of(heap.objectCount(), target), objects.size(), paths,
            found.isComplete());
    }

    @Override
    public Chosen choose(int budget) {
        Chosen chosen = new Chosen(budget);
        for (int[] path : paths) {
            unshown += chosen.addPath(path) ? 0 : 1;
        }
        if (chosen.size() == 0 && !members.isEmpty() && chosen.room() > 0) {
            chosen.add(members.nextMember(0), Chosen.NO_PARENT);
        }
        return chosen;
    }

    @Override
    public Graph references() {
        return heap.references();
    }

    @Override
    public EdgeKind kind(int source, int target) {
        return heap.references().hasEdge(source, target) ? EdgeKind.REFERENCE : EdgeKind.COLLAPSED;
    }

    @Override
    public NodeSet members() {
        return members;
    }

    @Override
    public List<String> omissions(Chosen chosen, int budget) {
        return Omissions.ofPaths(asked, paths.size(), unshown, complete, chosen, budget);
    }

    /** Nothing hangs on a path that would belong to it. */
    @Override
    public void each(Chosen chosen, Found found) {
    }

    @Override
    public void take(Chosen chosen, int place, int object) {
        chosen.add(object, place);
    }
}
