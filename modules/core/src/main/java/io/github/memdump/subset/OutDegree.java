package io.github.memdump.subset;

import io.github.memdump.graph.Graph;
import java.util.Arrays;

/** How many objects each object of a subset refers to directly (memdump's {@code out_degree}). */
public final class OutDegree {
    private OutDegree() {
    }

    /**
     * Returns the objects that refer to at least so many, the most first, those with equally many by ascending id; how
     * many {@link HeapSubset#references} tells. 8 bytes per object returned.
     */
    public static int[] ranked(HeapSubset subset, int min) {
        Graph references = subset.references();
        int[] objects = subset.keep(object -> references.outDegree(object) >= min).objects().toArray();
        long[] keys = new long[objects.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) -references.outDegree(objects[i]) << Integer.SIZE | objects[i];
        }
        Arrays.sort(keys);
        for (int i = 0; i < keys.length; i++) {
            objects[i] = (int) keys[i];
        }
        return objects;
    }
}
