package io.github.memdump.dump;

import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.dump.scan.Addresses;
import io.github.memdump.dump.scan.ByteWords;
import io.github.memdump.dump.scan.DamagedRecord;
import io.github.memdump.dump.scan.FieldSlices;
import io.github.memdump.dump.scan.PlainValues;
import io.github.memdump.dump.scan.RecordKeys;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Writes what a {@link DamagedRecord} found as JSON, so that a salvaged record goes the way of all others. Values that
 * are JSON are taken as they are. Other strings are taken as raw text, as Ruby wrote them: UTF-8, or Latin-1 if they
 * are no UTF-8. Of the references every entry that is whole is taken. What is still unreadable is left out.
 */
final class MendedRecord {
    private static final byte[] ADDRESS = RawRecord.key("address");
    private static final byte[] TYPE = RawRecord.key("type");
    private static final byte[] ROOT = RawRecord.key("root");
    private static final String HEXADECIMAL = "0123456789abcdef";

    /** So many bytes a letter has in UTF-8 at most. */
    private static final int LONGEST_LETTER = 4;

    private final byte[] bytes;
    private final PlainValues plain;
    private final JsonRecord json;
    private final int longestText;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    MendedRecord(byte[] bytes, JsonRecord json, DumpLimits limits) {
        this.bytes = bytes;
        this.plain = new PlainValues(bytes, new ByteWords(bytes));
        this.json = json;
        this.longestText = 4 * limits.keptCharacters();
    }

    /** Returns the record as JSON; without any bytes if it has no whole type and address or root. */
    byte[] mend(FieldSlices fields) {
        out.reset();
        int type = fields.find(TYPE);
        int address = fields.find(ADDRESS);
        int root = fields.find(ROOT);
        boolean identified = address >= 0 ? addressEnd(fields.valueFrom(address)) == fields.valueTo(address)
            : root >= 0 && isScalar(fields.valueFrom(root), fields.valueTo(root));
        if (type >= 0 && isTypeName(fields.valueFrom(type), fields.valueTo(type)) && identified) {
            for (int field = 0; field < fields.count(); field++) {
                int key = RecordKeys.number(bytes, fields.keyFrom(field), fields.keyTo(field));
                if (key != RecordKeys.OTHER) {
                    write(key, fields, field);
                }
            }
            out.write('}');
        }
        return out.toByteArray();
    }

    private void write(int key, FieldSlices fields, int field) {
        int from = fields.valueFrom(field);
        int to = fields.valueTo(field);
        boolean references = key == RecordKeys.REFERENCES && bytes[from] == '[';
        boolean text = bytes[from] == '"';
        // A text that will be cut is not looked through, nor copied whole.
        boolean cut = text && to - from > longestText + 2;
        boolean scalar = !references && !cut && isScalar(from, to);
        if (!references && !scalar && !text) {
            return;
        }
        out.write(out.size() == 0 ? '{' : ',');
        out.write('"');
        out.write(bytes, fields.keyFrom(field), fields.keyTo(field) - fields.keyFrom(field));
        writeAscii("\":");
        if (references) {
            writeReferences(from, to);
        } else if (scalar) {
            out.write(bytes, from, to - from);
        } else {
            writeRaw(from + 1, to - 1);
        }
    }

    private boolean isScalar(int from, int to) {
        return plain.end(from) == to || json.isScalar(bytes, from, to);
    }

    private void writeReferences(int from, int to) {
        char separator = '[';
        int i = from;
        while (i < to) {
            int end = bytes[i] == '"' ? addressEnd(i) : i;
            if (end > i && end <= to) {
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

    private boolean isTypeName(int from, int to) {
        for (int i = from + 1; i < to - 1; i++) {
            if (bytes[i] != '_' && (bytes[i] < 'A' || bytes[i] > 'Z')) {
                return false;
            }
        }
        return to - from > 2 && bytes[from] == '"' && bytes[to - 1] == '"';
    }

    private void writeAscii(String text) {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        out.write(ascii, 0, ascii.length);
    }
}
