package io.github.memdump.analysis.collection;

import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.names.Certainty;
import io.github.memdump.names.ReferenceKind;
import io.github.memdump.names.ReferenceName;
import java.util.List;
import java.util.Objects;

/**
 * Where collections are held: by what kind of thing of which class, or of which root, class or module, and behind that
 * as elements, keys or values of further collections. Equal for objects of one class. Immutable.
 */
public final class CollectionPlace {
    private final int holder;
    /** What tells holders apart: below 0 a single one, else the number of a class. */
    private final int group;
    private final ReferenceKind kind;
    private final List<String> names;
    private final Certainty certainty;
    private final List<ReferenceKind> inside;

    CollectionPlace(Heap heap, int holder, ReferenceName name, List<ReferenceKind> inside) {
        this.holder = holder;
        boolean isSingle = heap.isRoot(holder) || heap.type(holder) == RecordTypes.CLASS
            || heap.type(holder) == RecordTypes.MODULE;
        this.group = isSingle ? -2 - holder : heap.classNumber(holder);
        this.kind = name.kind();
        this.names = isPosition(kind) ? List.of() : name.names();
        this.certainty = name.certainty();
        this.inside = List.copyOf(inside);
    }

    /** Makes the place of what nothing in the dump holds. */
    CollectionPlace() {
        this.holder = Heap.NO_OBJECT;
        this.group = -1;
        this.kind = ReferenceKind.UNKNOWN;
        this.names = List.of();
        this.certainty = Certainty.CANDIDATES;
        this.inside = List.of();
    }

    /** Returns whether a kind of reference is a place in a collection. */
    static boolean isPosition(ReferenceKind kind) {
        return kind == ReferenceKind.INDEX || kind == ReferenceKind.KEY || kind == ReferenceKind.VALUE;
    }

    /** Returns one of the objects that hold, or {@link Heap#NO_OBJECT} where nothing does. */
    public int holder() {
        return holder;
    }

    /** Returns the kind of the references from these. */
    public ReferenceKind kind() {
        return kind;
    }

    /** Returns the names of these references, several where it is one of them; empty where none is known. */
    public List<String> names() {
        return names;
    }

    /** Returns how sure the names are. */
    public Certainty certainty() {
        return certainty;
    }

    /** Returns in what collections of the holder they stand, the outermost first; empty as a rule. */
    public List<ReferenceKind> inside() {
        return inside;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof CollectionPlace)) {
            return false;
        }
        CollectionPlace place = (CollectionPlace) other;
        return group == place.group && kind == place.kind && certainty == place.certainty
            && names.equals(place.names) && inside.equals(place.inside);
    }

    @Override
    public int hashCode() {
        return Objects.hash(group, kind, certainty, names, inside);
    }
}
