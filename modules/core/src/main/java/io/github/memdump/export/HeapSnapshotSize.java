package io.github.memdump.export;

/** How many nodes and edges a heap snapshot has, the root and the edges from it included. Immutable. */
public final class HeapSnapshotSize {
    private final long nodes;
    private final long edges;

    HeapSnapshotSize(long nodes, long edges) {
        this.nodes = nodes;
        this.edges = edges;
    }

    /** Returns the number of nodes. */
    public long nodes() {
        return nodes;
    }

    /** Returns the number of edges. */
    public long edges() {
        return edges;
    }
}
