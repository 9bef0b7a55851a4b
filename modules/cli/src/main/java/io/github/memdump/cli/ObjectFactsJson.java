package io.github.memdump.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.github.memdump.analysis.Column;
import io.github.memdump.value.Value;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All about one object, for machines. */
final class ObjectFactsJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final List<Column> COLUMNS = List.of(Column.OBJECT, Column.ADDRESS, Column.TYPE, Column.CLASS,
        Column.NAME, Column.MEMSIZE, Column.GENERATION, Column.FILE, Column.LINE, Column.METHOD, Column.ROOT_DISTANCE,
        Column.RETAINED_COUNT, Column.RETAINED_SIZE, Column.DOMINATOR);

    private final ObjectFacts facts;
    private final int most;

    ObjectFactsJson(ObjectFacts facts, int most) {
        this.facts = facts;
        this.most = most;
    }

    /** Writes the fields into the current object. */
    void writeTo(JsonGenerator json, boolean raw) throws IOException {
        rows(facts.object()).writeRow(json, 0);
        json.writeBooleanField("damaged", facts.isDamaged());
        json.writeObjectFieldStart("fields");
        for (Map.Entry<String, String> field : facts.fields().entrySet()) {
            json.writeFieldName(field.getKey());
            writeValue(json, field.getValue());
        }
        json.writeEndObject();
        neighbours(json, "references", facts.references());
        neighbours(json, "referrers", facts.referrers());
        json.writeObjectFieldStart("path");
        rows(facts.path()).writeTo(json);
        json.writeEndObject();
        if (facts.value().isPresent()) {
            Value value = facts.value().get();
            ValueText.writeTo(json, value);
            json.writeStringField("value_kind", value.kind().name().toLowerCase(Locale.ROOT));
        }
        if (raw) {
            json.writeStringField("raw", facts.raw());
        }
    }

    private void neighbours(JsonGenerator json, String name, int[] objects) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("count", objects.length);
        rows(Arrays.copyOf(objects, Math.min(objects.length, most))).writeTo(json);
        json.writeEndObject();
    }

    private ObjectRows rows(int... objects) {
        return new ObjectRows(facts.findings(), COLUMNS, objects);
    }

    /** Writes a value as it stands if it is JSON, else as a string. */
    private static void writeValue(JsonGenerator json, String value) throws IOException {
        if (isJson(value)) {
            json.writeRawValue(ascii(value));
        } else {
            json.writeString(value);
        }
    }

    /** Outside strings JSON is ASCII anyway, and inside them an escape means the same. */
    private static String ascii(String value) {
        StringBuilder ascii = new StringBuilder(value.length());
        value.chars().forEach(c -> ascii.append(c < 0x7F ? Character.toString(c) : String.format("\\u%04x", c)));
        return ascii.toString();
    }

    private static boolean isJson(String value) {
        try (JsonParser parser = JSON.createParser(value)) {
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
