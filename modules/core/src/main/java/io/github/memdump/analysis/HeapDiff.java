package io.github.memdump.analysis;

import io.github.memdump.array.Saturating;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapIdentities;
import io.github.memdump.task.Task;

/**
 * What came and went between two dumps of one process, by identity: {@code address:generation} where the record has a
 * generation, else the address; the name for ROOT objects. Objects without a generation are compared by address alone,
 * so that a new object at a reused address looks like the old one: {@link #newWithoutGeneration} and
 * {@link #comparedByAddress} say how far this may matter. Immutable.
 */
public final class HeapDiff {
    private static final int STEP = 1 << 14;

    private final HeapIdentities before;
    private final Heap after;
    private final NodeSet newObjects;
    private final int reusedAddresses;
    private final int newWithoutGeneration;
    private final int comparedByAddress;
    private final long newMemsize;
    private final OwnObjects own;
    private final NodeSet newOfProgram;
    private final long newMemsizeOfProgram;
    private final NodeSet grownObjects;
    private final long grownMemsize;

    private HeapDiff(HeapIdentities before, Heap after, NodeSet newObjects, int reusedAddresses,
        int newWithoutGeneration, int comparedByAddress, long newMemsize, NodeSet larger) {
        this.before = before;
        this.after = after;
        this.newObjects = newObjects;
        this.reusedAddresses = reusedAddresses;
        this.newWithoutGeneration = newWithoutGeneration;
        this.comparedByAddress = comparedByAddress;
        this.newMemsize = newMemsize;
        this.own = OwnObjects.of(after);
        NodeSet.Builder ofProgram = newObjects.toBuilder();
        for (int object : own.objects()) {
            ofProgram.remove(object);
        }
        this.newOfProgram = ofProgram.build();
        long[] memsize = {0};
        newOfProgram.forEach(object -> memsize[0] = Saturating.sum(memsize[0], after.memsize(object)));
        this.newMemsizeOfProgram = memsize[0];
        this.grownObjects = NodeSet.where(after.objectCount(), object -> larger.contains(object)
            && !own.contains(object));
        long[] grown = {0};
        grownObjects.forEach(object -> grown[0] = Saturating.sum(grown[0], growth(object)));
        this.grownMemsize = grown[0];
    }

    /** Compares two heaps; time is linear in the later one but for a logarithmic look-up per object. */
    public static HeapDiff between(Heap before, Heap after, Task task) {
        return between(before.identities(), after, task);
    }

    /** Does the same with no more of the earlier heap than the comparison needs. */
    public static HeapDiff between(HeapIdentities before, Heap after, Task task) {
        task.phase("Comparing the dumps", after.objectCount());
        NodeSet.Builder added = NodeSet.builder(after.objectCount());
        NodeSet.Builder larger = NodeSet.builder(after.objectCount());
        int reused = 0;
        int withoutGeneration = 0;
        int byAddress = 0;
        long memsize = 0;
        for (int object = 0; object < after.objectCount(); object++) {
            int old = sameAddress(before, after, object);
            int generation = after.generation(object);
            if (old == Heap.NO_OBJECT || before.generation(old) != generation) {
                added.add(object);
                memsize = Saturating.sum(memsize, after.memsize(object));
                reused += old == Heap.NO_OBJECT ? 0 : 1;
                withoutGeneration += generation == Heap.NO_GENERATION && !after.isRoot(object) ? 1 : 0;
            } else {
                byAddress += generation == Heap.NO_GENERATION && !after.isRoot(object) ? 1 : 0;
                if (after.memsize(object) > before.memsize(old)) {
                    larger.add(object);
                }
            }
            if ((object & STEP - 1) == STEP - 1) {
                task.done(STEP);
            }
        }
        return new HeapDiff(before, after, added.build(), reused, withoutGeneration, byAddress, memsize,
            larger.build());
    }

    private static int sameAddress(HeapIdentities before, Heap after, int object) {
        return after.isRoot(object) ? before.rootNamed(after.identity(object)) : before.at(after.address(object));
    }

    /**
     * Returns the old objects that became larger, a String, an Array or the table of a Hash for instance; but for the
     * dump's {@link #own}.
     */
    public NodeSet grownObjects() {
        return grownObjects;
    }

    /** Returns by how many bytes all of {@link #grownObjects} became larger. */
    public long grownMemsize() {
        return grownMemsize;
    }

    /** Returns by how many bytes an object became larger, 0 for one that is new or did not; logarithmic time. */
    public long growth(int object) {
        return newObjects.contains(object) ? 0
            : Math.max(0, after.memsize(object) - before.memsize(sameAddress(before, after, object)));
    }

    /** Returns the objects of the earlier dump. */
    public HeapIdentities before() {
        return before;
    }

    /** Returns the heap of the later dump. */
    public Heap after() {
        return after;
    }

    /** Returns the new objects: those of the later heap that are not, by identity, in the earlier one. */
    public NodeSet newObjects() {
        return newObjects;
    }

    /** Returns what dumping and tracing made in the later heap. */
    public OwnObjects own() {
        return own;
    }

    /** Returns the new objects but for the dump's {@link #own}, which come with every dump and are no leak. */
    public NodeSet newOfProgram() {
        return newOfProgram;
    }

    /**
     * Returns whether the later dump has only a part of the heap, as one made with {@code since:}, which has no ROOT
     * records while the earlier has some; what is not in it need not be gone.
     */
    public boolean isPartial() {
        return after.roots().length == 0 && !before.rootNames().isEmpty();
    }

    /** Returns whether nothing came, nothing went and nothing became larger between the dumps. */
    public boolean isSame() {
        return newObjects().isEmpty() && goneObjects() == 0 && grownObjects.isEmpty();
    }

    /**
     * Returns how many objects of the earlier heap are not, by identity, in the later one; 0 where that says nothing,
     * because the later one {@link #isPartial}.
     */
    public int goneObjects() {
        return isPartial() ? 0 : before.objectCount() - (after.objectCount() - newObjects.size());
    }

    /** Returns how many new objects lie at an address that held another object before. */
    public int reusedAddresses() {
        return reusedAddresses;
    }

    /** Returns how many new objects carry no generation. */
    public int newWithoutGeneration() {
        return newWithoutGeneration;
    }

    /** Returns how many objects were taken for old by their address alone. */
    public int comparedByAddress() {
        return comparedByAddress;
    }

    /** Returns the sum of the sizes of the new objects in bytes. */
    public long newMemsize() {
        return newMemsize;
    }

    /** Returns the sum of the sizes of {@link #newOfProgram} in bytes. */
    public long newMemsizeOfProgram() {
        return newMemsizeOfProgram;
    }

    /** Returns whether identities have generations; otherwise neither dump was traced and all rests on addresses. */
    public boolean byGeneration() {
        return before.withGeneration() > 0 || after.facts().withGeneration() > 0;
    }
}
