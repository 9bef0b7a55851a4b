package io.github.memdump.view.layout;

/** The shapes that a tree can be laid out in. */
public enum TreeShape {
    /** Roots at the top, each node above what hangs on it. */
    LAYERED,
    /** Roots in the middle, each node nearer to it than what hangs on it. */
    RADIAL
}
