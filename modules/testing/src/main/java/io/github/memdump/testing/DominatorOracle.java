package io.github.memdump.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Immediate dominators over references from a virtual root above all ROOT objects, by the iteration of Cooper, Harvey
 * and Kennedy ("A Simple, Fast Dominance Algorithm", 2001), and what each object retains.
 *
 * <p>All maps hold just the objects that the roots reach. {@link #retainedBy} tells by plain removal what an object
 * retains: slower, and beyond doubt.
 */
public final class DominatorOracle {
    /** The name of the virtual root. */
    public static final String ALL_ROOTS = "ALL_ROOTS";

    private final Oracle heap;
    private final List<String> order;
    private final Map<String, String> dominators = new LinkedHashMap<>();
    private final Map<String, Long> retainedCounts = new HashMap<>();
    private final Map<String, Long> retainedSizes = new HashMap<>();

    DominatorOracle(Oracle heap) {
        this.heap = heap;
        this.order = reversePostorder();
        int[] dominatorByPosition = iterate();
        for (int i = 1; i < order.size(); i++) {
            dominators.put(order.get(i), order.get(dominatorByPosition[i]));
            retainedCounts.put(order.get(i), 1L);
            retainedSizes.put(order.get(i), heap.memsize(order.get(i)));
        }
        for (int i = order.size() - 1; i > 0; i--) {
            String object = order.get(i);
            String above = dominators.get(object);
            if (!above.equals(ALL_ROOTS)) {
                retainedCounts.merge(above, retainedCounts.get(object), Long::sum);
                retainedSizes.merge(above, retainedSizes.get(object), Long::sum);
            }
        }
    }

    /** Returns the immediate dominator of every reachable object, {@link #ALL_ROOTS} where it is the virtual root. */
    public Map<String, String> dominators() {
        return Collections.unmodifiableMap(dominators);
    }

    /** Returns how many objects would die with each object, itself included. */
    public Map<String, Long> retainedCounts() {
        return Collections.unmodifiableMap(retainedCounts);
    }

    /** Returns how many bytes would be freed with each object, its own included. */
    public Map<String, Long> retainedSizes() {
        return Collections.unmodifiableMap(retainedSizes);
    }

    /** Finds by removal which objects would no longer be reached without this one, itself included; linear time. */
    public Set<String> retainedBy(String object) {
        Set<String> lost = new HashSet<>(Walks.reach(heap.graph(), heap.roots(), all -> true));
        lost.removeAll(Walks.reach(heap.graph(), heap.roots(), other -> !other.equals(object)));
        return lost;
    }

    private Collection<String> successors(String object) {
        return object.equals(ALL_ROOTS) ? heap.roots() : heap.graph().get(object);
    }

    private List<String> reversePostorder() {
        List<String> postorder = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Deque<String> path = new ArrayDeque<>();
        Deque<Iterator<String>> rest = new ArrayDeque<>();
        path.push(ALL_ROOTS);
        rest.push(successors(ALL_ROOTS).iterator());
        while (!path.isEmpty()) {
            if (rest.peek().hasNext()) {
                String next = rest.peek().next();
                if (seen.add(next)) {
                    path.push(next);
                    rest.push(successors(next).iterator());
                }
            } else {
                rest.pop();
                postorder.add(path.pop());
            }
        }
        Collections.reverse(postorder);
        return postorder;
    }

    private int[] iterate() {
        Map<String, Integer> position = new HashMap<>();
        order.forEach(object -> position.put(object, position.size()));
        List<List<Integer>> predecessors = new ArrayList<>();
        order.forEach(object -> predecessors.add(new ArrayList<>()));
        order.forEach(object -> successors(object)
            .forEach(next -> predecessors.get(position.get(next)).add(position.get(object))));
        int[] dominator = new int[order.size()];
        Arrays.fill(dominator, 1, dominator.length, -1);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 1; i < dominator.length; i++) {
                int common = -1;
                for (int predecessor : predecessors.get(i)) {
                    if (dominator[predecessor] >= 0) {
                        common = common < 0 ? predecessor : intersect(dominator, predecessor, common);
                    }
                }
                changed |= dominator[i] != common;
                dominator[i] = common;
            }
        }
        return dominator;
    }

    private static int intersect(int[] dominator, int a, int b) {
        int left = a;
        int right = b;
        while (left != right) {
            if (left > right) {
                left = dominator[left];
            } else {
                right = dominator[right];
            }
        }
        return left;
    }
}
