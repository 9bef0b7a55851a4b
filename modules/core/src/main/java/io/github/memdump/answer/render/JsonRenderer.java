package io.github.memdump.answer.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.AnswerRenderer;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.Paragraph;
import io.github.memdump.answer.RawJson;
import io.github.memdump.answer.TableColumn;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * An answer as JSON: figures as fields, tables as arrays of objects, exact numbers, no sentence. Only ASCII, so that
 * half a surrogate pair out of a damaged name cannot spoil the document. Not thread-safe.
 */
public final class JsonRenderer implements AnswerRenderer {
    private static final JsonFactory JSON = JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final JsonGenerator json;
    private final int top;

    private JsonRenderer(JsonGenerator json, int top) {
        this.json = json;
        this.top = top;
    }

    /** Returns a generator that writes ASCII to a stream, which it closes. */
    public static JsonGenerator generator(OutputStream stream) throws IOException {
        return JSON.createGenerator(stream);
    }

    /**
     * Writes the fields of an answer into the current object.
     *
     * @param top how many rows of each table; if empty, all
     */
    public static void write(Answer answer, OptionalInt top, JsonGenerator json) throws IOException {
        answer.show(new JsonRenderer(json, top.orElse(Integer.MAX_VALUE)));
    }

    @Override
    public void fact(String field, Object value) throws IOException {
        json.writeFieldName(field);
        value(value);
    }

    @Override
    public void paragraph(Paragraph paragraph) {
        // For people.
    }

    @Override
    public void table(AnswerTable<?> table) throws IOException {
        if (!table.field().isEmpty()) {
            json.writeFieldName(table.field());
            value(table);
        }
    }

    private <R> void rows(AnswerTable<R> table) throws IOException {
        List<TableColumn<R>> columns = table.columns().stream().filter(TableColumn::isForMachines)
            .collect(Collectors.toList());
        int count = table.isWhole() ? table.size() : Math.min(top, table.size());
        for (int index = 0; index < count; index++) {
            R row = table.row(index);
            json.writeStartObject();
            for (TableColumn<R> column : columns) {
                Object cell = column.cell(row);
                if (!column.isLeftOut(cell)) {
                    json.writeFieldName(column.field());
                    within().value(cell);
                }
            }
            json.writeEndObject();
        }
    }

    @Override
    public void section(String field, String title, Answer inner) throws IOException {
        if (field.isEmpty()) {
            inner.show(this);
        } else {
            json.writeFieldName(field);
            value(inner);
        }
    }

    @Override
    public void sections(String field, List<Answer> inner) throws IOException {
        if (!field.isEmpty()) {
            json.writeArrayFieldStart(field);
            for (Answer answer : inner) {
                within().value(answer);
            }
            json.writeEndArray();
        }
    }

    @Override
    public void next(String command, String purpose) {
        // For people.
    }

    /** Returns what writes a part of a row: the number of rows asked for is that of the rows themselves. */
    private JsonRenderer within() {
        return top == Integer.MAX_VALUE ? this : new JsonRenderer(json, Integer.MAX_VALUE);
    }

    private void value(Object value) throws IOException {
        if (TableColumn.isAbsent(value)) {
            json.writeNull();
        } else if (value instanceof String) {
            json.writeString((String) value);
        } else if (value instanceof Long) {
            json.writeNumber((Long) value);
        } else if (value instanceof Double) {
            json.writeNumber((Double) value);
        } else if (value instanceof Boolean) {
            json.writeBoolean((Boolean) value);
        } else if (value instanceof long[]) {
            json.writeArray((long[]) value, 0, ((long[]) value).length);
        } else if (value instanceof AnswerTable) {
            json.writeStartArray();
            rows((AnswerTable<?>) value);
            json.writeEndArray();
        } else if (value instanceof RawJson) {
            raw(value.toString());
        } else if (value instanceof Answer) {
            json.writeStartObject();
            ((Answer) value).show(this);
            json.writeEndObject();
        } else {
            json.writeStartArray();
            for (Object text : (List<?>) value) {
                json.writeString((String) text);
            }
            json.writeEndArray();
        }
    }

    private void raw(String text) throws IOException {
        if (isJson(text)) {
            // Outside strings JSON is ASCII anyway, and inside them an escape means the same.
            StringBuilder ascii = new StringBuilder(text.length());
            text.chars().forEach(c -> ascii.append(c < 0x7F ? Character.toString(c) : String.format("\\u%04x", c)));
            json.writeRawValue(ascii.toString());
        } else {
            json.writeString(text);
        }
    }

    private static boolean isJson(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            parser.finishToken();
            return parser.nextToken() == null;
        } catch (IOException malformed) {
            return false;
        }
    }
}
