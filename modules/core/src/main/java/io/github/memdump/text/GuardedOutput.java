package io.github.memdump.text;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The last guard in front of a terminal: lets UTF-8 through, and of what {@link Printable} escapes nothing but line
 * ends (LF) and, in text, the tabs of a stack trace. Text gets the escapes of {@link Printable}. Records, which are
 * lines of JSON, get those of JSON inside strings, a blank in the place of a tab and no carriage returns, so that they
 * mean the same as before. A byte that is no UTF-8 passes in records, as whoever reads them expects it, and is escaped
 * in text. Not thread-safe; linear time, no copy of what needs no escape.
 */
public final class GuardedOutput extends FilterOutputStream {
    private static final int LONGEST = 4;

    private final boolean isText;
    /** The beginning of a character, of which the rest is to come. */
    private final byte[] begun = new byte[LONGEST];
    private int begunLength;

    private GuardedOutput(OutputStream out, boolean isText) {
        super(out);
        this.isText = isText;
    }

    /** Returns a guard for text. */
    public static GuardedOutput text(OutputStream out) {
        return new GuardedOutput(out, true);
    }

    /** Returns a guard for lines of JSON. */
    public static GuardedOutput records(OutputStream out) {
        return new GuardedOutput(out, false);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int end = offset + length;
        int at = offset;
        if (begunLength == 0) {
            while (at < end && isPlain(bytes[at])) {
                at++;
            }
            if (at == end) {
                out.write(bytes, offset, length);
                return;
            }
        }
        ByteArrayOutputStream guarded = new ByteArrayOutputStream(length + 64);
        guarded.write(bytes, offset, at - offset);
        for (; at < end; at++) {
            take(bytes[at], guarded);
        }
        guarded.writeTo(out);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        giveUp(rest);
        rest.writeTo(out);
        super.close();
    }

    private boolean isPlain(byte value) {
        return (value >= ' ' && value < 0x7F) || value == '\n' || (isText && value == '\t');
    }

    private void take(byte value, ByteArrayOutputStream guarded) {
        boolean continues = (value & 0xC0) == 0x80;
        if (begunLength > 0 && !continues) {
            giveUp(guarded);
        }
        if (begunLength == 0 && isPlain(value)) {
            guarded.write(value);
            return;
        }
        begun[begunLength++] = value;
        if (begunLength < expected(begun[0])) {
            return;
        }
        String character = new String(begun, 0, begunLength, StandardCharsets.UTF_8);
        if (character.codePointCount(0, character.length()) != 1 || (character.equals("\uFFFD") && !isReplacement())) {
            giveUp(guarded);
            return;
        }
        int letter = character.codePointAt(0);
        if (Printable.isPrintable(letter)) {
            guarded.write(begun, 0, begunLength);
        } else {
            write(isText ? Printable.character(letter) : json(character), guarded);
        }
        begunLength = 0;
    }

    /** Bytes that are no character. */
    private void giveUp(ByteArrayOutputStream guarded) {
        for (int i = 0; i < begunLength; i++) {
            if (isText) {
                write(String.format("\\x%02X", begun[i]), guarded);
            } else {
                guarded.write(begun[i]);
            }
        }
        begunLength = 0;
    }

    private boolean isReplacement() {
        return Arrays.equals(Arrays.copyOf(begun, begunLength), "\uFFFD".getBytes(StandardCharsets.UTF_8));
    }

    private static int expected(byte first) {
        int value = first & 0xFF;
        return value < 0xC2 || value > 0xF4 ? 1 : value < 0xE0 ? 2 : value < 0xF0 ? 3 : LONGEST;
    }

    private static String json(String character) {
        if (character.equals("\r")) {
            return "";
        }
        if (character.equals("\t")) {
            return " ";
        }
        StringBuilder escaped = new StringBuilder();
        character.chars().forEach(unit -> escaped.append(String.format("\\u%04x", unit)));
        return escaped.toString();
    }

    private static void write(String ascii, ByteArrayOutputStream guarded) {
        guarded.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
    }
}
