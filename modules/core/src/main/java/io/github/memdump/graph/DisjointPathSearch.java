package io.github.memdump.graph;

import io.github.memdump.task.Task;
import java.util.Arrays;

/**
 * Sends one unit of flow after the other from the target back to the starts, each on the cheapest way that is left,
 * where every node lets one unit through (Suurballe: Disjoint Paths in a Network, 1974, in the form with potentials of
 * Edmonds and Karp, 1972).
 *
 * <p>A state is a node, or the outer side of a split node: {@code nodes + slot}. Reduced costs are whole numbers, so
 * that buckets do for a priority queue. Potentials are never above 0; one below {@link #SPLIT} is none, but says where
 * the node is among the split ones.
 */
final class DisjointPathSearch {
    private static final int NONE = SplitNodes.NONE;
    private static final int UNREACHED = Integer.MAX_VALUE;
    /** Potentials are above: no path is longer than twice the number of nodes. */
    private static final int SPLIT = Integer.MIN_VALUE / 2;

    private final Walk referrers;
    private final NodeSet starts;
    private final int target;
    private final int nodes;
    private final Task task;
    private final int[] potential;
    private final int[] distance;
    private final int[] via;
    private final SplitNodes split = new SplitNodes();
    private final BucketQueue queue = new BucketQueue();
    private final NodeSet.Builder direct;
    private final IntStack directStarts = new IntStack();
    private int endDistance;
    private int endVia;
    private int end;

    DisjointPathSearch(Walk referrers, NodeSet starts, int target, Task task) {
        this.referrers = referrers;
        this.starts = starts;
        this.target = target;
        this.nodes = referrers.nodeCount();
        this.task = task;
        this.potential = new int[nodes];
        this.distance = new int[nodes];
        this.via = new int[nodes];
        this.direct = NodeSet.builder(nodes);
    }

    /** Looks for one path more; returns whether there is one, which {@link #take} then adds. */
    boolean find() {
        Steps steps = new Steps(task, "Finding paths that share no object", nodes);
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

    private int slot(int node) {
        return potential[node] < SPLIT ? potential[node] - Integer.MIN_VALUE : NONE;
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
        int slot = slot(state);
        if (slot == NONE) {
            leave(state, state, key + potential[state]);
        } else if (!split.isUsed(slot)) {
            reachOuter(slot, state, key + split.inPotential[slot]);
        } else if (split.previous[slot] != target) {
            // Taking back the step that a path makes into this node.
            reachOuter(slot(split.previous[slot]), state, key + split.inPotential[slot] - 1);
        }
    }

    /** Goes to all referrers of a node; {@code cost} is the key with the potential already added, as below. */
    private void leave(int node, int state, int cost) {
        int to = referrers.to(node);
        for (int i = referrers.from(node); i < to; i++) {
            int referrer = referrers.target(i);
            if (referrer == target || !referrers.enters(referrer)) {
                continue;
            }
            if (!starts.contains(referrer)) {
                reachInner(referrer, state, cost + 1);
            } else if (cost + 1 < endDistance && !(node == target && direct.contains(referrer))) {
                endDistance = cost + 1;
                endVia = state;
                end = referrer;
            }
        }
    }

    private void reachInner(int node, int from, int cost) {
        int slot = slot(node);
        int key = cost - (slot == NONE ? potential[node] : split.inPotential[slot]);
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
                split.previous[slot(from)] = NONE;
            }
        }
        if (endVia == target) {
            direct.add(end);
            directStarts.push(end);
            return;
        }
        int beyond = end;
        for (int i = 0; i < states.size(); i++) {
            int state = states.get(i);
            int node = state < nodes ? state : split.node[state - nodes];
            boolean leadsOn = i == 0 || states.get(i - 1) < nodes && node != beyond;
            if (leadsOn) {
                join(node, beyond);
            }
            beyond = node;
        }
    }

    /** Lets a path lead from a node to the one beyond it, as seen from the target. */
    private void join(int node, int beyond) {
        if (node != target) {
            int slot = splitSlot(node);
            split.next[slot] = beyond;
        }
        if (!starts.contains(beyond)) {
            int slot = splitSlot(beyond);
            split.previous[slot] = node;
        }
    }

    private int splitSlot(int node) {
        int slot = slot(node);
        if (slot == NONE) {
            slot = split.add(node, potential[node]);
            potential[node] = Integer.MIN_VALUE + slot;
        }
        return slot;
    }

    private void raisePotentials() {
        for (int node = 0; node < nodes; node++) {
            if (distance[node] < endDistance) {
                int slot = slot(node);
                if (slot == NONE) {
                    potential[node] += distance[node] - endDistance;
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

    /** Returns the paths taken, each from its start to the target, in no particular order. */
    int[][] paths() {
        int[][] paths = new int[directStarts.size()][];
        for (int i = 0; i < paths.length; i++) {
            paths[i] = new int[] {directStarts.get(i), target};
        }
        for (int slot = 0; slot < split.size(); slot++) {
            if (split.isUsed(slot) && split.previous[slot] == target) {
                paths = Arrays.copyOf(paths, paths.length + 1);
                paths[paths.length - 1] = path(slot);
            }
        }
        return paths;
    }

    private int[] path(int first) {
        IntStack away = new IntStack();
        away.push(target);
        int slot = first;
        while (!starts.contains(split.next[slot])) {
            away.push(split.node[slot]);
            slot = slot(split.next[slot]);
        }
        away.push(split.node[slot]);
        away.push(split.next[slot]);
        int[] path = new int[away.size()];
        for (int i = 0; i < path.length; i++) {
            path[i] = away.get(path.length - 1 - i);
        }
        return path;
    }

    /**
     * Returns, after a search that found nothing, the nodes of a smallest cut: those that can be come to from the
     * target and not gone beyond. With the starts that refer to the target itself they bar every path.
     */
    int[] cut() {
        IntStack cut = new IntStack();
        for (int slot = 0; slot < split.size(); slot++) {
            if (split.isUsed(slot) && distance[split.node[slot]] != UNREACHED
                && split.outDistance[slot] == UNREACHED) {
                cut.push(split.node[slot]);
            }
        }
        int[] nodesOfCut = cut.toArray();
        Arrays.sort(nodesOfCut);
        return nodesOfCut;
    }

    /** Returns the starts of the paths that are a single reference. */
    int[] directStarts() {
        int[] sorted = directStarts.toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
