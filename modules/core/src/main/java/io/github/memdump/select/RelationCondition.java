package io.github.memdump.select;

import io.github.memdump.graph.NodeSet;
import io.github.memdump.select.syntax.SelectionException;
import java.util.Map;
import java.util.Set;

/** A predicate with a selection in parentheses, such as {@code reaches(type = CLASS)}. */
final class RelationCondition implements Condition {
    private final Relation relation;
    private final Condition members;
    private final int position;

    RelationCondition(Relation relation, Condition members, int position) {
        this.relation = relation;
        this.members = members;
        this.position = position;
    }

    @Override
    public NodeSet among(NodeSet candidates, Evaluation evaluation) throws SelectionException {
        return relation.among(candidates, members.among(evaluation.universe, evaluation), evaluation);
    }

    @Override
    public void addNeeds(Map<Need, Integer> needs) {
        if (relation == Relation.DOMINATED_BY) {
            needs.putIfAbsent(Need.RETAINED, position);
        }
        members.addNeeds(needs);
    }

    @Override
    public void addNames(Map<Numbering, Set<String>> names) {
        members.addNames(names);
    }
}
