package io.github.memdump.view.choice;

import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.view.EdgeKind;
import java.util.List;

/**
 * What a subject shows of a heap: which objects, joined by what, and what belongs to it beside them. Not thread-safe.
 */
public interface SubjectChoice extends Surroundings {
    /** Chooses at most so many objects. Of several calls the last is the one that {@link #omissions} is about. */
    ViewBuilder choose(int budget);

    /** Returns which objects lead to which in the view. */
    Graph references();

    /** Returns what the edge between two shown objects stands for. */
    EdgeKind kind(int source, int target);

    /** Returns the objects that the view is about; empty if it is about all. */
    NodeSet members();

    /** Returns in sentences what was left out. */
    List<String> omissions(ViewBuilder chosen, int budget);
}
