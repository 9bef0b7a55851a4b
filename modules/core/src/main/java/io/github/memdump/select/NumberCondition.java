package io.github.memdump.select;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.graph.NodeSet;
import java.util.Map;
import java.util.function.LongPredicate;

/** A comparison of a column of numbers. */
final class NumberCondition implements Condition {
    private final Column column;
    private final LongPredicate test;
    private final int position;

    /** Makes the condition of a test that also answers for {@link Findings#ABSENT}. */
    NumberCondition(Column column, LongPredicate test, int position) {
        this.column = column;
        this.test = test;
        this.position = position;
    }

    @Override
    public NodeSet among(NodeSet candidates, Evaluation evaluation) throws SelectionException {
        Findings findings = evaluation.findings(column, candidates, position);
        return evaluation.keep(candidates, object -> test.test(findings.number(column, object)));
    }

    @Override
    public void addNeeds(Map<Need, Integer> needs) {
        Need.of(column).forEach(need -> needs.putIfAbsent(need, position));
    }
}
