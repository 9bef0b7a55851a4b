package io.github.memdump.analysis.collection;

import io.github.memdump.dump.DumpException;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.names.AllReferences;
import io.github.memdump.names.ReferenceKind;
import io.github.memdump.names.ReferenceName;
import io.github.memdump.task.Task;
import io.github.memdump.value.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * By what collections are held. Of several references the one that tells most counts: a constant before a variable, a
 * variable before a place in another collection; else the first in the dump. One pass over the dump for the names;
 * about 50 bytes for each collection asked about and for each that holds one of them.
 */
final class CollectionPlaces {
    /** So many collections are looked through for the one that a variable or constant holds. */
    private static final int DEEPEST = 4;

    private final Heap heap;
    private final NodeSet asked;
    private final Map<Integer, Held> best = new HashMap<>();

    private CollectionPlaces(Heap heap, NodeSet asked) {
        this.heap = heap;
        this.asked = asked;
    }

    private static final class Held {
        final int holder;
        final ReferenceName name;
        final int rank;

        Held(int holder, ReferenceName name) {
            this.holder = holder;
            this.name = name;
            this.rank = rank(name.kind());
        }
    }

    /** Finds the places of some objects. */
    static CollectionPlaces of(Values values, NodeSet objects, Task task) throws DumpException {
        Heap heap = values.heap();
        NodeSet asked = withContainers(heap, objects);
        CollectionPlaces places = new CollectionPlaces(heap, asked);
        AllReferences.visit(values, holders(heap, asked).toArray(), places::take, task);
        return places;
    }

    /** Returns the objects and the collections that hold them, some steps up. */
    private static NodeSet withContainers(Heap heap, NodeSet objects) {
        NodeSet all = objects;
        NodeSet last = objects;
        for (int step = 0; step < DEEPEST && !last.isEmpty(); step++) {
            NodeSet holders = holders(heap, last);
            NodeSet known = all;
            last = NodeSet.where(heap.objectCount(), object -> holders.contains(object) && !known.contains(object)
                && isContainer(heap, object));
            all = all.or(last);
        }
        return all;
    }

    private static NodeSet holders(Heap heap, NodeSet held) {
        NodeSet.Builder holders = NodeSet.builder(heap.objectCount());
        Graph referrers = heap.referrers();
        held.forEach(object -> {
            for (int edge = referrers.from(object); edge < referrers.to(object); edge++) {
                holders.add(referrers.target(edge));
            }
        });
        return holders.build();
    }

    private static boolean isContainer(Heap heap, int object) {
        int type = heap.type(object);
        return type == RecordTypes.ARRAY || type == RecordTypes.HASH || isSet(heap, object);
    }

    private static boolean isSet(Heap heap, int object) {
        return heap.type(object) == RecordTypes.OBJECT && heap.className(object).equals(CollectionSearch.SET);
    }

    private void take(int holder, long[] addresses, ReferenceName[] names) {
        for (int i = 0; i < addresses.length; i++) {
            int target = heap.at(addresses[i]);
            if (target == Heap.NO_OBJECT || target == holder || !asked.contains(target)) {
                continue;
            }
            Held held = new Held(holder, names[i]);
            Held known = best.get(target);
            if (known == null || held.rank < known.rank) {
                best.put(target, held);
            }
        }
    }

    private static int rank(ReferenceKind kind) {
        switch (kind) {
            case CONSTANT:
            case CLASS_IVAR:
            case CLASS_VARIABLE:
            case GLOBAL:
                return 0;
            case IVAR:
            case MEMBER:
                return 1;
            case THREAD_LOCAL:
            case LOCAL:
                return 2;
            case INDEX:
            case KEY:
            case VALUE:
                return 3;
            default:
                return 4;
        }
    }

    /** Returns the place of an object that was asked about. */
    CollectionPlace of(int object) {
        List<ReferenceKind> inside = new ArrayList<>();
        Held held = best.get(object);
        for (int step = 0; held != null && step < 2 * DEEPEST && isPassed(held); step++) {
            if (CollectionPlace.isPosition(held.name.kind())) {
                inside.add(held.name.kind());
            }
            held = best.get(held.holder);
        }
        Collections.reverse(inside);
        return held == null ? new CollectionPlace()
            : new CollectionPlace(heap, owner(held.holder), held.name, inside);
    }

    private boolean isPassed(Held held) {
        return best.containsKey(held.holder)
            && (CollectionPlace.isPosition(held.name.kind()) || isSet(heap, held.holder));
    }

    /** Returns the object whose variables a record of variables keeps. */
    private int owner(int holder) {
        Graph referrers = heap.referrers();
        return heap.isFields(holder) && referrers.outDegree(holder) > 0
            ? referrers.target(referrers.from(holder)) : holder;
    }
}
