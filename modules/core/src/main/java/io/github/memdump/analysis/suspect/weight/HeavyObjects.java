package io.github.memdump.analysis.suspect.weight;

import io.github.memdump.array.IntList;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which heavy objects count for themselves. Many alike that one object dominates have gathered in it, however heavy
 * each of them is: of one class, made at one line, none of much more weight than the others.
 */
public final class HeavyObjects {
    private static final int MANY = 5;
    /** What weighs so many times the mean stands out. */
    private static final int MUCH = 3;

    private final Heap heap;
    private final Subtrees subtrees;
    private final Weights weights;
    private final NodeSet carriers;

    public HeavyObjects(Heap heap, Subtrees subtrees, Weights weights, NodeSet carriers) {
        this.heap = heap;
        this.subtrees = subtrees;
        this.weights = weights;
        this.carriers = carriers;
    }

    /** Returns the heavy objects without those that are one of many; linear time, 1 bit per object. */
    public NodeSet apart() {
        NodeSet.Builder result = NodeSet.builder(heap.objectCount());
        for (int i = 0; i < subtrees.size(); i++) {
            if (weights.isHeavy(subtrees.at(i))) {
                result.add(subtrees.at(i));
            }
        }
        for (int i = 0; i < subtrees.size(); i++) {
            if (weights.isHeavy(subtrees.at(i)) && carriers.contains(subtrees.at(i))) {
                for (IntList group : heavyChildren(subtrees.at(i)).values()) {
                    removeIfAlike(group, result);
                }
            }
        }
        return result.build();
    }

    private Map<Long, IntList> heavyChildren(int object) {
        Graph tree = subtrees.tree();
        Map<Long, IntList> byKind = new TreeMap<>();
        for (int i = tree.from(object); i < tree.to(object); i++) {
            int child = tree.target(i);
            if (weights.isHeavy(child) && carriers.contains(child)) {
                long kind = (long) heap.classNumber(child) << Integer.SIZE | (heap.site(child) & 0xFFFF_FFFFL);
                byKind.computeIfAbsent(kind, any -> new IntList()).add(child);
            }
        }
        return byKind;
    }

    private void removeIfAlike(IntList group, NodeSet.Builder result) {
        double sum = 0;
        double most = 0;
        for (int i = 0; i < group.size(); i++) {
            double share = weights.of(group.get(i)).shareOf(weights.total());
            sum += share;
            most = Math.max(most, share);
        }
        for (int i = 0; i < group.size() && group.size() >= MANY && most * group.size() <= MUCH * sum; i++) {
            result.remove(group.get(i));
        }
    }
}
