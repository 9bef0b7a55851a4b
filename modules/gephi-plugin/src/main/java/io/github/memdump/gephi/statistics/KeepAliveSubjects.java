package io.github.memdump.gephi.statistics;

/** Which objects keep-alive is counted for. */
public enum KeepAliveSubjects {
    /** The objects that nodes of the visible graph stand for. */
    SHOWN,
    /** The new objects that old ones hold. */
    BORDER,
    /** Those that a selection is true of. */
    SELECTION,
    /** All objects of the heap. */
    ALL
}
