package io.github.memdump.view.assembly;

import io.github.memdump.array.IntList;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.ReferenceNames;
import io.github.memdump.view.EdgeKind;
import io.github.memdump.view.ViewEdge;
import io.github.memdump.view.choice.ViewObjects;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Of which references the edges of a view have their names: those between two objects, and those along a shortest way
 * through what was collapsed between them. Not changed once made.
 */
final class EdgeNames {
    /** What stands for a reference on a way whose name is not known, and for those that are left out. */
    private static final String UNKNOWN = "\u2026";
    private static final String STEP = " \u2192 ";
    /** An edge that may stand for more references has no name. */
    private static final int MOST_MERGED = 10_000;
    /** So many names a way has at most; of a longer one the first ones and the last. */
    private static final int MOST_STEPS = 4;
    /** So many collapsed objects are looked through for the ways from one object. */
    private static final int MOST_THROUGH = 20_000;

    private final ViewObjects shown;
    private final Graph references;
    private final List<ViewEdge> edges;
    /** The ways of collapsed edges, by the place of the edge: the objects on it, both ends among them. */
    private final Map<Integer, int[]> ways = new HashMap<>();

    EdgeNames(ViewObjects shown, Graph references, List<ViewEdge> edges) {
        this.shown = shown;
        this.references = references;
        this.edges = edges;
        Map<Integer, List<Integer>> bySource = new HashMap<>();
        for (int i = 0; i < edges.size(); i++) {
            if (isWay(edges.get(i))) {
                bySource.computeIfAbsent(edges.get(i).source(), any -> new ArrayList<>()).add(i);
            }
        }
        bySource.forEach(this::findWays);
    }

    private boolean isWay(ViewEdge edge) {
        return edge.kind() == EdgeKind.COLLAPSED && !shown.isRest(edge.source()) && !shown.isRest(edge.target())
            && sources(edge).length == 1 && targets(edge).length == 1;
    }

    private boolean isReference(ViewEdge edge) {
        boolean isOne = edge.kind() == EdgeKind.REFERENCE || edge.kind() == EdgeKind.DOMINATES;
        return isOne && !shown.isRest(edge.source()) && !shown.isRest(edge.target())
            && (long) sources(edge).length * targets(edge).length <= MOST_MERGED;
    }

    /** Returns the objects from which an edge leads on: of a run the last. */
    private int[] sources(ViewEdge edge) {
        int[] members = shown.members(edge.source());
        return shown.isRun(edge.source()) ? new int[] {members[members.length - 1]} : members;
    }

    /** Returns the objects to which an edge leads: of a run the first. */
    private int[] targets(ViewEdge edge) {
        return shown.isRun(edge.target()) ? new int[] {shown.objects[edge.target()]} : shown.members(edge.target());
    }

    /** Walks from one object through what was collapsed, breadth first, to the targets of its edges. */
    private void findWays(int source, List<Integer> from) {
        Map<Integer, Integer> wanted = new HashMap<>();
        from.forEach(edge -> wanted.putIfAbsent(targets(edges.get(edge))[0], edge));
        Map<Integer, Integer> before = new HashMap<>();
        IntList queue = new IntList();
        int start = sources(edges.get(from.get(0)))[0];
        before.put(start, Heap.NO_OBJECT);
        queue.add(start);
        for (int next = 0; next < queue.size() && !wanted.isEmpty(); next++) {
            int object = queue.get(next);
            for (int i = references.from(object); i < references.to(object); i++) {
                int target = references.target(i);
                Integer edge = object == start ? null : wanted.remove(target);
                if (edge != null) {
                    ways.put(edge, way(before, object, target));
                } else if (shown.isCollapsed(target) && before.size() < MOST_THROUGH
                    && before.putIfAbsent(target, object) == null) {
                    queue.add(target);
                }
            }
        }
    }

    private static int[] way(Map<Integer, Integer> before, int last, int target) {
        IntList backwards = new IntList();
        backwards.add(target);
        for (int object = last; object != Heap.NO_OBJECT; object = before.getOrDefault(object, Heap.NO_OBJECT)) {
            backwards.add(object);
        }
        int[] way = new int[backwards.size()];
        for (int i = 0; i < way.length; i++) {
            way[i] = backwards.get(way.length - 1 - i);
        }
        return way;
    }

    /** Returns the objects whose references are to be named; some more than once. */
    int[] holders() {
        IntList holders = new IntList();
        edges.stream().filter(this::isReference).forEach(edge -> Arrays.stream(sources(edge)).forEach(holders::add));
        ways.values().forEach(way -> Arrays.stream(way, 0, way.length - 1).forEach(holders::add));
        return holders.toArray();
    }

    /** Returns the objects to which these references lead. */
    NodeSet held(int objects) {
        NodeSet.Builder held = NodeSet.builder(objects);
        edges.stream().filter(this::isReference).forEach(edge -> Arrays.stream(targets(edge)).forEach(held::add));
        ways.values().forEach(way -> Arrays.stream(way, 1, way.length).forEach(held::add));
        return held.build();
    }

    /** Returns the edges with their names. */
    List<ViewEdge> named(ReferenceNames names) {
        return IntStream.range(0, edges.size()).mapToObj(i -> {
            ViewEdge edge = edges.get(i);
            return ways.containsKey(i) ? edge.named(words(ways.get(i), names))
                : isReference(edge) ? edge.named(names.words(sources(edge), targets(edge))) : edge;
        }).collect(Collectors.toList());
    }

    /** Returns the names along a way; nothing where none of them is known. */
    private static String words(int[] way, ReferenceNames names) {
        int steps = way.length - 1;
        StringBuilder words = new StringBuilder();
        boolean known = false;
        for (int i = 0; i < steps; i++) {
            if (steps > MOST_STEPS && i == MOST_STEPS - 2) {
                words.append(UNKNOWN).append(STEP);
                i = steps - 1;
            }
            String name = names.words(way[i], way[i + 1]);
            known |= !name.isEmpty();
            words.append(name.isEmpty() ? UNKNOWN : name).append(i < steps - 1 ? STEP : "");
        }
        return known ? words.toString() : "";
    }
}
