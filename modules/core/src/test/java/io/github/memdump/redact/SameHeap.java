package io.github.memdump.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.memdump.heap.Heap;
import java.util.HashMap;
import java.util.Map;

/** Compares two heaps object by object; names may differ if they do so one to one. */
final class SameHeap {
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> back = new HashMap<>();
    private final String message;

    private SameHeap(String message) {
        this.message = message;
    }

    static void check(Heap original, Heap redacted, String message) {
        assertEquals(original.objectCount(), redacted.objectCount(), message);
        assertEquals(original.roots().length, redacted.roots().length, message);
        assertEquals(original.references().edgeCount(), redacted.references().edgeCount(), message);
        assertEquals(original.facts().danglingReferences(), redacted.facts().danglingReferences(), message);
        assertEquals(original.facts().duplicateReferences(), redacted.facts().duplicateReferences(), message);
        SameHeap classes = new SameHeap(message + "class ");
        SameHeap types = new SameHeap(message + "type ");
        SameHeap files = new SameHeap(message + "file ");
        SameHeap methods = new SameHeap(message + "method ");
        SameHeap own = new SameHeap(message + "name ");
        for (int object = 0; object < original.objectCount(); object++) {
            assertEquals(original.isRoot(object), redacted.isRoot(object), message);
            if (!original.isRoot(object)) {
                assertEquals(original.address(object), redacted.address(object), message);
            }
            assertEquals(original.memsize(object), redacted.memsize(object), message);
            assertEquals(original.generation(object), redacted.generation(object), message);
            assertEquals(original.sites().line(original.site(object)), redacted.sites().line(redacted.site(object)));
            files.same(original.sites().file(original.site(object)), redacted.sites().file(redacted.site(object)));
            methods.same(original.sites().method(original.site(object)),
                redacted.sites().method(redacted.site(object)));
            classes.same(original.className(object), redacted.className(object));
            types.same(original.typeName(object), redacted.typeName(object));
            own.same(original.typeName(object) + original.name(object),
                redacted.typeName(object) + redacted.name(object));
            int shift = redacted.references().from(object) - original.references().from(object);
            for (int i = original.references().from(object); i < original.references().to(object); i++) {
                assertEquals(original.references().target(i), redacted.references().target(i + shift), message);
            }
        }
    }

    private void same(String original, String redacted) {
        assertEquals(names.computeIfAbsent(original, name -> redacted), redacted, message + original);
        assertEquals(back.computeIfAbsent(redacted, name -> original), original, message + redacted);
    }
}
