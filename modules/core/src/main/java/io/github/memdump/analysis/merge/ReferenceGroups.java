package io.github.memdump.analysis.merge;

import io.github.memdump.array.IntList;
import io.github.memdump.array.Saturating;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.names.AllReferences;
import io.github.memdump.names.Certainty;
import io.github.memdump.names.ReferenceKind;
import io.github.memdump.names.ReferenceName;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;

/**
 * What the objects of each class hold, by name: references merged by the class of their holder (roots, classes and
 * modules each by itself), what they are called, and the class of what they lead to. Positions are left out. 4 bytes
 * per reference, about 200 per group. Filled by one thread.
 */
public final class ReferenceGroups implements AllReferences.Visitor {
    private final Heap heap;
    private final Map<Key, IntList> targets = new HashMap<>();

    /** Begins with no reference. */
    public ReferenceGroups(Heap heap) {
        this.heap = heap;
    }

    /** References that are alike. Immutable. */
    public static final class Group {
        private final Key key;
        private final int holder;
        private final int target;
        private final int references;
        private final int objects;
        private final long retained;

        private Group(Key key, int holder, int target, int references, int objects, long retained) {
            this.key = key;
            this.holder = holder;
            this.target = target;
            this.references = references;
            this.objects = objects;
            this.retained = retained;
        }

        /** Returns one of the objects that hold. */
        public int holder() {
            return holder;
        }

        /** Returns one of the objects that are held. */
        public int target() {
            return target;
        }

        /** Returns the kind of the references. */
        public ReferenceKind kind() {
            return key.kind;
        }

        /** Returns their names, several where it is one of these; empty where none is known or it is a position. */
        public List<String> names() {
            return key.names;
        }

        /** Returns how sure the names are. */
        public Certainty certainty() {
            return key.certainty;
        }

        /** Returns the number of references. */
        public int references() {
            return references;
        }

        /** Returns the number of objects that they lead to, each once. */
        public int objects() {
            return objects;
        }

        /** Returns the bytes that these objects retain, each for itself. */
        public long retained() {
            return retained;
        }
    }

    private static final class Key {
        final int holderClass;
        /** The holder where it is a group by itself. */
        final int single;
        final ReferenceKind kind;
        final List<String> names;
        final Certainty certainty;
        final int targetClass;
        final int holder;

        Key(Heap heap, int holder, ReferenceName name, int target) {
            int type = heap.type(holder);
            boolean isSingle = type == RecordTypes.ROOT || type == RecordTypes.CLASS || type == RecordTypes.MODULE;
            this.holder = holder;
            this.holderClass = heap.classNumber(holder);
            this.single = isSingle ? holder : Heap.NO_OBJECT;
            this.kind = name.kind();
            boolean isPlace = kind == ReferenceKind.INDEX || kind == ReferenceKind.KEY || kind == ReferenceKind.VALUE;
            this.names = isPlace ? List.of() : name.names();
            this.certainty = name.certainty();
            this.targetClass = heap.classNumber(target);
        }

        @Override
        public boolean equals(Object other) {
            if (!(other instanceof Key)) {
                return false;
            }
            Key key = (Key) other;
            return holderClass == key.holderClass && single == key.single && kind == key.kind
                && certainty == key.certainty && targetClass == key.targetClass && names.equals(key.names);
        }

        @Override
        public int hashCode() {
            return Objects.hash(holderClass, single, kind, certainty, targetClass, names);
        }
    }

    @Override
    public void visit(int holder, long[] addresses, ReferenceName[] names) {
        for (int i = 0; i < addresses.length; i++) {
            int target = heap.at(addresses[i]);
            if (target != Heap.NO_OBJECT) {
                targets.computeIfAbsent(new Key(heap, holder, names[i], target), any -> new IntList()).add(target);
            }
        }
    }

    /** Returns the groups, those that retain most first, by the bytes that each object retains. */
    public List<Group> groups(IntToLongFunction retained) {
        return targets.entrySet().stream().map(entry -> group(entry.getKey(), entry.getValue(), retained))
            .sorted(Comparator.comparingLong(Group::retained).reversed()
                .thenComparing(Comparator.comparingInt(Group::references).reversed())
                .thenComparingInt(Group::holder).thenComparingInt(Group::target))
            .collect(Collectors.toUnmodifiableList());
    }

    private static Group group(Key key, IntList targets, IntToLongFunction retained) {
        int[] sorted = targets.toArray();
        Arrays.sort(sorted);
        long bytes = 0;
        int objects = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                bytes = Saturating.sum(bytes, Math.max(0, retained.applyAsLong(sorted[i])));
                objects++;
            }
        }
        return new Group(key, key.holder, sorted[0], sorted.length, objects, bytes);
    }
}
