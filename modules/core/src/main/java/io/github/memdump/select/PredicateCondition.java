package io.github.memdump.select;

import io.github.memdump.graph.NodeSet;
import java.util.Map;

/** A predicate that stands alone, such as {@code new}. */
final class PredicateCondition implements Condition {
    private final Predicate fact;
    private final int position;

    PredicateCondition(Predicate fact, int position) {
        this.fact = fact;
        this.position = position;
    }

    @Override
    public NodeSet among(NodeSet candidates, Evaluation evaluation) {
        return candidates.and(fact.objects(evaluation));
    }

    @Override
    public void addNeeds(Map<Need, Integer> needs) {
        fact.needs().forEach(need -> needs.putIfAbsent(need, position));
    }
}
