package io.github.memdump.gephi.heap;

import io.github.memdump.dump.scan.Addresses;
import io.github.memdump.heap.Heap;

/** Finds the objects that nodes stand for: node ids are identities. */
public final class ObjectsByIdentity {
    private ObjectsByIdentity() {
    }

    /** Returns the object of an identity, or {@link Heap#NO_OBJECT}; logarithmic time. */
    public static int of(Heap heap, String identity) {
        if (!identity.startsWith("0x")) {
            return heap.rootNamed(identity);
        }
        int colon = identity.indexOf(':');
        int object = heap.at(Addresses.parse(colon < 0 ? identity : identity.substring(0, colon)));
        return object != Heap.NO_OBJECT && heap.identity(object).equals(identity) ? object : Heap.NO_OBJECT;
    }
}
