package io.github.memdump.answer.content;

import io.github.memdump.heap.Heap;
import io.github.memdump.names.ReferenceKind;
import io.github.memdump.names.ReferenceName;
import io.github.memdump.names.ReferenceNames;
import io.github.memdump.view.ObjectNames;
import java.util.EnumSet;
import java.util.Set;

/**
 * By which variable or constant objects on paths hold the next ones: "@sessions of Shop::SessionStore", "constant
 * LEAKED". Immutable, thread-safe.
 */
final class OwnerWords {
    private static final Set<ReferenceKind> VARIABLES = EnumSet.range(ReferenceKind.IVAR, ReferenceKind.GLOBAL);
    /** Kinds whose words say where a variable stands. */
    private static final Set<ReferenceKind> BY_THEMSELVES = EnumSet.of(ReferenceKind.GLOBAL, ReferenceKind.LOCAL,
        ReferenceKind.THREAD_LOCAL);
    private static final String TOP_LEVEL = "class Object";

    static {
        VARIABLES.addAll(EnumSet.of(ReferenceKind.MEMBER, ReferenceKind.LOCAL, ReferenceKind.THREAD_LOCAL));
    }

    private final ObjectNames names;
    private final ReferenceNames via;

    OwnerWords(ObjectNames names, ReferenceNames via) {
        this.names = names;
        this.via = via;
    }

    /** Returns by what the object at a place of a path holds the next one, and whose; empty where it has no name. */
    String of(int[] path, int place) {
        return of(path[place], name(path, place));
    }

    /** Returns by what an object holds another, and whose that is; empty where it has no name. */
    String of(int holder, ReferenceName name) {
        if (!VARIABLES.contains(name.kind()) || name.names().isEmpty() || holder < 0) {
            return "";
        }
        String owner = names.of(holder);
        boolean isTopLevel = name.kind() == ReferenceKind.CONSTANT && owner.equals(TOP_LEVEL);
        return name.words() + (isTopLevel || BY_THEMSELVES.contains(name.kind()) ? "" : " of " + owner);
    }

    /** Returns the same of a variable of a method, a thread or the whole program alone. */
    String ofContext(int[] path, int place) {
        return BY_THEMSELVES.contains(name(path, place).kind()) ? of(path, place) : "";
    }

    /** Returns what the object at a place of a path holds the next one by, where it keeps its variables apart too. */
    ReferenceName name(int[] path, int place) {
        ReferenceName name = place + 1 < path.length ? via.of(path[place], path[place + 1])
            : via.of(Heap.NO_OBJECT, Heap.NO_OBJECT);
        return name.kind() == ReferenceKind.FIELDS ? name(path, place + 1) : name;
    }
}
