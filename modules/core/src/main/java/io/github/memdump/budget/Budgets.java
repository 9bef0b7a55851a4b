package io.github.memdump.budget;

import io.github.memdump.analysis.Findings;
import io.github.memdump.select.Need;
import io.github.memdump.task.Task;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Measures several budgets of one heap. */
public final class Budgets {
    private Budgets() {
    }

    /**
     * Measures budgets in their order. What some of them need beyond the findings is found out once; keep-alive counts
     * that a selection asks for always, since those of findings may be of a border alone.
     *
     * @throws BudgetException                           if one needs an earlier dump and there is none, or a pattern
     *                                                   takes too long
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public static List<Measured> measured(List<Budget> budgets, Findings known, Task task) throws BudgetException {
        Set<Need> needs = EnumSet.noneOf(Need.class);
        budgets.forEach(budget -> needs.addAll(budget.needs()));
        boolean isKnown = !needs.contains(Need.KEEPALIVE) && !needs.contains(Need.KEEPALIVE_NEW)
            && needs.stream().allMatch(need -> need.isMetBy(known));
        Findings all = isKnown ? known : Need.findings(needs, known.diff(), known.heap(),
            Findings.of(known.heap()).stoppingAt(known.stops()), task);
        Set<Need> met = EnumSet.noneOf(Need.class);
        for (Need need : Need.values()) {
            if (need.isMetBy(all)) {
                met.add(need);
            }
        }
        List<Measured> results = new ArrayList<>();
        for (Budget budget : budgets) {
            if (budget.missing(met).isPresent()) {
                throw new BudgetException(budget.missing(met).get());
            }
            results.add(budget.measured(all, task));
        }
        return results;
    }
}
