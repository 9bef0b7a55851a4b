package io.github.memdump.names;

import io.github.memdump.dump.DumpException;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.value.JointVisit;
import io.github.memdump.value.Values;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntPredicate;

/**
 * The names of the references of some objects: by which variable, constant, key or place each holds what it holds. The
 * records of these objects, the shapes and a few other objects of their classes are read from the dump again, which
 * costs about what showing an object does. About 100 bytes for each name, and all of them for each object asked about;
 * nothing is kept in the heap. Immutable, thread-safe.
 */
public final class ReferenceNames {
    private final Heap heap;
    private final ProcessNames told;
    private final Map<Integer, Map<Integer, ReferenceName>> names = new ConcurrentHashMap<>();
    /** The keys of values of hashes, by holder and value. */
    private final Map<Long, Integer> keys = new ConcurrentHashMap<>();

    private ReferenceNames(Heap heap, ProcessNames told) {
        this.heap = heap;
        this.told = told;
    }

    /**
     * Names the references of some objects; objects may come more than once.
     *
     * @throws DumpException                             as {@link Values#visit} does
     * @throws io.github.memdump.task.CancelledException if the task is cancelled
     */
    public static ReferenceNames of(Values values, int[] holders, Task task) throws DumpException {
        return of(values, holders, target -> true, task);
    }

    /** Names the references of some objects to those targets alone that are asked for. */
    public static ReferenceNames of(Values values, int[] holders, IntPredicate targets, Task task)
            throws DumpException {
        JointVisit visit = values.jointly();
        Asked asked = new Asked(visit, holders, targets);
        visit.run(task);
        return asked.answered();
    }

    /** Names that are asked for in a visit of the dump in which other things are read too. Used by one thread. */
    public static final class Asked {
        private final Heap heap;
        private final NameReading reading;
        private final IntPredicate wanted;
        private final Queue<HolderRecord> records = new ConcurrentLinkedQueue<>();

        /** Adds to a visit the references of some objects to those targets that are asked for. */
        public Asked(JointVisit visit, int[] holders, IntPredicate targets) {
            this.heap = visit.values().heap();
            this.wanted = target -> target != Heap.NO_OBJECT && targets.test(target);
            int[] distinct = Arrays.stream(holders).filter(holder -> holder >= 0).sorted().distinct().toArray();
            this.reading = new NameReading(visit);
            reading.addFor(distinct, visit);
            visit.add(distinct, (place, record) ->
                records.add(new HolderRecord(heap, distinct[place], record, wanted)));
        }

        /** Returns the names, once the visit has been run. */
        public ReferenceNames answered() {
            reading.begin();
            ReferenceNames result = new ReferenceNames(heap, reading.context().told());
            records.forEach(holder -> result.take(holder, reading.names().of(holder), wanted));
            return result;
        }
    }

    /** As {@link #of}, but names of nothing where the dump cannot be read again, as one from a pipe. */
    public static ReferenceNames ofDump(Heap heap, int[] holders, IntPredicate targets, Task task) {
        try {
            return of(Values.of(heap), holders, targets, task);
        } catch (DumpException unreadable) {
            return none(heap);
        }
    }

    private void take(HolderRecord holder, ReferenceName[] all, IntPredicate targets) {
        Map<Integer, ReferenceName> byTarget = new ConcurrentHashMap<>();
        for (int i = 0; i < all.length; i++) {
            int target = holder.targets[i];
            if (!targets.test(target)) {
                continue;
            }
            byTarget.merge(target, all[i], ReferenceName::and);
            boolean isValue = all[i].kind() == ReferenceKind.VALUE && all[i].certainty() == Certainty.CERTAIN;
            if (isValue && i > 0 && all[i - 1].kind() == ReferenceKind.KEY && holder.targets[i - 1] >= 0) {
                keys.putIfAbsent(pair(holder.object, target), holder.targets[i - 1]);
            }
        }
        names.put(holder.object, byTarget);
    }

    private static long pair(int holder, int target) {
        return (long) holder << Integer.SIZE | target;
    }

    /** Returns a key of a hash at which it has a value, or {@link Heap#NO_OBJECT} where none is known. */
    public int keyOf(int hash, int value) {
        return keys.getOrDefault(pair(hash, value), Heap.NO_OBJECT);
    }

    /** Returns names of nothing: what there is where the dump cannot be read again. */
    public static ReferenceNames none(Heap heap) {
        return new ReferenceNames(heap, ProcessNames.of(List.of()));
    }

    /** Returns whether the references of an object were asked about. */
    public boolean isAsked(int holder) {
        return names.containsKey(holder);
    }

    /** Returns what the reference from one object to another is called; unknown where it was not asked about. */
    public ReferenceName of(int holder, int target) {
        ReferenceName name = names.getOrDefault(holder, Map.of()).get(target);
        if (name != null) {
            return name;
        }
        return holder >= 0 && heap.isToHeldClass(holder, target) ? ReferenceName.toHeldClass() : ReferenceName.UNKNOWN;
    }

    /** Returns the name of a reference for people; of a value in a hash with the class of its key, where known. */
    public String words(int holder, int target) {
        ReferenceName name = of(holder, target);
        int key = name.kind() == ReferenceKind.VALUE ? keyOf(holder, target) : Heap.NO_OBJECT;
        if (key == Heap.NO_OBJECT) {
            return name.words();
        }
        String className = heap.className(key);
        return "value of " + ("AEIOU".indexOf(className.charAt(0)) >= 0 ? "an " : "a ") + className + " key";
    }

    /** Returns what all references from some objects to some have in common: name, else kind, else nothing. */
    public String words(int[] holders, int[] targets) {
        Set<String> words = new HashSet<>();
        Set<ReferenceKind> kinds = EnumSet.noneOf(ReferenceKind.class);
        for (int holder : holders) {
            for (int target : targets) {
                if (heap.references().hasEdge(holder, target)) {
                    words.add(words(holder, target));
                    kinds.add(of(holder, target).kind());
                }
            }
        }
        return words.size() == 1 ? words.iterator().next() : kinds.size() == 1 ? kinds.iterator().next().words() : "";
    }

    /** Returns what the process told. */
    public ProcessNames told() {
        return told;
    }
}
