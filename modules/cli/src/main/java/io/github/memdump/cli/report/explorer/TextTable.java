package io.github.memdump.cli.report.explorer;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.text.Printable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Texts that rows refer to by number, so that each is written once. Not thread-safe. */
final class TextTable {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    /** Returns the number of a text; what is not printable in it is escaped. */
    int number(String text) {
        return numbers.computeIfAbsent(Printable.of(text), any -> numbers.size());
    }

    void writeTo(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("texts");
        for (String text : numbers.keySet()) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
