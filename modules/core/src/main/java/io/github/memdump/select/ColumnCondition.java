package io.github.memdump.select;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.select.syntax.SelectionException;
import java.util.Map;
import java.util.function.LongPredicate;

/** A comparison of a column whose values differ from object to object. */
final class ColumnCondition implements Condition {
    private final Column column;
    private final Comparison comparison;
    private final int position;

    private ColumnCondition(Column column, Comparison comparison, int position) {
        this.column = column;
        this.comparison = comparison;
        this.position = position;
    }

    /** Begins to compare objects by what is known of them. */
    private interface Comparison {
        Evaluation.Test begin(Findings findings, Evaluation evaluation);
    }

    /** Returns the condition of a test that also answers for {@link Findings#ABSENT}. */
    static Condition ofNumbers(Column column, LongPredicate test, int position) {
        return new ColumnCondition(column, (findings, evaluation) ->
            object -> test.test(findings.number(column, object)), position);
    }

    /** Returns the condition of a test of texts. */
    static Condition ofTexts(Column column, TextMatch test, int position) {
        return new ColumnCondition(column, (findings, evaluation) -> {
            TextMatch.Run run = test.begin(evaluation);
            return object -> run.accepts(findings.text(column, object));
        }, position);
    }

    @Override
    public NodeSet among(NodeSet candidates, Evaluation evaluation) throws SelectionException {
        Findings findings = evaluation.findings(column, candidates, position);
        return evaluation.keep(candidates, comparison.begin(findings, evaluation));
    }

    @Override
    public void addNeeds(Map<Need, Integer> needs) {
        Need.of(column).forEach(need -> needs.putIfAbsent(need, position));
    }
}
