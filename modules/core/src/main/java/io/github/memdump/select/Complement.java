package io.github.memdump.select;

import io.github.memdump.graph.NodeSet;
import io.github.memdump.select.syntax.SelectionException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What does not satisfy a condition. */
final class Complement implements Condition {
    private final Condition part;

    Complement(Condition part) {
        this.part = part;
    }

    /** Returns conditions joined by "or": each is asked only of what satisfies none of those before it. */
    static Condition any(List<Condition> parts) {
        return new Complement(new AllOf(parts.stream().map(Complement::new).collect(Collectors.toList())));
    }

    @Override
    public NodeSet among(NodeSet candidates, Evaluation evaluation) throws SelectionException {
        return candidates.minus(part.among(candidates, evaluation));
    }

    @Override
    public void addNeeds(Map<Need, Integer> needs) {
        part.addNeeds(needs);
    }

    @Override
    public void addNames(Map<Numbering, Set<String>> names) {
        part.addNames(names);
    }
}
