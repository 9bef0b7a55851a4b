package io.github.memdump.select;

import io.github.memdump.graph.NodeSet;
import io.github.memdump.select.syntax.SelectionException;
import java.util.Map;
import java.util.Set;

/** A part of a selection that objects satisfy or not. Immutable; thread-safe. */
interface Condition {
    /**
     * Returns those of the candidates that satisfy the condition.
     *
     * @throws SelectionException if a pattern takes too long
     */
    NodeSet among(NodeSet candidates, Evaluation evaluation) throws SelectionException;

    /** Adds what the condition needs, and at which position of the selection it was first asked for. */
    void addNeeds(Map<Need, Integer> needs);

    /** Adds the names that the condition says classes and types have. */
    default void addNames(Map<Numbering, Set<String>> names) {
        // Most conditions name none.
    }
}
