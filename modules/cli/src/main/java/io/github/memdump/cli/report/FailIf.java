package io.github.memdump.cli.report;

import io.github.memdump.analysis.Findings;
import io.github.memdump.budget.Budget;
import io.github.memdump.budget.BudgetException;
import io.github.memdump.budget.Budgets;
import io.github.memdump.budget.Measured;
import io.github.memdump.cli.command.SelectionMistake;
import io.github.memdump.cli.command.Warnings;
import io.github.memdump.select.Need;
import io.github.memdump.select.syntax.SyntaxError;
import io.github.memdump.task.Task;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The option {@code --fail-if}: budgets. A mistake is wrong use, told with the place of it, and found before any dump
 * is read. One instance per command, added as a {@link Mixin}; not thread-safe.
 */
final class FailIf {
    private static final String NAME = "--fail-if";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = NAME, paramLabel = "BUDGET", description = "End with exit code 3, once the report is written, if"
        + " this is true; may be repeated. A budget is MEASURE(SELECTION) > NUMBER, for example"
        + " 'retained_size(class =~ /Session/) > 50M', or without a selection, of the whole heap: 'new_count > 10000'."
        + " Measures: count, new_count, memsize, new_memsize, retained_count, retained_size (what would be freed if all"
        + " of the selection were gone), keepalive_count, keepalive_new_count.")
    private List<String> texts = new ArrayList<>();

    private final List<Budget> budgets = new ArrayList<>();

    /**
     * Reads the budgets.
     *
     * @param compared whether there is an earlier dump
     * @throws ParameterException if there is a mistake in one, or it needs an earlier dump and there is none
     */
    void check(boolean compared) {
        Set<Need> met = EnumSet.allOf(Need.class);
        met.removeIf(need -> !compared && Need.isComparing(EnumSet.of(need)));
        for (String text : texts) {
            try {
                Budget budget = Budget.parse(text);
                budget.missing(met).ifPresent(error -> {
                    throw mistake(error, " Give BEFORE and AFTER.");
                });
                budgets.add(budget);
            } catch (BudgetException wrong) {
                throw mistake(wrong.error(), "");
            }
        }
    }

    /** Returns the budgets as they were given. */
    List<String> texts() {
        return List.copyOf(texts);
    }

    /** Measures the budgets; warns of classes that the heap does not have. */
    List<Measured> measured(Findings findings, Warnings warnings, Task task) {
        for (Budget budget : budgets) {
            budget.selection().ifPresent(chosen -> chosen.doubts(findings.heap()).forEach(warnings::add));
        }
        try {
            return Budgets.measured(budgets, findings, task);
        } catch (BudgetException failed) {
            throw mistake(failed.error(), "");
        }
    }

    private ParameterException mistake(SyntaxError error, String remedy) {
        return new SelectionMistake(spec.commandLine(), NAME + ", column " + error.column() + ": " + error.message()
            + error.suggestion().map(name -> " Did you mean " + name + "?").orElse("") + remedy, error.pointer());
    }
}
