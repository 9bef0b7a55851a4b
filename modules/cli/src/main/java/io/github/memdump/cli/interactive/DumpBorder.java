package io.github.memdump.cli.interactive;

import io.github.memdump.answer.content.BorderAnswer;

/** Where some objects meet the rest of a dump: memdump's {@code interface_with}. Immutable, thread-safe. */
public final class DumpBorder {
    private final Dump oldBorder;
    private final Dump newBorder;
    private final long edgesAcross;

    DumpBorder(Dump oldBorder, Dump newBorder, long edgesAcross) {
        this.oldBorder = oldBorder;
        this.newBorder = newBorder;
        this.edgesAcross = edgesAcross;
    }

    /** Returns the objects outside that hold one inside: memdump's {@code self_border}. */
    public Dump oldBorder() {
        return oldBorder;
    }

    /**
     * Returns the objects inside that one outside holds, with columns {@code keepalive_count} and
     * {@code keepalive_new_count}: memdump's {@code diff_border}.
     */
    public Dump newBorder() {
        return newBorder;
    }

    /** Returns the number of references from the one to the other. */
    public long edgesAcross() {
        return edgesAcross;
    }

    @Override
    public String toString() {
        return BorderAnswer.headline(oldBorder.size(), newBorder.size(), edgesAcross)
            + "\n" + (newBorder.size() == 0 ? "" : "\n.oldBorder() is "
            + oldBorder.top("memsize").first(5) + "\n.newBorder() is " + newBorder.top("keepalive_new_count"));
    }
}
