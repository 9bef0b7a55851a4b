package io.github.memdump.dump;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.github.memdump.dump.issue.DumpLimits;
import java.io.IOException;

/** Reads single records and values with Jackson, which alone judges what is JSON. Not thread-safe. */
final class JsonRecord {
    /** Stands for the end of a record that is none. */
    static final int MALFORMED = -1;

    /** Longer strings that are kept, names, are not decoded: {@link MendedRecord} cuts them first. */
    private static final int LONGEST_STRING = 1 << 21;

    private final JsonFactory json;
    private final RecordFields fields;
    private boolean tooDeep;
    private boolean tooLong;

    JsonRecord(JsonFactory json, RecordFields fields) {
        this.json = json;
        this.fields = fields;
    }

    /** Returns the factory of parsers within the limits; it may be shared by threads. */
    static JsonFactory factory(DumpLimits limits) {
        return JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                .maxNestingDepth(limits.nesting())
                .maxStringLength(Math.min(limits.lineBytes(), LONGEST_STRING))
                .build())
            .build();
    }

    /**
     * Reads the record that begins at {@code from} into the fields.
     *
     * @return the position behind the record, or {@link #MALFORMED} if there is no whole JSON object
     */
    int read(byte[] bytes, int from, int to) {
        fields.clear();
        tooDeep = false;
        tooLong = false;
        if (!mayBeObject(bytes, from, to)) {
            return MALFORMED;
        }
        try (JsonParser parser = json.createParser(bytes, from, to - from)) {
            return read(parser, from);
        } catch (IOException malformed) {
            return MALFORMED;
        }
    }

    /**
     * Returns whether a range begins as an object does. To have Jackson refuse a line costs about 10 µs, and a file may
     * have millions that are of no dump.
     */
    private static boolean mayBeObject(byte[] bytes, int from, int to) {
        int brace = skipBlanks(bytes, from, to);
        if (brace == to || bytes[brace] != '{') {
            return false;
        }
        int key = skipBlanks(bytes, brace + 1, to);
        return key < to && (bytes[key] == '"' || bytes[key] == '}');
    }

    private static int skipBlanks(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r' || bytes[i] == '\n')) {
            i++;
        }
        return i;
    }

    private int read(JsonParser parser, int from) throws IOException {
        try {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return MALFORMED;
            }
            for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
                fields.read(field, parser);
            }
            return parser.currentToken() == JsonToken.END_OBJECT
                ? from + (int) parser.currentLocation().getByteOffset() : MALFORMED;
        } catch (StreamConstraintsException beyond) {
            tooDeep = parser.getParsingContext().getNestingDepth()
                > parser.streamReadConstraints().getMaxNestingDepth();
            tooLong = !tooDeep && parser.currentToken() == JsonToken.VALUE_STRING;
            return MALFORMED;
        }
    }

    /** Returns whether the last reading ended where values lie deeper in each other than the limit allows. */
    boolean isTooDeep() {
        return tooDeep;
    }

    /** Returns whether the last reading ended at a string that is longer than any name that is kept whole. */
    boolean isTooLong() {
        return tooLong;
    }

    /** Returns whether a range is one JSON string, number or literal and nothing else. */
    boolean isScalar(byte[] bytes, int from, int to) {
        try (JsonParser parser = json.createParser(bytes, from, to - from)) {
            JsonToken token = parser.nextToken();
            if (token == null || !token.isScalarValue()) {
                return false;
            }
            parser.getTextLength();
            return parser.nextToken() == null;
        } catch (IOException malformed) {
            return false;
        }
    }
}
