package io.github.memdump.graph;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/**
 * An immutable set of the nodes {@code 0 … nodeCount()-1} of a graph.
 *
 * <p>Costs 1 bit per node of the graph, whatever the size of the set. Reading is safe from any number of threads;
 * {@link #contains} takes constant time, everything that makes or walks a set takes time linear in
 * {@code nodeCount() / 64 + size()}. Members are always met in ascending order.
 */
public final class NodeSet {
    private static final int WORD_SHIFT = 6;

    private final long[] words;
    private final int nodeCount;
    private final int size;

    private NodeSet(long[] words, int nodeCount) {
        this.words = words;
        this.nodeCount = nodeCount;
        int members = 0;
        for (long word : words) {
            members += Long.bitCount(word);
        }
        this.size = members;
    }

    private static long[] wordsFor(int nodeCount) {
        if (nodeCount < 0) {
            throw new IllegalArgumentException("A graph cannot have " + nodeCount + " nodes.");
        }
        return new long[(int) (((long) nodeCount + Long.SIZE - 1) >>> WORD_SHIFT)];
    }

    /** Returns the set without members over a graph of {@code nodeCount} nodes. */
    public static NodeSet none(int nodeCount) {
        return new NodeSet(wordsFor(nodeCount), nodeCount);
    }

    /** Returns the set of all nodes of a graph of {@code nodeCount} nodes. */
    public static NodeSet all(int nodeCount) {
        long[] words = wordsFor(nodeCount);
        Arrays.fill(words, -1L);
        clearTail(words, nodeCount);
        return new NodeSet(words, nodeCount);
    }

    /**
     * Returns the set of the given nodes, in any order, duplicates welcome.
     *
     * @throws IndexOutOfBoundsException if a node is not one of the graph's
     */
    public static NodeSet of(int nodeCount, int... nodes) {
        Builder builder = builder(nodeCount);
        for (int node : nodes) {
            builder.add(node);
        }
        return builder.build();
    }

    /** Returns the set of the nodes that satisfy a condition, which is asked once for each node in ascending order. */
    public static NodeSet where(int nodeCount, IntPredicate condition) {
        Builder builder = builder(nodeCount);
        for (int node = 0; node < nodeCount; node++) {
            if (condition.test(node)) {
                builder.add(node);
            }
        }
        return builder.build();
    }

    /** Returns a builder that holds no nodes yet. */
    public static Builder builder(int nodeCount) {
        return new Builder(wordsFor(nodeCount), nodeCount);
    }

    private static void clearTail(long[] words, int nodeCount) {
        if ((nodeCount & (Long.SIZE - 1)) != 0) {
            words[words.length - 1] &= -1L >>> -nodeCount;
        }
    }

    /** Returns the number of nodes of the graph: members are below it. */
    public int nodeCount() {
        return nodeCount;
    }

    /** Returns the number of members; constant time. */
    public int size() {
        return size;
    }

    /** Returns whether the set has no members. */
    public boolean isEmpty() {
        return size == 0;
    }

    /** Returns whether a node is a member; the node must be one of the graph's. */
    public boolean contains(int node) {
        return (words[node >>> WORD_SHIFT] & (1L << node)) != 0;
    }

    /** Returns the smallest member that is {@code from} or above it, or -1 if there is none. */
    public int nextMember(int from) {
        if (from >= nodeCount) {
            return -1;
        }
        int start = Math.max(from, 0);
        int index = start >>> WORD_SHIFT;
        if ((words[index] >>> start & 1) != 0) {
            // Most members stand side by side, and counting zeros is a call in code of the first compiler.
            return start;
        }
        long word = words[index] & (-1L << start);
        while (word == 0) {
            if (++index == words.length) {
                return -1;
            }
            word = words[index];
        }
        return (index << WORD_SHIFT) + Long.numberOfTrailingZeros(word);
    }

