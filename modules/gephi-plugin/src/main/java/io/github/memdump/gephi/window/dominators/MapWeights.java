package io.github.memdump.gephi.window.dominators;

import io.github.memdump.analysis.OwnObjects;
import io.github.memdump.analysis.Retained;
import io.github.memdump.heap.Heap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * What the areas of a map stand for: bytes or objects that nodes retain, without what the dump and the tracer made
 * themselves, which would be the largest part of a traced heap. 16 bytes for each object above one of these;
 * thread-safe.
 */
final class MapWeights implements ToLongFunction<Integer> {
    private final Branches branches;
    private final boolean bytes;
    private final Map<Integer, Long> own = new HashMap<>();
    private final Map<Integer, Long> ofGroups = new HashMap<>();

    private MapWeights(Branches branches, boolean bytes) {
        this.branches = branches;
        this.bytes = bytes;
    }

    /** Returns the weights of a tree. */
    static MapWeights of(Branches branches, Heap heap, Retained retained, boolean bytes) {
        MapWeights weights = new MapWeights(branches, bytes);
        for (int object : OwnObjects.of(heap).objects()) {
            if (retained.isReachable(object)) {
                weights.leaveOut(object, bytes ? heap.memsize(object) : 1, retained);
            }
        }
        return weights;
    }

    private void leaveOut(int object, long amount, Retained retained) {
        for (int at = object; at >= 0; at = retained.dominators().dominator(at)) {
            own.merge(at, amount, Long::sum);
        }
        own.merge(branches.root(), amount, Long::sum);
    }

    @Override
    public long applyAsLong(Integer node) {
        long all = bytes ? branches.retainedSize(node) : branches.retainedCount(node);
        return Math.max(0, all - (node <= branches.root() ? own.getOrDefault(node, 0L) : ofGroup(node)));
    }

    private synchronized long ofGroup(int node) {
        return ofGroups.computeIfAbsent(node, group -> {
            long sum = 0;
            for (int member : branches.children(group)) {
                sum += own.getOrDefault(member, 0L);
            }
            return sum;
        });
    }
}
