package io.github.memdump.graph.path;

import io.github.memdump.array.IntList;
import io.github.memdump.array.IntStack;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.task.ProgressBatch;
import io.github.memdump.task.Task;
import java.util.Arrays;

/**
 * Sends one unit of flow after the other from the target back to the starts, each on the cheapest way that is left,
 * where every node lets one unit through (Suurballe: Disjoint Paths in a Network, 1974, in the form with potentials of
 * Edmonds and Karp, 1972). Reduced costs are whole numbers, so that buckets do for a priority queue. 8 bytes per node
 * beside those of the {@link PathFlow}.
 */
final class DisjointPathSearch {
    private static final int NONE = PathFlow.NONE;
    private static final int UNREACHED = Integer.MAX_VALUE;

    final PathFlow flow;
    private final Graph referrers;
    private final Task task;
    private final int nodes;
    private final int target;
    private final SplitNodes split;
    private final int[] distance;
    private final int[] via;
    private final BucketQueue queue = new BucketQueue();
    private NodeSet last;
    private int costOfLast;
    private int endDistance;
    private int endVia;
    private int end;

    DisjointPathSearch(PathFlow flow, Graph referrers, Task task) {
        this.flow = flow;
        this.referrers = referrers;
        this.task = task;
        this.nodes = flow.nodes;
        this.target = flow.target;
        this.split = flow.split;
        this.distance = new int[nodes];
        this.via = new int[nodes];
        this.last = NodeSet.none(nodes);
    }

    /** Lets paths begin at some starts only where there are no others: such a path costs more than all others do. */
    void avoid(NodeSet starts) {
        last = starts;
        costOfLast = (int) Math.min(2L * nodes, Integer.MAX_VALUE / 8) + 1;
    }

    /** Looks for one path more; returns whether there is one, which {@link #take} then adds. */
    boolean find() {
        ProgressBatch steps = new ProgressBatch(task, "Finding paths that share no object", nodes);
        Arrays.fill(distance, UNREACHED);
        split.forgetDistances();
        queue.clear();
        endDistance = UNREACHED;
        distance[target] = 0;
        queue.add(0, target);
        while (!queue.isEmpty() && queue.lowestKey() < endDistance) {
            int key = queue.lowestKey();
            int state = queue.removeLowest();
            if (key == distanceOf(state)) {
                expand(state, key);
                steps.add(1);
            }
        }
        steps.finish();
        return endDistance != UNREACHED;
    }

    private int distanceOf(int state) {
        return state < nodes ? distance[state] : split.outDistance[state - nodes];
    }

    private void expand(int state, int key) {
        if (state >= nodes) {
            int slot = state - nodes;
            if (split.isUsed(slot)) {
                reachInner(split.node[slot], state, key + split.outPotential[slot]);
            }
            leave(split.node[slot], state, key + split.outPotential[slot]);
            return;
        }
        int slot = flow.slot(state);
        if (slot == NONE) {
            leave(state, state, key + flow.potential[state]);
        } else if (!split.isUsed(slot)) {
            reachOuter(slot, state, key + split.inPotential[slot]);
        } else if (split.previous[slot] != target) {
            // Taking back the step that a path makes into this node.
            reachOuter(flow.slot(split.previous[slot]), state, key + split.inPotential[slot] - 1);
        }
    }

    /** Goes to all referrers of a node; {@code cost} is the key with the potential already added, as below. */
    private void leave(int node, int state, int cost) {
        int to = referrers.to(node);
        for (int i = referrers.from(node); i < to; i++) {
            int referrer = referrers.target(i);
            if (referrer == target || !flow.isPassable(referrer)) {
                continue;
            }
            if (!flow.starts.contains(referrer)) {
                reachInner(referrer, state, cost + 1);
            } else if (endCost(cost, referrer) < endDistance && !(node == target && flow.isTaken(referrer))) {
                endDistance = endCost(cost, referrer);
                endVia = state;
                end = referrer;
            }
        }
    }

    private int endCost(int cost, int start) {
        return cost + 1 + (last.contains(start) ? costOfLast : 0);
    }

    private void reachInner(int node, int from, int cost) {
        int slot = flow.slot(node);
        int key = cost - (slot == NONE ? flow.potential[node] : split.inPotential[slot]);
        if (key < distance[node] && key < endDistance) {
            distance[node] = key;
            via[node] = from;
            queue.add(key, node);
        }
    }

    private void reachOuter(int slot, int from, int cost) {
        int key = cost - split.outPotential[slot];
        if (key < split.outDistance[slot] && key < endDistance) {
            split.outDistance[slot] = key;
            split.outVia[slot] = from;
            queue.add(key, nodes + slot);
        }
    }

    /** Returns the path that was found, as long as none was added. */
    int[] found() {
        IntList path = new IntList();
        path.add(end);
        for (int node = endVia; node != target; node = via[node]) {
            path.add(node);
        }
        path.add(target);
        return path.toArray();
    }

    /** Adds the path that was found, taking back steps of earlier ones where it goes against them. */
    void take() {
        raisePotentials();
        IntStack states = new IntStack();
        for (int state = endVia; state != target; state = state < nodes ? via[state] : split.outVia[state - nodes]) {
            states.push(state);
        }
        states.push(target);
        for (int i = 0; i + 1 < states.size(); i++) {
            int slot = states.get(i) - nodes;
            int from = states.get(i + 1);
            if (slot >= 0 && from != split.node[slot]) {
                split.next[slot] = NONE;
                split.previous[flow.slot(from)] = NONE;
            }
        }
        if (endVia == target) {
            flow.takeDirect(end);
            return;
        }
        int beyond = end;
        for (int i = 0; i < states.size(); i++) {
            int state = states.get(i);
            int node = flow.node(state);
            boolean leadsOn = i == 0 || (states.get(i - 1) < nodes && node != beyond);
            if (leadsOn) {
                flow.join(node, beyond);
            }
            beyond = node;
        }
    }

    private void raisePotentials() {
        for (int node = 0; node < nodes; node++) {
            if (distance[node] < endDistance) {
                int slot = flow.slot(node);
                if (slot == NONE) {
                    flow.potential[node] += distance[node] - endDistance;
                } else {
                    split.inPotential[slot] += distance[node] - endDistance;
                }
            }
        }
        for (int slot = 0; slot < split.size(); slot++) {
            if (split.outDistance[slot] < endDistance) {
                split.outPotential[slot] += split.outDistance[slot] - endDistance;
            }
        }
    }

    /** Returns, after a search that found nothing, the nodes of the cut nearest to the target. */
    int[] cutNearTarget() {
        return PathCut.between(flow, state -> distanceOf(state) != UNREACHED, true);
    }
}
