package io.github.memdump.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.github.memdump.array.LongList;
import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.dump.scan.Addresses;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a record into its fields without changing a byte of them, and reads those that tell which record it is and what
 * it refers to. One is used for any number of records, one after the other. Not thread-safe.
 */
final class RecordSplit {
    private final JsonFactory factory;
    private final List<String> keys = new ArrayList<>();
    private final LongList begins = new LongList();
    private final LongList references = new LongList();
    private byte[] bytes = {};
    private long end;
    private long address;
    private String root = "";
    private String type = "";

    RecordSplit(DumpLimits limits) {
        factory = JsonFactory.builder()
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                .maxNestingDepth(limits.nesting()).maxStringLength(limits.lineBytes()).build())
            .build();
    }

    /** Reads the record at the beginning of a range; returns whether it is whole JSON. */
    boolean read(byte[] from, int begin, int to) {
        bytes = from;
        keys.clear();
        begins.truncate(0);
        references.truncate(0);
        address = Addresses.NONE;
        root = "";
        type = "";
        try (JsonParser parser = factory.createParser(bytes, begin, to - begin)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
                begins.add(begin + parser.currentTokenLocation().getByteOffset());
                keys.add(key);
                readValue(key, parser);
            }
            end = begin + parser.currentTokenLocation().getByteOffset();
            return parser.currentToken() == JsonToken.END_OBJECT;
        } catch (IOException malformed) {
            return false;
        }
    }

    /** Lets go of the bytes that were read last, which may be very many. */
    void leave() {
        bytes = new byte[0];
    }

    private void readValue(String key, JsonParser parser) throws IOException {
        JsonToken value = parser.nextToken();
        boolean isText = value == JsonToken.VALUE_STRING;
        switch (key) {
            case "address":
                address = isText && address == Addresses.NONE ? address(parser) : address;
                break;
            case "root":
                root = isText && root.isEmpty() ? parser.getText() : root;
                break;
            case "type":
                type = isText && type.isEmpty() ? parser.getText() : type;
                break;
            case "references":
                if (value == JsonToken.START_ARRAY && keys.indexOf(key) == keys.size() - 1) {
                    readReferences(parser);
                }
                break;
            default:
        }
        parser.skipChildren();
    }

    private void readReferences(JsonParser parser) throws IOException {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.VALUE_STRING) {
                references.add(address(parser));
            } else if (token == null) {
                return;
            } else {
                parser.skipChildren();
            }
        }
    }

    private static long address(JsonParser parser) throws IOException {
        return Addresses.parse(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    }

    /** Returns the address, or {@link Addresses#NONE}. */
    long address() {
        return address;
    }

    /** Returns the name of the root, empty if it has none. */
    String root() {
        return root;
    }

    /** Returns the type, empty if it has none. */
    String type() {
        return type;
    }

    /** Returns what the record refers to, in its order, {@link Addresses#NONE} for what is no address. */
    LongList references() {
        return references;
    }

    /** Returns the number of fields. */
    int size() {
        return keys.size();
    }

    /** Returns the name of a field. */
    String key(int field) {
        return keys.get(field);
    }

    /** Returns whether a field of the same name comes before a field: the first one counts. */
    boolean isRepeated(int field) {
        return keys.indexOf(keys.get(field)) < field;
    }

    /** Returns where a field begins in the array: at the quote of its name. */
    int from(int field) {
        return (int) begins.get(field);
    }

    /** Returns where the value of a field ends. */
    int to(int field) {
        boolean last = field == keys.size() - 1;
        int i = skipBlanksBack(last ? (int) end : from(field + 1));
        return last ? i : skipBlanksBack(i - 1);
    }

    private int skipBlanksBack(int to) {
        int i = to;
        while (bytes[i - 1] == ' ' || bytes[i - 1] == '\t' || bytes[i - 1] == '\r' || bytes[i - 1] == '\n') {
            i--;
        }
        return i;
    }
}