    /** Calls the action for each member in ascending order. */
    public void forEach(IntConsumer action) {
        for (int index = 0; index < words.length; index++) {
            for (long word = words[index]; word != 0; word &= word - 1) {
                action.accept((index << WORD_SHIFT) + Long.numberOfTrailingZeros(word));
            }
        }
    }

    /** Returns the members in ascending order, in an array that belongs to the caller: 4 bytes per member. */
    public int[] toArray() {
        int[] members = new int[size];
        int count = 0;
        for (int index = 0; index < words.length; index++) {
            for (long word = words[index]; word != 0; word &= word - 1) {
                members[count++] = (index << WORD_SHIFT) + Long.numberOfTrailingZeros(word);
            }
        }
        return members;
    }

    /** Returns the nodes that are in this set, in the other, or in both. */
    public NodeSet or(NodeSet other) {
        return toBuilder().addAll(other).build();
    }

    /** Returns the nodes that are in this set and in the other. */
    public NodeSet and(NodeSet other) {
        return minus(other.complement());
    }

    /** Returns the nodes that are in this set and not in the other. */
    public NodeSet minus(NodeSet other) {
        requireSameGraph(other);
        long[] result = words.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] &= ~other.words[i];
        }
        return new NodeSet(result, nodeCount);
    }

    /** Returns the nodes of the graph that are not in this set. */
    public NodeSet complement() {
        return all(nodeCount).minus(this);
    }

    /** Returns a builder that holds the members of this set. */
    public Builder toBuilder() {
        return new Builder(words.clone(), nodeCount);
    }

    private void requireSameGraph(NodeSet other) {
        if (other.nodeCount != nodeCount) {
            throw new IllegalArgumentException(
                "Sets over graphs of " + nodeCount + " and " + other.nodeCount + " nodes cannot be combined.");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NodeSet && ((NodeSet) other).nodeCount == nodeCount
            && Arrays.equals(((NodeSet) other).words, words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }

    @Override
    public String toString() {
        return size + " of " + nodeCount + " nodes";
    }

    /** Gathers the members of a {@link NodeSet}; for one thread. It is used up by {@link #build}. */
    public static final class Builder {
        /** Stands for the words once they are a set's. */
        private static final long[] GIVEN_UP = {};

        private final int nodeCount;
        private long[] words;

        private Builder(long[] words, int nodeCount) {
            this.words = words;
            this.nodeCount = nodeCount;
        }

        /**
         * Adds a node.
         *
         * @return whether the node was not there before
         * @throws IndexOutOfBoundsException if the node is not one of the graph's
         */
        public boolean add(int node) {
            if (node < 0 || node >= nodeCount) {
                throw new IndexOutOfBoundsException("Node " + node + " in a graph of " + nodeCount + " nodes.");
            }
            long bit = 1L << node;
            long word = words[node >>> WORD_SHIFT];
            words[node >>> WORD_SHIFT] = word | bit;
            return (word & bit) == 0;
        }

        /** Adds all members of a set over the same graph. */
        public Builder addAll(NodeSet set) {
            if (set.nodeCount != nodeCount) {
                throw new IllegalArgumentException("A set over a graph of " + set.nodeCount
                    + " nodes cannot be added to one over " + nodeCount + " nodes.");
            }
            for (int i = 0; i < set.words.length; i++) {
                words[i] |= set.words[i];
            }
            return this;
        }

        /** Takes a node out; it need not be there. */
        public Builder remove(int node) {
            words[node >>> WORD_SHIFT] &= ~(1L << node);
            return this;
        }

        /** Returns whether a node has been added. */
        public boolean contains(int node) {
            return (words[node >>> WORD_SHIFT] & (1L << node)) != 0;
        }

        /** Returns the set and gives up the builder, which throws from now on: no bit is copied. */
        public NodeSet build() {
            long[] built = words;
            if (built == GIVEN_UP) {
                throw new IllegalStateException("This builder has already built its set.");
            }
            words = GIVEN_UP;
            return new NodeSet(built, nodeCount);
        }
    }
}
