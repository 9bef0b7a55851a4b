package io.github.memdump.view;

/** How many nodes and edges a view may have. Immutable. */
public final class ViewBudget {
    /** 5,000 nodes and 20,000 edges: what Gephi shows and lays out well. */
    public static final ViewBudget DEFAULT = new ViewBudget(5_000, 20_000);

    private final int nodes;
    private final int edges;

    private ViewBudget(int nodes, int edges) {
        this.nodes = nodes;
        this.edges = edges;
    }

    /**
     * Returns a budget of so many nodes and edges.
     *
     * @throws IllegalArgumentException if either is below 1
     */
    public static ViewBudget of(int nodes, int edges) {
        if (nodes < 1 || edges < 1) {
            throw new IllegalArgumentException("A view needs a budget of at least one node and one edge.");
        }
        return new ViewBudget(nodes, edges);
    }

    /** Returns the most nodes. */
    public int nodes() {
        return nodes;
    }

    /** Returns the most edges. */
    public int edges() {
        return edges;
    }
}
