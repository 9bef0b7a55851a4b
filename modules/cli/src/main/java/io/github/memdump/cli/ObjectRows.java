package io.github.memdump.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.export.CsvWriter;
import io.github.memdump.file.AtomicFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Columns of some objects, as CSV and as JSON. Immutable. */
final class ObjectRows {
    private final Findings values;
    private final List<Column> columns;
    private final int[] objects;

    /** Makes the rows of the objects in the given order. */
    ObjectRows(Findings findings, List<Column> columns, int[] objects) {
        this.values = findings;
        this.columns = columns;
        this.objects = objects;
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
    void writeTo(Path target, Preamble preamble) throws IOException {
        try (AtomicFile file = AtomicFile.beside(target)) {
            if (target.toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
                try (JsonGenerator json = DumpCommand.generator(file.stream())) {
                    json.writeStartObject();
                    preamble.writeTo(json);
                    writeTo(json);
                    json.writeEndObject();
                    json.writeRaw('\n');
                }
            } else {
                writeCsv(file.stream());
            }
            file.commit();
        }
    }

    /** Writes a header and one record for each object, and flushes the stream. */
    void writeCsv(OutputStream stream) throws IOException {
        CsvWriter csv = new CsvWriter(stream);
        for (Column column : columns) {
            csv.field(column.id());
        }
        csv.end();
        for (int object : objects) {
            for (Column column : columns) {
                csv.field(values.text(column, object));
            }
            csv.end();
        }
        csv.flush();
    }

    /** Writes the field {@code rows} into the current object. */
    void writeTo(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("rows");
        for (int object : objects) {
            json.writeStartObject();
            for (Column column : columns) {
                write(json, column, object);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
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
