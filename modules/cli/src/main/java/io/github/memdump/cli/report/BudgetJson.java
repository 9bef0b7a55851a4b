package io.github.memdump.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.budget.Budget;
import io.github.memdump.budget.Measured;
import io.github.memdump.select.Selection;
import java.io.IOException;
import java.util.List;

/** Budgets and what became of them as JSON. */
final class BudgetJson {
    private BudgetJson() {
    }

    /** Writes the field {@code budgets} in the order in which they were given. */
    static void write(JsonGenerator json, List<Measured> budgets) throws IOException {
        json.writeArrayFieldStart("budgets");
        for (Measured measured : budgets) {
            Budget budget = measured.budget();
            json.writeStartObject();
            json.writeStringField("budget", budget.text());
            json.writeStringField("measure", budget.measure().id());
            json.writeStringField("selection", budget.selection().map(Selection::text).orElse(""));
            json.writeStringField("operator", budget.operator());
            json.writeNumberField("limit", budget.limit());
            json.writeNumberField("value", measured.value());
            json.writeNumberField("selected", measured.objects());
            json.writeBooleanField("broken", measured.isBroken());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
