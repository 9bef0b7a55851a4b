package io.github.memdump.dump;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.memdump.dump.issue.DumpLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a record of type NAMES: lists of texts, all of one kind. */
public final class NameRows {
    private static final byte[] KIND = RawRecord.key("kind");
    private static final byte[] ROWS = RawRecord.key("rows");
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MOST = DumpLimits.DEFAULT.keptCharacters();

    private NameRows() {
    }

    /** Takes a row of two cells or more. */
    public interface Sink {
        /** Takes the next row. */
        void row(List<String> cells) throws IOException;
    }

    /** Returns the kind of the rows of a record; empty if it has none. */
    public static String kind(RawRecord record) {
        return record.text(KIND);
    }

    /**
     * Reads the rows of a record; of a damaged one those before the damage. Cells are cut at the usual
     * limit of names.
     *
     * @throws IOException if the sink throws it
     */
    public static void read(RawRecord record, Sink sink) throws IOException {
        try (JsonParser parser = JSON.createParser(record.json(ROWS))) {
            boolean isList = token(parser) == JsonToken.START_ARRAY;
            while (isList && token(parser) == JsonToken.START_ARRAY) {
                List<String> cells = new ArrayList<>();
                JsonToken token = token(parser);
                for (; token == JsonToken.VALUE_STRING; token = token(parser)) {
                    cells.add(parser.getTextLength() > MOST ? parser.getText().substring(0, MOST) : parser.getText());
                }
                if (token != JsonToken.END_ARRAY) {
                    return;
                }
                if (cells.size() >= 2) {
                    sink.row(cells);
                }
            }
        }
    }

    /** Returns the next token, nothing where it is damaged or a text too long to decode. */
    private static @Nullable JsonToken token(JsonParser parser) {
        try {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.VALUE_STRING) {
                parser.finishToken();
            }
            return token;
        } catch (IOException damaged) {
            return null;
        }
    }
}
