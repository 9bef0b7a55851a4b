package io.github.memdump.gephi.statistics;

import java.util.Optional;
import org.gephi.graph.api.Node;

/** What some nodes keep alive. Immutable, if nobody writes to the arrays. */
final class KeepAliveCounts {
    /** Stands in {@link #inNew} for a node that is not new. */
    static final int NOT_COUNTED = -1;

    private final Node[] nodes;
    private final int[] all;
    private final int[] inNew;

    /**
     * @param nodes the nodes
     * @param all   for each, how many objects are reachable from it, itself included
     * @param inNew for each, how many new objects are reachable inside the new ones, {@link #NOT_COUNTED} for an old
     *              one; empty where nothing tells old from new
     */
    KeepAliveCounts(Node[] nodes, int[] all, Optional<int[]> inNew) {
        this.nodes = nodes;
        this.all = all;
        this.inNew = inNew.orElse(new int[0]);
    }

    Node[] nodes() {
        return nodes;
    }

    int all(int place) {
        return all[place];
    }

    /** Returns whether old objects are told from new ones. */
    boolean comparesDumps() {
        return inNew.length > 0;
    }

    int inNew(int place) {
        return comparesDumps() ? inNew[place] : NOT_COUNTED;
    }

    /** Returns the count that leads: the one over new objects, where there is one. */
    int leading(int place) {
        return comparesDumps() ? inNew[place] : all[place];
    }

    /** Returns the highest count that leads, 0 if there are no nodes. */
    int highest() {
        int highest = 0;
        for (int i = 0; i < nodes.length; i++) {
            highest = Math.max(highest, leading(i));
        }
        return highest;
    }
}
