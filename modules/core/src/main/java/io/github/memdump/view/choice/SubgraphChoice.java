package io.github.memdump.view.choice;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Retained;
import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Walk;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.task.Task;
import java.util.List;

/**
 * Chooses what is within some references of its members, over references or, for what refers to them, the other way;
 * what is nearest first, and of what is equally near what retains most.
 */
public final class SubgraphChoice implements SubjectChoice {
    private final Heap heap;
    private final Retained retained;
    private final NodeSet members;
    private final Graph way;
    private final boolean upwards;
    private final BreadthFirst distances;
    private final int depth;

    private SubgraphChoice(Findings findings, NodeSet members, Graph way, int depth, Task task) {
        this.heap = findings.heap();
        this.retained = findings.retained().orElseThrow();
        this.members = members;
        this.way = way;
        this.upwards = way == heap.referrers();
        this.depth = depth;
        this.distances = BreadthFirst.from(Walk.over(way), members.toArray(), 0, task);
    }

    /** Returns the choice of what some objects lead to. */
    public static SubgraphChoice under(NodeSet objects, Findings findings, int depth, Task task) {
        return new SubgraphChoice(findings, objects, findings.heap().references(), depth, task);
    }

    /** Returns the choice of what refers to some objects. */
    public static SubgraphChoice above(NodeSet objects, Findings findings, int depth, Task task) {
        return new SubgraphChoice(findings, objects, findings.heap().referrers(), depth, task);
    }

    @Override
    public Heap heap() {
        return heap;
    }

    @Override
    public ViewBuilder choose(int budget) {
        ViewBuilder chosen = new ViewBuilder(budget);
        int[] starts = members.toArray();
        for (int i = 0; i < starts.length && chosen.room() > 0; i++) {
            chosen.add(starts[i], ViewBuilder.NO_PARENT);
        }
        int layerEnd = chosen.size();
        for (int from = 0; from < layerEnd && chosen.room() > 0; from = layerEnd, layerEnd = chosen.size()) {
            addLayer(chosen, from, layerEnd);
        }
        return chosen;
    }

    private void addLayer(ViewBuilder chosen, int from, int to) {
        CandidateQueue queue = new CandidateQueue();
        ObjectPositions seen = new ObjectPositions();
        for (int i = from; i < to; i++) {
            int place = chosen.object(i);
            for (int e = way.from(place); e < way.to(place); e++) {
                int target = way.target(e);
                if (!chosen.contains(target) && !seen.contains(target) && belongs(target)) {
                    seen.add(target);
                    queue.add(retained.size(target), target, place);
                }
            }
        }
        for (; !queue.isEmpty() && chosen.room() > 0; queue.remove()) {
            take(chosen, queue.parent(), queue.object());
        }
    }

    private boolean belongs(int object) {
        return distances.isReached(object) && distances.distance(object) <= depth
            && heap.type(object) != RecordTypes.SHAPE;
    }

    private int belonging() {
        int count = 0;
        for (int object = 0; object < heap.objectCount(); object++) {
            count += belongs(object) ? 1 : 0;
        }
        return count;
    }

    @Override
    public NodeSet members() {
        return members;
    }

    @Override
    public List<String> omissions(ViewBuilder chosen, int budget) {
        return Omissions.ofSubgraph(chosen, belonging(), budget);
    }

    @Override
    public void each(ViewBuilder chosen, Found found) {
        Neighbours.each(chosen, way, this::belongs, found);
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
