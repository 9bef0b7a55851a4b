package io.github.memdump.gephi.window.dominators;

/**
 * A tree below a root that stands for the whole heap, whose nodes are objects under their ids, and perhaps groups of
 * them under numbers above the root's. Used on the event thread but for {@link #children}.
 */
interface Branches {
    /** Returns the node that stands for the whole heap. */
    int root();

    /** Returns how many objects hang immediately on a node; none means that nothing does. */
    int childCount(int node);

    /** Returns what hangs on a node, what retains most first; n log n time in its number. */
    int[] children(int node);

    /** Returns what would die with a node, in bytes. */
    long retainedSize(int node);

    /** Returns how many objects would die with a node, its own included. */
    int retainedCount(int node);

    /** Returns the node's own size in bytes. */
    long ownSize(int node);

    /** Returns what a node below the root is called. */
    String name(int node);

    /** Returns the selection of the objects that a node below the root stands for. */
    String selection(int node);

    /** Returns whether a node stands for one object. */
    default boolean isObject(int node) {
        return node < root();
    }
}
