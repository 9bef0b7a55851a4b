package io.github.memdump.analysis.suspect;

import io.github.memdump.analysis.CodeOrigin;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.SiteTable;
import io.github.memdump.analysis.suspect.weight.Amount;

/**
 * What holds what has gathered: one object, or several of a class of which none holds much alone; and what Ruby holds
 * it by. Immutable.
 */
public final class SuspectHolder {
    private final int object;
    private final int objects;
    private final Anchors.Anchor anchor;
    private final int[] path;
    private final Amount kept;
    private final long entries;
    private final Turnover turnover;
    private final boolean isAnchorNew;

    SuspectHolder(int object, int objects, Anchors.Anchor anchor, int[] path, Amount kept, long entries,
        Turnover turnover, boolean isAnchorNew) {
        this.object = object;
        this.objects = objects;
        this.anchor = anchor;
        this.path = path;
        this.kept = kept;
        this.entries = entries;
        this.turnover = turnover;
        this.isAnchorNew = isAnchorNew;
    }

    /** Returns this holder keeping more. */
    SuspectHolder keeping(Amount more) {
        return new SuspectHolder(object, objects, anchor, path, kept.plus(more), entries, turnover,
            isAnchorNew);
    }

    /** Returns the id of the holder, of several the one that leads to most. */
    public int object() {
        return object;
    }

    /** Returns how many holders are told together here. */
    public int objects() {
        return objects;
    }

    /** Returns by what Ruby holds it. */
    public HolderKind kind() {
        return anchor.kind();
    }

    /** Returns the id of the class, thread, closure, root… that holds it, nearest in references; perhaps itself. */
    public int anchor() {
        return anchor.object();
    }

    /** Returns whether {@link #anchor} came between the dumps: a class, say, that was loaded since. */
    public boolean isAnchorNew() {
        return isAnchorNew;
    }

    /** Returns the ids on a path from a root, both ends included; the array belongs to the caller. */
    public int[] path() {
        return path.clone();
    }

    /**
     * Returns the nearest object above it on the path that the application's own code made, where a library made the
     * holder; {@link Heap#NO_OBJECT} if there is none, or the holder itself is the application's.
     */
    public int ownMaker(Heap heap) {
        if (heap.site(object) == SiteTable.NO_SITE || !isOfLibrary(heap, object)) {
            return Heap.NO_OBJECT;
        }
        for (int step = path.length - 2; step >= 0; step--) {
            if (heap.site(path[step]) != SiteTable.NO_SITE && !isOfLibrary(heap, path[step])) {
                return path[step];
            }
        }
        return Heap.NO_OBJECT;
    }

    private static boolean isOfLibrary(Heap heap, int object) {
        return CodeOrigin.isLibrary(heap.sites().file(heap.site(object)));
    }

    /** Returns how much of the suspect it keeps alive even if all other holders let go. */
    public Amount kept() {
        return kept;
    }

    /** Returns how many objects it, or they together, refer to. */
    public long entries() {
        return entries;
    }

    /** Returns how many that were in the earlier dump; 0 where there is none, or it was not there. */
    public long entriesBefore() {
        return turnover.before();
    }

    /** Returns what became of what it held in the earlier dump. */
    public Turnover turnover() {
        return turnover;
    }
}
