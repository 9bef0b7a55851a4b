package io.github.memdump.export;

import io.github.memdump.graph.Graph;
import java.io.IOException;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** What a heap snapshot is made of: nodes {@code 0 … nodeCount()-1} of a graph, with what is said of each. */
interface SnapshotContent {
    /** Returns what refers to what. */
    Graph graph();

    /** Returns the nodes that are held from outside. */
    int[] roots();

    /** Returns the type of a node. */
    SnapshotType type(int node);

    /** Returns what a node is called. */
    String name(int node);

    /** Returns a number that is the same for the same object in another dump. */
    long key(int node);

    /** Returns the size of a node in bytes. */
    long size(int node);

    /** Returns what a reference is called, or null if that is not known. */
    @Nullable String edgeName(int source, int target);

    /** Returns whether the references of a node are to the elements of a collection, and have numbers for names. */
    boolean isCollection(int node);

    /** Returns what the node is called that holds all nodes to which no way leads from the roots. */
    String outside();

    /** Returns the allocation site of a node among {@link #sites}, or a negative number. */
    default int site(int node) {
        return -1;
    }

    /** Returns the allocation sites. */
    default SnapshotSites sites() {
        return SnapshotSites.NONE;
    }

    /** Returns whether the name of a node is a value, of which {@link #values} gives the text. */
    default boolean hasValue(int node) {
        return false;
    }

    /** Hands over the values of all nodes that have one, in ascending order of nodes. */
    default void values(ValueSink sink, IntConsumer done) throws IOException {
        // There are none.
    }

    /** Takes values. */
    interface ValueSink {
        /** Takes the next one. */
        void value(String text) throws IOException;
    }
}
