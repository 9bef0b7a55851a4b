package io.github.memdump.view;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.HolderReach;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a picture of a view draws beside nodes and edges: the trunk, the discs and their captions. Immutable. */
public final class Sketch {
    /** The sketch of a view that was not laid out along a trunk. */
    static final Sketch NONE = new Sketch(new BitSet(), new int[0], List.of(), 10);

    /** What {@link #parent} returns for a node that hangs on no other. */
    public static final int NO_PARENT = -1;

    private final BitSet trunk;
    private final int[] parents;
    private final List<ViewFan> fans;
    private final float letterHeight;
    private @Nullable HolderReach reach;

    public Sketch(BitSet trunk, int[] parents, List<ViewFan> fans, float letterHeight) {
        this.trunk = trunk;
        this.parents = parents;
        this.fans = Collections.unmodifiableList(new ArrayList<>(fans));
        this.letterHeight = letterHeight;
    }

    /** Knows what is reached through the old objects of a view. */
    public Sketch reaching(HolderReach through) {
        Sketch sketch = new Sketch(trunk, parents, fans, letterHeight);
        sketch.reach = through;
        return sketch;
    }

    /** Returns how many new objects are reached through an old one, {@link Findings#ABSENT} where not counted. */
    long keptThrough(int object) {
        int count = reach == null ? HolderReach.NOT_COUNTED : reach.count(object);
        return count == HolderReach.NOT_COUNTED ? Findings.ABSENT : count;
    }

    /** Returns whether a node, by its index in {@link View#nodes}, is on the trunk: its label fits to its left. */
    public boolean onTrunk(int node) {
        return trunk.get(node);
    }

    /** Returns the node that a node hangs on in the tree that was laid out, both by index, or {@link #NO_PARENT}. */
    public int parent(int node) {
        return node < parents.length ? parents[node] : NO_PARENT;
    }

    /** Returns the discs, of radius 0 where nothing hangs on a node of the trunk. */
    public List<ViewFan> fans() {
        return fans;
    }

    /** Returns how high letters may be, in the units of the coordinates, so that labels have room. */
    public float letterHeight() {
        return letterHeight;
    }
}
