package io.github.memdump.answer.content;

import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.names.ReferenceKind;
import io.github.memdump.names.ReferenceName;
import io.github.memdump.names.ReferenceNames;
import io.github.memdump.view.ObjectNames;
import java.util.ArrayList;
import java.util.List;

/**
 * A path on one line, with what each step is held by: {@code root vm → class Object → constant Shop → @store →
 * Shop::SessionStore → @sessions → Hash → value of a String key → Shop::Session}. Immutable.
 */
public final class PathLine {
    private static final String ARROW = " → ";

    private final ObjectNames objects;
    private final Heap heap;
    private final ReferenceNames via;

    /** Prepares to speak of paths in a heap. */
    public PathLine(ObjectNames objects, Heap heap, ReferenceNames via) {
        this.objects = objects;
        this.heap = heap;
        this.via = via;
    }

    /** Returns the line of a path, from its beginning on. */
    public String of(int[] path) {
        return String.join(ARROW, parts(path));
    }

    /** Returns the parts of the line. */
    public List<String> parts(int[] path) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < path.length; i++) {
            ReferenceName name = i == 0 ? null : via.of(path[i - 1], path[i]);
            boolean isClass = name != null && name.kind() == ReferenceKind.CLASS;
            if (name != null && !isClass && name.kind() != ReferenceKind.CODE) {
                add(via.words(path[i - 1], path[i]), parts);
            }
            boolean isNamed = name != null && name.kind() == ReferenceKind.CONSTANT && isModule(path[i])
                && !name.names().isEmpty();
            boolean isPassed = name != null && name.kind() == ReferenceKind.FIELDS && i + 1 < path.length;
            if (!isNamed && !isPassed) {
                parts.add(isClass ? objects.of(path[i - 1], path[i]) : objects.of(path[i]));
            }
        }
        return parts;
    }

    private static void add(String part, List<String> parts) {
        if (!part.isEmpty()) {
            parts.add(part);
        }
    }

    private boolean isModule(int object) {
        return heap.type(object) == RecordTypes.CLASS || heap.type(object) == RecordTypes.MODULE;
    }
}
