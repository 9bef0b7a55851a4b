package io.github.memdump.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.answer.content.ValueWords;
import io.github.memdump.answer.render.JsonRenderer;
import io.github.memdump.export.CsvWriter;
import io.github.memdump.file.Output;
import io.github.memdump.file.Target;
import io.github.memdump.value.Value;
import java.io.IOException;
import java.util.List;

/** Columns of some objects, as CSV and as JSON. Immutable. */
final class ObjectRows {
    private final Findings values;
    private final List<Column> columns;
    private final int[] objects;
    /** One for each object if they were asked for. */
    private final Value[] texts;

    /** Makes the rows of the objects in the given order. */
    ObjectRows(Findings findings, List<Column> columns, int[] objects) {
        this(findings, columns, objects, new Value[0]);
    }

    /** Makes the rows with what stands in the column of values, for each object in its place. */
    ObjectRows(Findings findings, List<Column> columns, int[] objects, Value[] texts) {
        this.values = findings;
        this.columns = columns;
        this.objects = objects;
        this.texts = texts;
    }

    /** Writes fields into the document in front of the rows. */
    interface Preamble {
        /** Writes the fields. */
        void writeTo(JsonGenerator json) throws IOException;
    }

    /** Returns the number of rows. */
    int size() {
        return objects.length;
    }

    /** Writes a file in full or not at all: JSON, led by a preamble, if its name ends in {@code .json}, else CSV. */
    void writeTo(Target target, Preamble preamble) throws IOException {
        try (Output file = Output.to(target)) {
            if (target.endsWith(".json")) {
                try (JsonGenerator json = JsonRenderer.generator(file.stream())) {
                    json.writeStartObject();
                    preamble.writeTo(json);
                    writeTo(json);
                    json.writeEndObject();
                    json.writeRaw('\n');
                }
            } else {
                writeCsv(new CsvWriter(file.stream()));
            }
            file.commit();
        }
    }

    /** Writes a header and one record for each object, and flushes the writer. */
    void writeCsv(CsvWriter csv) throws IOException {
        for (Column column : columns) {
            csv.field(column.id());
        }
        csv.end();
        for (int row = 0; row < objects.length; row++) {
            for (Column column : columns) {
                String text = column == Column.VALUE && texts.length > 0 ? ValueWords.cell(texts[row])
                    : values.text(column, objects[row]);
                if (column.kind() == Column.Kind.NUMBER) {
                    csv.number(text);
                } else {
                    csv.field(text);
                }
            }
            csv.end();
        }
        csv.flush();
    }

    /** Writes the field {@code rows} into the current object. */
    void writeTo(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("rows");
        for (int row = 0; row < objects.length; row++) {
            json.writeStartObject();
            writeRow(json, row);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Writes the columns of a row as fields of the current object. */
    void writeRow(JsonGenerator json, int row) throws IOException {
        for (Column column : columns) {
            if (column == Column.VALUE && texts.length > 0) {
                ValueWords.writeTo(json, texts[row]);
            } else {
                write(json, column, objects[row]);
            }
        }
    }

    private void write(JsonGenerator json, Column column, int object) throws IOException {
        if (column.kind() == Column.Kind.TEXT) {
            json.writeStringField(column.id(), values.text(column, object));
            return;
        }
        long number = values.number(column, object);
        if (number == Findings.ABSENT) {
            json.writeNullField(column.id());
        } else {
            json.writeNumberField(column.id(), number);
        }
    }
}
