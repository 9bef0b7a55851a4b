package io.github.memdump.budget;

import io.github.memdump.analysis.Findings;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.select.Need;
import io.github.memdump.select.Selection;
import io.github.memdump.select.syntax.SelectionException;
import io.github.memdump.select.syntax.SyntaxError;
import io.github.memdump.task.Task;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a heap and the limit at which it is too much: {@code MEASURE(SELECTION) OPERATOR NUMBER}. The budget is
 * broken if that is true. Immutable, thread-safe.
 *
 * <pre>{@code
 * retained_size(class =~ /Session/) > 50M
 * new_count(type = STRING and file !~ "/gems/") >= 10_000
 * new_memsize > 20M
 * }</pre>
 *
 * <p>{@link Measure} says what can be measured; the selection is one of {@link Selection}, and without it all objects
 * are meant. Operators are {@code > >= < <= = !=}. In the number, k, M and G stand for 1,024 and its powers, in
 * whatever case, and b or ib may follow: 50M, 50mb and 50 MiB are the same.
 */
public final class Budget {
    /** What messages call a budget. */
    static final String SUBJECT = "Budget";

    private final String text;
    private final Measure measure;
    private final @Nullable Selection selection;
    private final int selectionPlace;
    private final LimitComparison comparison;
    private final long limit;

    Budget(String text, Measure measure, Optional<Selection> selection, int selectionPlace, LimitComparison comparison,
        long limit) {
        this.text = text;
        this.measure = measure;
        this.selection = selection.orElse(null);
        this.selectionPlace = selectionPlace;
        this.comparison = comparison;
        this.limit = limit;
    }

    /**
     * Reads a budget.
     *
     * @throws BudgetException with the first mistake, if the text is none
     */
    public static Budget parse(String text) throws BudgetException {
        return new BudgetParser(text).parse();
    }

    /** Returns the budget as it was written. */
    public String text() {
        return text;
    }

    /** Returns what is measured. */
    public Measure measure() {
        return measure;
    }

    /** Returns of which objects; absent for all. */
    public Optional<Selection> selection() {
        return Optional.ofNullable(selection);
    }

    /** Returns the sign between figure and limit. */
    public String operator() {
        return comparison.sign();
    }

    /** Returns the limit, a number of objects or of bytes. */
    public long limit() {
        return limit;
    }

    /** Returns which analyses {@link #measured} looks at. */
    public Set<Need> needs() {
        Set<Need> needs = EnumSet.noneOf(Need.class);
        selection().ifPresent(chosen -> needs.addAll(chosen.needs()));
        if (measure.isComparing()) {
            needs.add(Need.DIFF);
        }
        return needs;
    }

    /** Returns the first thing that the budget asks for beyond some analyses, if there is one. */
    public Optional<SyntaxError> missing(Set<Need> met) {
        if (measure.isComparing() && !met.contains(Need.DIFF)) {
            int column = 1 + text.length() - text.stripLeading().length();
            return Optional.of(new SyntaxError(SUBJECT, text, column, measure.id()
                + " needs an earlier dump to compare with, and there is none here.", ""));
        }
        return selection().flatMap(chosen -> chosen.missing(met))
            .map(error -> error.within(SUBJECT, text, selectionPlace));
    }

    /**
     * Measures a heap.
     *
     * @param findings what is known of the heap; {@link #needs} says what must be, keep-alive for all objects
     * @throws BudgetException                           if the findings lack something or a pattern takes too long
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public Measured measured(Findings findings, Task task) throws BudgetException {
        NodeSet objects = selected(findings, task);
        long value = measure.of(objects, findings, task);
        return new Measured(this, objects.size(), value, comparison.holds(value, limit));
    }

    private NodeSet selected(Findings findings, Task task) throws BudgetException {
        if (selection == null) {
            return NodeSet.all(findings.heap().objectCount());
        }
        try {
            return selection.in(findings, task);
        } catch (SelectionException failed) {
            SyntaxError error = failed.error();
            throw new BudgetException(error.within(SUBJECT, text, selectionPlace));
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
