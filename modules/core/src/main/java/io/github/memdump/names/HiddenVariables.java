package io.github.memdump.names;

import io.github.memdump.heap.Heap;
import java.util.BitSet;
import java.util.List;

/**
 * Variables that Ruby hides, as message and backtrace of an exception: they are among the references of an object and
 * in its shape, and the process does not tell them. Immutable, thread-safe.
 */
final class HiddenVariables {
    private final Shapes shapes;
    private final BitSet hiding = new BitSet();

    /** Finds the classes of which most objects hold more than the process told; linear in what it told. */
    HiddenVariables(Heap heap, Shapes shapes, ProcessNames told) {
        this.shapes = shapes;
        int[] balance = new int[heap.classes().size()];
        told.eachInstance((instance, address) -> {
            int object = heap.at(address);
            if (object != Heap.NO_OBJECT) {
                boolean isMore = heap.references().outDegree(object) > instance.held().size();
                balance[heap.classNumber(object)] += isMore ? 1 : -1;
            }
        });
        for (int number = 0; number < balance.length; number++) {
            hiding.set(number, balance[number] > 0);
        }
    }

    /** Returns whether objects of a class have some; without shapes these take the place of names. */
    boolean areIn(int classNumber) {
        return hiding.get(classNumber);
    }

    /**
     * Returns the names of so many references of an object whose hidden variables stand in its shape before those that
     * the process told; none where it is not so.
     */
    ReferenceName[] before(ProcessNames.Instance told, HolderRecord holder, int count) {
        List<String> all = holder.complex ? List.of() : shapes.names(holder.shape);
        List<String> held = told.held();
        int hidden = all.size() - told.layout.names.size();
        int heldHidden = count - held.size();
        if (hidden <= 0 || heldHidden < 0 || heldHidden > hidden
            || !all.subList(hidden, all.size()).equals(told.layout.names)) {
            return new ReferenceName[0];
        }
        ReferenceName[] names = new ReferenceName[count];
        for (int i = 0; i < count; i++) {
            names[i] = i >= heldHidden ? ReferenceName.certain(ReferenceKind.IVAR, held.get(i - heldHidden))
                : heldHidden == hidden ? ReferenceName.certain(ReferenceKind.IVAR, all.get(i))
                : ReferenceName.oneOf(ReferenceKind.IVAR, all.subList(0, hidden));
        }
        return names;
    }
}
