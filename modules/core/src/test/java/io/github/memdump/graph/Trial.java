package io.github.memdump.graph;

import java.util.Random;
import java.util.function.Consumer;

/** One random graph with random starts and restrictions; everything follows from its shape and seed. */
public final class Trial {
    private static final int SEEDS_PER_SHAPE = 120;

    public final String name;
    public final Graph graph;
    public final int[] starts;
    public final Walk walk;

    private Trial(Shape shape, long seed) {
        Random random = new Random(seed * 31 + shape.ordinal());
        name = shape + ", seed " + seed;
        graph = shape.make(random);
        int nodes = graph.nodeCount();
        starts = new int[nodes == 0 ? 0 : random.nextInt(6)];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = random.nextInt(nodes);
        }
        Walk anywhere = Walk.over(graph);
        if (random.nextInt(3) == 0) {
            anywhere = anywhere.within(NodeSet.where(nodes, v -> random.nextInt(5) > 0));
        }
        if (random.nextInt(3) == 0) {
            anywhere = anywhere.stoppingAt(NodeSet.where(nodes, v -> random.nextInt(7) == 0));
        }
        walk = anywhere;
    }

    /** Calls the check with many trials of every shape. */
    public static void forEach(Consumer<Trial> check) {
        for (Shape shape : Shape.values()) {
            for (long seed = 1; seed <= SEEDS_PER_SHAPE; seed++) {
                check.accept(new Trial(shape, seed));
            }
        }
    }

    /** Returns whether the walk may use the edge at a position of a node's row. */
    boolean isOpen(int node, int position) {
        return walk.enters(node) && walk.leaves(node) && walk.enters(graph.target(position));
    }

    /** Marks what is reached from a node, by the plainest means: until nothing changes, look at every edge again. */
    public boolean[] reachedFrom(int... from) {
        boolean[] reached = new boolean[graph.nodeCount()];
        for (int start : from) {
            reached[start] = walk.enters(start);
        }
        for (boolean changed = true; changed; ) {
            changed = false;
            for (int v = 0; v < graph.nodeCount(); v++) {
                for (int i = graph.from(v); i < graph.to(v); i++) {
                    if (reached[v] && isOpen(v, i) && !reached[graph.target(i)]) {
                        reached[graph.target(i)] = true;
                        changed = true;
                    }
                }
            }
        }
        return reached;
    }
}
