package io.github.memdump.select;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.graph.NodeSet;
import java.util.Map;

/** A comparison of a column whose texts differ from object to object. */
final class TextCondition implements Condition {
    private final Column column;
    private final TextMatch test;
    private final int position;

    TextCondition(Column column, TextMatch test, int position) {
        this.column = column;
        this.test = test;
        this.position = position;
    }

    @Override
    public NodeSet among(NodeSet candidates, Evaluation evaluation) throws SelectionException {
        TextMatch.Run run = test.begin(evaluation);
        Findings findings = evaluation.findings(column, candidates, position);
        return evaluation.keep(candidates, object -> run.accepts(findings.text(column, object)));
    }

    @Override
    public void addNeeds(Map<Need, Integer> needs) {
        Need.of(column).forEach(need -> needs.putIfAbsent(need, position));
    }
}
