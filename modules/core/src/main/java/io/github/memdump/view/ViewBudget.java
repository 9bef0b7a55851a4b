package io.github.memdump.view;

/** How many nodes and edges a view may have, and how many of the nodes may stand for what is cut off. Immutable. */
public final class ViewBudget {
    /** 5,000 nodes and 20,000 edges: what Gephi shows and lays out well. */
    public static final ViewBudget DEFAULT = of(5_000, 20_000);

    /** One node in so many may stand for a rest. */
    private static final int RESTS_ONE_IN = 20;
    private static final int MOST_RESTS = 200;

    private final int nodes;
    private final int edges;
    private final int rests;

    private ViewBudget(int nodes, int edges, int rests) {
        this.nodes = nodes;
        this.edges = edges;
        this.rests = rests;
    }

    /**
     * Returns a budget of so many nodes, one in twenty and at most 200 of them for rests, and of so many edges.
     *
     * @throws IllegalArgumentException if either is below 1
     */
    public static ViewBudget of(int nodes, int edges) {
        if (nodes < 1 || edges < 1) {
            throw new IllegalArgumentException("A view needs a budget of at least one node and one edge.");
        }
        return new ViewBudget(nodes, edges, Math.min(MOST_RESTS, nodes / RESTS_ONE_IN));
    }

    /** Returns this budget with all nodes for objects: what is cut off is told in sentences alone. */
    public ViewBudget withoutRests() {
        return new ViewBudget(nodes, edges, 0);
    }

    /** Returns the most nodes. */
    public int nodes() {
        return nodes;
    }

    /** Returns the most edges. */
    public int edges() {
        return edges;
    }

    /** Returns how many of the nodes may stand for a rest. */
    public int rests() {
        return rests;
    }
}
