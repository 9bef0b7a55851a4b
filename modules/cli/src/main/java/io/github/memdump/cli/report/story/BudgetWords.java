package io.github.memdump.cli.report.story;

import io.github.memdump.answer.Figures;
import io.github.memdump.budget.Budget;
import io.github.memdump.budget.Measured;

/** Says what became of a budget. */
public final class BudgetWords {
    private BudgetWords() {
    }

    /** Returns the figure: "61.2 MiB (64,172,000 bytes) in 240 objects". */
    public static String measured(Measured measured) {
        String figure = figure(measured.budget(), measured.value());
        return measured.budget().selection().isEmpty() ? figure
            : figure + ", of " + Figures.count(measured.objects(), "object") + " selected";
    }

    /** Returns the limit: "the limit is 50.0 MiB (52,428,800 bytes)". */
    public static String limit(Measured measured) {
        return "the limit is " + figure(measured.budget(), measured.budget().limit());
    }

    /** Returns all of it as one sentence. */
    public static String sentence(Measured measured) {
        return measured.budget().text() + ": it is " + measured(measured) + "; " + limit(measured);
    }

    private static String figure(Budget budget, long number) {
        if (!budget.measure().isInBytes()) {
            return Figures.count(number, "object");
        }
        String exact = Figures.count(number, "byte");
        return number < 1024 ? exact : Figures.bytes(number) + " (" + exact + ")";
    }
}
