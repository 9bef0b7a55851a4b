package io.github.memdump.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import java.io.IOException;

/** The new border as JSON, all columns. */
final class BorderJson {
    private BorderJson() {
    }

    /** Writes the field {@code border}: a row for each object in the given order; what does not apply is left out. */
    static void write(JsonGenerator json, Findings findings, int[] objects) throws IOException {
        json.writeArrayFieldStart("border");
        for (int object : objects) {
            json.writeStartObject();
            for (Column column : Column.ofFindings()) {
                if (column.kind() == Column.Kind.NUMBER) {
                    long number = findings.number(column, object);
                    if (number != Findings.ABSENT) {
                        json.writeNumberField(column.id(), number);
                    }
                } else if (!findings.text(column, object).isEmpty()) {
                    json.writeStringField(column.id(), findings.text(column, object));
                }
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
