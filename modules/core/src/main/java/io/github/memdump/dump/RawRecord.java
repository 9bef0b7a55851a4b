package io.github.memdump.dump;

import com.fasterxml.jackson.core.JsonFactory;
import io.github.memdump.array.LongList;
import io.github.memdump.dump.scan.Addresses;
import io.github.memdump.dump.scan.DamagedRecord;
import io.github.memdump.dump.scan.FieldSlices;
import io.github.memdump.dump.scan.Newlines;
import io.github.memdump.dump.scan.TextBytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record as it stands in the dump, with all its fields, also those that the heap does not keep. What a damaged record
 * still tells is there, what cannot be read of it is absent; of a key that comes twice the first counts.
 *
 * <p>Given to a {@link RecordSource.Visitor} it is a window on the bytes just read and good for that call only;
 * {@link #copy} makes one that stays. Not thread-safe, but for copies, which never change.
 */
public final class RawRecord {
    private static final byte[] ADDRESS = key("address");
    private static final int SHORT = 1000;

    private final FieldSlices fields;
    private byte[] bytes = {};
    private int from;
    private boolean whole;
    private @Nullable JsonFactory json;
    private @Nullable RecordParser parser;
    private @Nullable LineBlock lines;
    private @Nullable RecordBlock asRead;
    /** Where the line behind the record begins, once it was read. */
    private int next;

    RawRecord() {
        this.fields = new FieldSlices();
    }

    /** Returns the bytes of a key, for look-ups that are made often. */
    public static byte[] key(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    /** Reads the record that begins at a position of a block of whole lines. */
    void read(LineBlock block, int at, RecordParser tolerant) {
        parser = tolerant;
        lines = block;
        asRead = null;
        if (!readWhole(block, at, tolerant.json)) {
            // The reader of heaps knows over how many lines a record goes on that a newline has split.
            asRead();
            int newline = Newlines.first(bytes, at, block.length);
            new DamagedRecord(bytes, fields).read(at, Math.max(newline,
                next > at && bytes[next - 1] == '\n' ? next - 1 : next));
        }
    }

    /** Reads the record that begins at a position if it is written as it should be, on one line; else says no. */
    boolean readWhole(LineBlock block, int at, JsonFactory factory) {
        bytes = block.bytes;
        from = at;
        json = factory;
        whole = fields.read(bytes, at, Newlines.first(bytes, at, block.length), json);
        return whole;
    }

    /** Returns what the reader of heaps makes of this record: it first, and others on its line, or nothing. */
    public RecordBlock asRead() {
        if (asRead == null) {
            asRead = new RecordBlock(1);
            next = Objects.requireNonNull(parser).parseOne(Objects.requireNonNull(lines), from, asRead);
        }
        return asRead;
    }

    /** Returns this record with bytes of its own. */
    public RawRecord copy() {
        RawRecord copy = new RawRecord();
        copy.bytes = bytes();
        copy.whole = whole;
        copy.fields.takeMoved(fields, copy.bytes, -from);
        return copy;
    }

    /**
     * Returns this record with bytes of its own, at most so many of each value, and of what stands between two; what is
     * left out is an ellipsis. Strings are cut behind a letter and are closed.
     */
    public RawRecord cut(int most) {
        if (fields.end() - from <= most) {
            return copy();
        }
        CutRecord cut = new CutRecord(bytes, from, most);
        for (int field = 0; field < fields.count(); field++) {
            cut.add(fields.keyFrom(field), fields.keyTo(field), fields.valueFrom(field), fields.valueTo(field));
        }
        RawRecord copy = new RawRecord();
        copy.bytes = cut.end(fields.end());
        copy.whole = whole;
        copy.fields.takeMoved(cut.fields(), copy.bytes, 0);
        return copy;
    }

    /** Returns the record as it stands, without the newline at its end; damaged records may have some inside. */
    public byte[] bytes() {
        return Arrays.copyOfRange(bytes, from, Math.max(from, fields.end()));
    }

    /** Returns the record as it stands but for the values of all fields of a key, in whose place others stand. */
    public byte[] replaced(byte[] key, byte[] replacement) {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        int at = from;
        for (int field = 0; field < fields.count(); field++) {
            if (fields.isKey(field, key)) {
                result.write(bytes, at, fields.valueFrom(field) - at);
                result.write(replacement, 0, replacement.length);
                at = fields.valueTo(field);
            }
        }
        result.write(bytes, at, fields.end() - at);
        return result.toByteArray();
    }

    /** Returns whether the record is written as it should be; else what is left of it was salvaged. */
    public boolean isWhole() {
        return whole;
    }

    /** Returns the address, or {@link Addresses#NONE} if it has none that can be read. */
    public long address() {
        return address(ADDRESS);
    }

    /** Returns a string of at most a thousand bytes, cut there; empty where the field is none. */
    public String text(byte[] key) {
        TextBytes text = new TextBytes(SHORT);
        return text(key, text) ? new String(text.array(), 0, text.length(), StandardCharsets.UTF_8) : "";
    }

    /** Returns the value of a field as it stands in the record; empty where it has none. */
    public byte[] json(byte[] key) {
        int field = fields.find(key);
        return field < 0 ? new byte[0] : Arrays.copyOfRange(bytes, fields.valueFrom(field), fields.valueTo(field));
    }

    /** Returns the address in a field, or {@link Addresses#NONE} where it holds none. */
    public long address(byte[] key) {
        int field = fields.find(key);
        if (field < 0 || !isText(field)) {
            return Addresses.NONE;
        }
        return Addresses.parse(bytes, fields.valueFrom(field) + 1, fields.valueTo(field) - fields.valueFrom(field) - 2);
    }

    /** Returns the addresses in the list that a field is, in their order; what is no address is left out. */
    public long[] addresses(byte[] key) {
        int field = fields.find(key);
        LongList result = new LongList();
        int end = field < 0 ? 0 : fields.valueTo(field);
        int quote = field < 0 ? 0 : fields.valueFrom(field);
        while (quote < end) {
            if (bytes[quote] != '"') {
                quote++;
                continue;
            }
            int close = quote + 1;
            while (close < end && bytes[close] != '"') {
                close++;
            }
            long address = Addresses.parse(bytes, quote + 1, close - quote - 1);
            if (address != Addresses.NONE) {
                result.add(address);
            }
            quote = close + 1;
        }
        return result.toArray();
    }

    /** Cuts up the object that a field of a whole record is, as it stands in {@link #array}; says no if it is none. */
    public boolean readObject(int field, FieldSlices into) {
        return json != null && into.read(bytes, valueFrom(field), valueTo(field), json);
    }

    /** Returns whether a field of the same key comes before a field: the first one counts. */
    public boolean isRepeated(int field) {
        return fields.find(bytes, keyFrom(field), keyTo(field)) < field;
    }

    /** Returns whether a field has a key. */
    public boolean isKey(int field, byte[] key) {
        return fields.isKey(field, key);
    }

    /** Returns the number of fields. */
    public int size() {
        return fields.count();
    }

    /** Returns the bytes around this record, in which its fields lie; not to be changed. */
    public byte[] array() {
        return bytes;
    }

    /** Returns where the key of a field begins in {@link #array}, behind the quote; its escapes are not read. */
    public int keyFrom(int field) {
        return fields.keyFrom(field);
    }

    /** Returns where the key of a field ends, at the quote. */
    public int keyTo(int field) {
        return fields.keyTo(field);
    }

    /** Returns where the value of a field begins, with its quote or bracket if it has one. */
    public int valueFrom(int field) {
        return fields.valueFrom(field);
    }

    /** Returns where the value of a field ends, behind its quote or bracket. */
    public int valueTo(int field) {
        return fields.valueTo(field);
    }

    /** Returns whether it has a field of that key. */
    public boolean has(byte[] key) {
        return fields.find(key) >= 0;
    }

    /** Returns whether a field is {@code true}. */
    public boolean isTrue(byte[] key) {
        int field = fields.find(key);
        return field >= 0 && bytes[fields.valueFrom(field)] == 't';
    }

    /** Returns a whole number between 0 and 2^63 - 1, or {@code otherwise} where the field is none. */
    public long number(byte[] key, long otherwise) {
        int field = fields.find(key);
        if (field < 0) {
            return otherwise;
        }
        long number = 0;
        for (int i = fields.valueFrom(field); i < fields.valueTo(field); i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9 || number > (Long.MAX_VALUE - digit) / 10) {
                return otherwise;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** Reads a string into {@code into}; returns whether there is one of that key. */
    public boolean text(byte[] key, TextBytes into) {
        int field = fields.find(key);
        if (field < 0 || !isText(field)) {
            return false;
        }
        into.read(bytes, fields.valueFrom(field) + 1, fields.valueTo(field) - 1);
        return true;
    }

    /**
     * Returns the fields in their order: for each key its value as JSON, cut to so many bytes; what is no UTF-8 reads
     * as replacement characters.
     */
    public Map<String, String> fields(int mostBytes) {
        Map<String, String> result = new LinkedHashMap<>();
        for (int field = 0; field < fields.count(); field++) {
            int valueFrom = fields.valueFrom(field);
            int length = Math.min(fields.valueTo(field) - valueFrom, Math.max(0, mostBytes));
            int keyFrom = fields.keyFrom(field);
            result.putIfAbsent(new String(bytes, keyFrom, fields.keyTo(field) - keyFrom, StandardCharsets.UTF_8),
                new String(bytes, valueFrom, length, StandardCharsets.UTF_8));
        }
        return result;
    }

    private boolean isText(int field) {
        return bytes[fields.valueFrom(field)] == '"' && fields.valueTo(field) - fields.valueFrom(field) >= 2;
    }
}
