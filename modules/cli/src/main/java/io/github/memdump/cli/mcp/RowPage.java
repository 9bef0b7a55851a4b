package io.github.memdump.cli.mcp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;

/** A page of an answer: of each list at its top the rows from one number up to another. Immutable. */
final class RowPage {
    private final int from;
    private final int to;

    RowPage(int page, int size) {
        this.from = (page - 1) * size;
        this.to = page * size;
    }

    /** Returns how many rows an answer needs to have so that one can see whether there is another page. */
    int rows() {
        return to + 1;
    }

    /** Returns this page of a JSON object; {@code more} says whether there is another. */
    String of(String answer) throws IOException {
        StringWriter text = new StringWriter();
        boolean more = false;
        try (JsonParser in = new JsonFactory().createParser(answer);
            JsonGenerator out = new JsonFactory().createGenerator(text)) {
            in.nextToken();
            out.writeStartObject();
            while (in.nextToken() != JsonToken.END_OBJECT) {
                out.writeFieldName(in.currentName());
                if (in.nextToken() == JsonToken.START_ARRAY) {
                    more |= rows(in, out);
                } else {
                    out.copyCurrentStructure(in);
                }
            }
            out.writeBooleanField("more", more);
            out.writeEndObject();
        }
        return text.toString();
    }

    private boolean rows(JsonParser in, JsonGenerator out) throws IOException {
        out.writeStartArray();
        int row = 0;
        for (; in.nextToken() != JsonToken.END_ARRAY; row++) {
            if (row >= from && row < to) {
                out.copyCurrentStructure(in);
            } else {
                in.skipChildren();
            }
        }
        out.writeEndArray();
        return row > to;
    }
}
