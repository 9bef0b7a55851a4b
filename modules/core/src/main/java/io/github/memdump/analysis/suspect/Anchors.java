package io.github.memdump.analysis.suspect;

import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Finds what a holder is anchored in, in Ruby's terms: backwards over references, nearest first, through other objects
 * of the program and Ruby's tables, never through what the holder itself dominates. Not thread-safe.
 */
final class Anchors {
    private static final int MOST = 4;
    /** Beyond the nearest telling anchor so many steps further count as "held there too". */
    private static final int FURTHER = 1;
    private static final int PATIENCE = 20_000;

    private final Heap heap;
    private final ProgramObjects objects;
    private final Subtrees subtrees;

    Anchors(Heap heap, ProgramObjects objects, Subtrees subtrees) {
        this.heap = heap;
        this.objects = objects;
        this.subtrees = subtrees;
    }

    /** Returns the anchors of a reachable object, those that tell most first; the object itself if it is one. */
    List<Anchor> of(int holder) {
        HolderKind own = kind(holder);
        if (own != HolderKind.OBJECT) {
            return List.of(new Anchor(own, holder, 0));
        }
        Graph referrers = heap.referrers();
        NodeSet.Builder met = NodeSet.builder(heap.objectCount());
        met.add(holder);
        List<Anchor> found = new ArrayList<>();
        ArrayDeque<int[]> open = new ArrayDeque<>();
        open.add(new int[] {holder, 0});
        int last = Integer.MAX_VALUE;
        for (int patience = PATIENCE; !open.isEmpty() && patience > 0 && open.peek()[1] < last; patience--) {
            int[] step = open.remove();
            for (int i = referrers.from(step[0]); i < referrers.to(step[0]); i++) {
                int referrer = referrers.target(i);
                if (!isReachable(referrer) || subtrees.dominates(holder, referrer) || !met.add(referrer)) {
                    continue;
                }
                HolderKind kind = kind(referrer);
                if (kind == HolderKind.OBJECT) {
                    open.add(new int[] {referrer, step[1] + 1});
                } else {
                    found.add(new Anchor(kind, referrer, step[1] + 1));
                    last = kind.isTelling() ? Math.min(last, step[1] + 1 + FURTHER) : last;
                }
            }
        }
        found.sort(Comparator.comparing((Anchor anchor) -> !anchor.kind().isTelling())
            .thenComparingInt(Anchor::distance).thenComparing(Anchor::kind).thenComparingInt(Anchor::object));
        return Collections.unmodifiableList(found.subList(0, Math.min(MOST, found.size())));
    }

    private boolean isReachable(int object) {
        return subtrees.isReachable(object);
    }

    /** Returns what an object is as a holder, {@link HolderKind#OBJECT} for what only leads further. */
    HolderKind kind(int object) {
        switch (heap.type(object)) {
            case RecordTypes.ROOT:
                return rootKind(heap.name(object));
            case RecordTypes.CLASS:
            case RecordTypes.MODULE:
            case RecordTypes.ICLASS:
                return HolderKind.MODULE;
            case RecordTypes.IMEMO:
                return imemoKind(object);
            case RecordTypes.DATA:
                return dataKind(heap.name(object));
            default:
                return HolderKind.OBJECT;
        }
    }

    private static HolderKind rootKind(String name) {
        switch (name) {
            case "global_tbl":
                return HolderKind.GLOBAL;
            case "finalizers":
                return HolderKind.FINALIZER;
            case "global_list":
                return HolderKind.C_EXTENSION;
            case "machine_context":
                return HolderKind.STACK;
            default:
                return HolderKind.VM;
        }
    }

    private HolderKind imemoKind(int object) {
        if (objects.isCode(object)) {
            return HolderKind.CODE;
        }
        switch (heap.name(object)) {
            case "env":
            case "ifunc":
            case "svar":
                return HolderKind.CLOSURE;
            default:
                return HolderKind.OBJECT;
        }
    }

    private static HolderKind dataKind(String struct) {
        switch (struct) {
            case "VM/thread":
                return HolderKind.THREAD;
            case "fiber":
                return HolderKind.FIBER;
            case "proc":
            case "method":
            case "binding":
                return HolderKind.CLOSURE;
            case "VM/pin_array_list":
                return HolderKind.C_EXTENSION;
            case "VM":
            case "ractor":
            case "autoload_const":
            case "autoload_data":
            case "autoload_i":
                return HolderKind.VM;
            default:
                return HolderKind.OBJECT;
        }
    }

    /** Something that Ruby holds on to, and how far from the holder it is. Immutable. */
    static final class Anchor {
        private final HolderKind kind;
        private final int object;
        private final int distance;

        Anchor(HolderKind kind, int object, int distance) {
            this.kind = kind;
            this.object = object;
            this.distance = distance;
        }

        HolderKind kind() {
            return kind;
        }

        int object() {
            return object;
        }

        int distance() {
            return distance;
        }
    }
}
