package io.github.memdump.analysis.suspect;

import io.github.memdump.analysis.suspect.weight.ProgramObjects;
import io.github.memdump.analysis.suspect.weight.Subtrees;
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
    /** What merely runs or was captured says less than a constant or a global, which may be so many steps further. */
    private static final int FURTHER_FOR_CONSTANTS = 4;
    private static final int PATIENCE = 20_000;
    private static final int LONGEST = 64;

    private final Heap heap;
    private final ProgramObjects objects;
    private final Subtrees subtrees;

    Anchors(Heap heap, ProgramObjects objects, Subtrees subtrees) {
        this.heap = heap;
        this.objects = objects;
        this.subtrees = subtrees;
    }

    /**
     * Returns the anchors of a reachable object, the nearest first; the object itself if it is one. Code, Ruby's own
     * tables and the machine stack are named only where there is nothing more telling.
     */
    List<Anchor> of(int holder) {
        HolderKind own = kind(holder);
        if (own != HolderKind.OBJECT) {
            return List.of(new Anchor(own, new int[] {holder}));
        }
        Graph referrers = heap.referrers();
        NodeSet.Builder met = NodeSet.builder(heap.objectCount());
        met.add(holder);
        List<Anchor> found = new ArrayList<>();
        // Each step is the way from an object to the holder.
        ArrayDeque<int[]> open = new ArrayDeque<>();
        open.add(new int[] {holder});
        int last = Integer.MAX_VALUE;
        for (int patience = PATIENCE; !open.isEmpty() && patience > 0 && open.peek().length <= last; patience--) {
            int[] way = open.remove();
            for (int i = referrers.from(way[0]); i < referrers.to(way[0]); i++) {
                int referrer = referrers.target(i);
                if (!subtrees.isReachable(referrer) || subtrees.dominates(holder, referrer) || !met.add(referrer)) {
                    continue;
                }
                HolderKind kind = kind(referrer);
                int[] longer = lengthened(referrer, way);
                if (kind != HolderKind.OBJECT) {
                    found.add(new Anchor(kind, longer));
                    last = kind.isTelling() ? Math.min(last, way.length + (kind.isLasting() ? FURTHER
                        : FURTHER_FOR_CONSTANTS)) : last;
                } else if (longer.length < LONGEST) {
                    open.add(longer);
                }
            }
        }
        return ranked(found);
    }

    private static int[] lengthened(int object, int[] way) {
        int[] longer = new int[way.length + 1];
        longer[0] = object;
        System.arraycopy(way, 0, longer, 1, way.length);
        return longer;
    }

    private static List<Anchor> ranked(List<Anchor> found) {
        if (found.stream().anyMatch(anchor -> anchor.kind().isTelling())) {
            found.removeIf(anchor -> !anchor.kind().isTelling());
        }
        if (found.stream().anyMatch(anchor -> anchor.kind() == HolderKind.THREAD)) {
            // A thread's stack shows up as that of its first fiber too.
            found.removeIf(anchor -> anchor.kind() == HolderKind.FIBER);
        }
        found.sort(Comparator.comparing((Anchor anchor) -> !anchor.kind().isLasting())
            .thenComparingInt(anchor -> anchor.way().length).thenComparing(Anchor::kind)
            .thenComparingInt(Anchor::object));
        return Collections.unmodifiableList(found.subList(0, Math.min(MOST, found.size())));
    }

    /** Returns what an object is as a holder, {@link HolderKind#OBJECT} for what only leads further. */
    HolderKind kind(int object) {
        if (objects.isMadeAgain(object)) {
            return HolderKind.OBJECT;
        }
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
            case ProgramObjects.STACK:
                return HolderKind.STACK;
            default:
                return HolderKind.VM;
        }
    }

    private HolderKind imemoKind(int object) {
        if (objects.isCode(object)) {
            // A method leads to the class that has it.
            return heap.name(object).equals("ment") ? HolderKind.OBJECT : HolderKind.CODE;
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

    /** Something that Ruby holds on to, and the way from it to the holder. Immutable. */
    static final class Anchor {
        private final HolderKind kind;
        private final int[] way;

        Anchor(HolderKind kind, int[] way) {
            this.kind = kind;
            this.way = way;
        }

        HolderKind kind() {
            return kind;
        }

        int object() {
            return way[0];
        }

        /** Returns the objects from this one to the holder, both included; not to be changed. */
        int[] way() {
            return way;
        }
    }
}
