package io.github.memdump.cli.report.page;

import io.github.memdump.budget.Measured;
import io.github.memdump.cli.report.story.BudgetWords;
import java.util.List;

/** Budgets and what became of them. */
final class BudgetSection {
    private BudgetSection() {
    }

    /** Writes a line for each budget, nothing if there are none. */
    static void write(Html html, List<Measured> budgets) {
        if (budgets.isEmpty()) {
            return;
        }
        html.open("ul", "class", "budgets");
        for (Measured measured : budgets) {
            html.open("li", "class", measured.isBroken() ? "broken" : "kept");
            html.element("b", measured.isBroken() ? "Budget broken" : "Budget kept").text(" ");
            html.element("code", measured.budget().text(), "class", "inline");
            html.element("span", " is " + BudgetWords.measured(measured) + "; " + BudgetWords.limit(measured) + ".");
            html.close("li");
        }
        html.close("ul");
    }
}
