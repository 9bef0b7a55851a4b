package io.github.memdump.graph;

import java.util.Random;

/** Kinds of random graphs, each with its own way to break an algorithm. */
enum Shape {
    EMPTY {
        @Override
        Graph make(Random random) {
            return new EdgeList().over(0);
        }
    },
    ONE_NODE {
        @Override
        Graph make(Random random) {
            EdgeList edges = new EdgeList();
            return (random.nextBoolean() ? edges.add(0, 0) : edges).over(1);
        }
    },
    SPARSE {
        @Override
        Graph make(Random random) {
            int nodes = 1 + random.nextInt(80);
            return scatter(random, new EdgeList(), nodes, nodes + random.nextInt(nodes)).over(nodes);
        }
    },
    DENSE {
        @Override
        Graph make(Random random) {
            int nodes = 1 + random.nextInt(30);
            return scatter(random, new EdgeList(), nodes, nodes * nodes / 2).over(nodes);
        }
    },
    DAG {
        @Override
        Graph make(Random random) {
            int nodes = 2 + random.nextInt(80);
            EdgeList edges = new EdgeList();
            for (int i = random.nextInt(3 * nodes); i > 0; i--) {
                int source = random.nextInt(nodes - 1);
                edges.add(source, source + 1 + random.nextInt(nodes - 1 - source));
            }
            return edges.over(nodes);
        }
    },
    TREE_WITH_BACK_EDGES {
        @Override
        Graph make(Random random) {
            int nodes = 2 + random.nextInt(80);
            EdgeList edges = tree(random, new EdgeList(), 0, nodes);
            return scatter(random, edges, nodes, random.nextInt(6)).over(nodes);
        }
    },
    FOREST {
        @Override
        Graph make(Random random) {
            int nodes = 20 + random.nextInt(80);
            int border = 1 + random.nextInt(nodes - 2);
            return tree(random, tree(random, new EdgeList(), 0, border), border, nodes).over(nodes);
        }
    },
    GIANT_WITH_PENDANT_TREES {
        @Override
        Graph make(Random random) {
            int nodes = 40 + random.nextInt(100);
            int giant = 2 + random.nextInt(nodes / 2);
            EdgeList edges = new EdgeList();
            for (int v = 0; v < giant; v++) {
                edges.add(v, (v + 1) % giant);
            }
            scatter(random, edges, giant, giant);
            for (int v = giant; v < nodes; v++) {
                edges.add(random.nextInt(v), v);
                if (random.nextInt(8) == 0) {
                    edges.add(v, random.nextInt(nodes));
                }
            }
            return edges.over(nodes);
        }
    },
    MANY_SMALL_CYCLES {
        @Override
        Graph make(Random random) {
            int nodes = 10 + random.nextInt(90);
            EdgeList edges = new EdgeList();
            for (int begin = 0; begin < nodes; ) {
                int length = Math.min(nodes - begin, 1 + random.nextInt(5));
                for (int i = 0; i < length; i++) {
                    edges.add(begin + i, begin + (i + 1) % length);
                }
                begin += length;
                if (begin < nodes) {
                    edges.add(random.nextInt(begin), begin + random.nextInt(nodes - begin));
                }
            }
            return edges.over(nodes);
        }
    },
    LADDER {
        @Override
        Graph make(Random random) {
            int nodes = 4 + random.nextInt(60);
            EdgeList edges = new EdgeList();
            for (int v = 0; v + 2 < nodes; v++) {
                edges.add(v, v + 1).add(v, v + 2);
                if (random.nextInt(10) == 0) {
                    edges.add(v + 2, v);
                }
            }
            return edges.over(nodes);
        }
    };

    abstract Graph make(Random random);

    static EdgeList scatter(Random random, EdgeList edges, int nodes, int count) {
        for (int i = 0; i < count; i++) {
            edges.add(random.nextInt(nodes), random.nextInt(nodes));
        }
        return edges;
    }

    private static EdgeList tree(Random random, EdgeList edges, int from, int to) {
        for (int v = from + 1; v < to; v++) {
            edges.add(from + random.nextInt(v - from), v);
        }
        return edges;
    }
}
