package io.github.memdump.dump;

import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.dump.scan.Addresses;
import io.github.memdump.dump.scan.ByteWords;
import io.github.memdump.dump.scan.DamagedRecord;
import io.github.memdump.dump.scan.PlainScalar;
import io.github.memdump.dump.scan.RecordKeys;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Writes what a {@link DamagedRecord} found as JSON, so that a salvaged record goes the way of all others. Values that
 * are JSON are taken as they are. Other strings are taken as raw text, as Ruby wrote them: UTF-8, or Latin-1 if they
 * are no UTF-8. Of the references every entry that is whole is taken. What is still unreadable is left out.
 */
final class MendedRecord {
    private static final String HEXADECIMAL = "0123456789abcdef";

    /** So many bytes a letter has in UTF-8 at most. */
    private static final int LONGEST_LETTER = 4;

    private final byte[] bytes;
    private final PlainScalar plain;
    private final JsonRecord json;
    private final int longestText;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    MendedRecord(byte[] bytes, JsonRecord json, DumpLimits limits) {
        this.bytes = bytes;
        this.plain = new PlainScalar(bytes, new ByteWords(bytes));
        this.json = json;
        this.longestText = 4 * limits.keptCharacters();
    }

    /** Returns the record as JSON; without any bytes if it has no whole type and address or root. */
    byte[] mend(Map<String, DamagedRecord.Slice> values) {
        out.reset();
        DamagedRecord.Slice type = values.get("type");
        DamagedRecord.Slice address = values.get("address");
        DamagedRecord.Slice root = values.get("root");
        boolean identified = address != null ? addressEnd(address.from()) == address.to()
            : root != null && isScalar(root);
        if (type != null && isTypeName(type) && identified) {
            for (Map.Entry<String, DamagedRecord.Slice> value : values.entrySet()) {
                if (RecordKeys.number(value.getKey()) != RecordKeys.OTHER) {
                    write(value.getKey(), value.getValue());
                }
            }
            out.write('}');
        }
        return out.toByteArray();
    }

    private void write(String key, DamagedRecord.Slice value) {
        boolean references = key.equals("references") && bytes[value.from()] == '[';
        boolean text = bytes[value.from()] == '"';
        // A text that will be cut is not looked through, nor copied whole.
        boolean cut = text && value.to() - value.from() > longestText + 2;
        boolean scalar = !references && !cut && isScalar(value);
        if (!references && !scalar && !text) {
            return;
        }
        out.write(out.size() == 0 ? '{' : ',');
        writeAscii('"' + key + "\":");
        if (references) {
            writeReferences(value);
        } else if (scalar) {
            out.write(bytes, value.from(), value.to() - value.from());
        } else {
            writeRaw(value.from() + 1, value.to() - 1);
        }
    }

    private boolean isScalar(DamagedRecord.Slice value) {
        return plain.end(value.from()) == value.to() || json.isScalar(bytes, value.from(), value.to());
    }

    private void writeReferences(DamagedRecord.Slice array) {
        char separator = '[';
        int i = array.from();
        while (i < array.to()) {
            int end = bytes[i] == '"' ? addressEnd(i) : i;
            if (end > i && end <= array.to()) {
                out.write(separator);
                out.write(bytes, i, end - i);
                separator = ',';
                i = end;
            } else {
                i++;
            }
        }
        writeAscii(separator == '[' ? "[]" : "]");
    }

    private void writeRaw(int from, int wholeTo) {
        int to = wholeTo;
        if (wholeTo - from > longestText) {
            to = from + longestText;
            for (int i = 1; i < LONGEST_LETTER && (bytes[to] & 0xC0) == 0x80; i++) {
                to--;
            }
        }
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
        } catch (CharacterCodingException latin) {
            text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c >= ' ') {
                quoted.append(c);
            } else if (c != 0) {
                quoted.append("\\u00").append(HEXADECIMAL.charAt(c >> 4)).append(HEXADECIMAL.charAt(c & 15));
            }
        }
        byte[] utf8 = quoted.append('"').toString().getBytes(StandardCharsets.UTF_8);
        out.write(utf8, 0, utf8.length);
    }

    /** Returns the end of a whole address in quotes that begins at a position, or -1. */
    private int addressEnd(int quote) {
        int close = quote + 1;
        while (close < bytes.length && close - quote <= Addresses.LONGEST && bytes[close] != '"') {
            close++;
        }
        return close < bytes.length && bytes[quote] == '"' && bytes[close] == '"'
            && Addresses.parse(bytes, quote + 1, close - quote - 1) != Addresses.NONE ? close + 1 : -1;
    }

    private boolean isTypeName(DamagedRecord.Slice value) {
        for (int i = value.from() + 1; i < value.to() - 1; i++) {
            if (bytes[i] != '_' && (bytes[i] < 'A' || bytes[i] > 'Z')) {
                return false;
            }
        }
        return value.to() - value.from() > 2 && bytes[value.from()] == '"' && bytes[value.to() - 1] == '"';
    }

    private void writeAscii(String text) {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        out.write(ascii, 0, ascii.length);
    }
}
