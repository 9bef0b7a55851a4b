package io.github.memdump.analysis;

import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.Walk;
import io.github.memdump.heap.Heap;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Stops: objects that a walk comes to and does not go through, told by their type.
 *
 * <p>What this means for each figure:
 * <ul>
 * <li>keepalive_count, keepalive_new_count: a stop is counted, since it is reached, and nothing is counted that is
 *     reached only through it. The count of a stop itself is 1.
 * <li>retained_count, retained_size, dominator: a stop that the roots reach is held for good, as ROOT objects are. So
 *     nothing above it retains it or what it holds, which classes seldom die to set free; the stop itself retains what
 *     it alone holds. As many objects are reachable as without stops.
 * <li>root_distance, border, in_after: as without stops.
 * </ul>
 * Thus no object but a stop retains more objects than it keeps alive. Immutable.
 */
public final class WalkBarrier {
    /** No stops: walks go everywhere. */
    public static final WalkBarrier NONE = of(Set.of());

    private final Set<StopType> types;

    private WalkBarrier(Set<StopType> types) {
        this.types = types;
    }

    /** Returns the stops at all objects of some types. */
    public static WalkBarrier of(Collection<StopType> types) {
        EnumSet<StopType> set = EnumSet.noneOf(StopType.class);
        set.addAll(types);
        return new WalkBarrier(Collections.unmodifiableSet(set));
    }

    /** Returns the types. */
    public Set<StopType> types() {
        return types;
    }

    /** Returns whether there are none. */
    public boolean isEmpty() {
        return types.isEmpty();
    }

    /** Returns the stops of a heap; linear, 1 bit per object. */
    public NodeSet in(Heap heap) {
        boolean[] isStop = new boolean[heap.types().names().size()];
        for (StopType type : types) {
            isStop[type.number()] = true;
        }
        return NodeSet.where(heap.objectCount(), object -> isStop[heap.type(object)]);
    }

    /** Returns the walk over the references of a heap that goes through no stop. */
    public Walk walk(Heap heap) {
        Walk everywhere = Walk.over(heap.references());
        return isEmpty() ? everywhere : everywhere.stoppingAt(in(heap));
    }
}
