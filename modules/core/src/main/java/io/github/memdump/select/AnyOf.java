package io.github.memdump.select;

import io.github.memdump.graph.NodeSet;
import io.github.memdump.select.syntax.SelectionException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Conditions joined by "or": each is asked only of what satisfies none of those before it. */
final class AnyOf implements Condition {
    private final List<Condition> parts;

    AnyOf(List<Condition> parts) {
        this.parts = parts;
    }

    @Override
    public NodeSet among(NodeSet candidates, Evaluation evaluation) throws SelectionException {
        NodeSet left = candidates;
        for (Condition part : parts) {
            left = left.isEmpty() ? left : left.minus(part.among(left, evaluation));
        }
        return candidates.minus(left);
    }

    @Override
    public void addNeeds(Map<Need, Integer> needs) {
        parts.forEach(part -> part.addNeeds(needs));
    }

    @Override
    public void addNames(Map<Numbering, Set<String>> names) {
        parts.forEach(part -> part.addNames(names));
    }
}
