package io.github.memdump.heap;

import io.github.memdump.graph.Graph;

/**
 * The references of a heap, perhaps with those to held classes. These are looked for when first asked for; the graph
 * with them then takes the place of the one without, which is made anew when someone needs it: few do after an
 * analysis, and both at once would cost 4 bytes per object and reference more. Thread-safe.
 */
final class HeapReferences {
    private final HeapColumns columns;
    private final boolean plain;
    /** The references of the dump; null once {@link #all} stands for them. */
    private Graph listed;
    private HeldClasses held;
    private volatile Graph all;
    private volatile Graph referrers;

    HeapReferences(HeapColumns columns, Graph listed, boolean plain) {
        this.columns = columns;
        this.listed = listed;
        this.plain = plain;
        this.all = plain ? listed : null;
    }

    /** Returns whether those to held classes are left out. */
    boolean isPlain() {
        return plain;
    }

    /** Returns these references without those to held classes. */
    HeapReferences withoutHeldClasses() {
        return new HeapReferences(columns, listed(), true);
    }

    /** Returns the references of the dump. */
    synchronized Graph listed() {
        return listed == null ? held.removedFrom(all) : listed;
    }

    /** Returns the references. */
    Graph all() {
        Graph result = all;
        return result == null ? find() : result;
    }

    private synchronized Graph find() {
        if (all == null) {
            held = HeldClasses.of(columns, listed);
            if (held.isEmpty()) {
                all = listed;
            } else {
                all = held.addedTo(listed);
                listed = null;
            }
        }
        return all;
    }

    /** Returns the references turned round. */
    Graph referrers() {
        Graph result = referrers;
        if (result == null) {
            synchronized (this) {
                result = referrers == null ? all().reversed() : referrers;
                referrers = result;
            }
        }
        return result;
    }

    /** Returns whether a reference is one to a held class. */
    boolean isToHeldClass(int source, int target) {
        all();
        return !plain && held.has(source, target);
    }
}
