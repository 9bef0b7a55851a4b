package io.github.memdump.redact;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes JSON in ASCII, piece by piece, as Ruby spells it. Not thread-safe. */
final class JsonOutput {
    private static final int BUFFER = 1 << 16;
    private static final char[] HEXADECIMAL = "0123456789abcdef".toCharArray();
    private static final int LONGEST_NUMBER = 20;

    private final OutputStream stream;
    private byte[] buffer = new byte[BUFFER * 2];
    private int length;

    JsonOutput(OutputStream stream) {
        this.stream = stream;
    }

    /** Returns a text as a JSON string; everything but plain ASCII is escaped, half surrogate pairs too. */
    static byte[] quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c >= ' ' && c < 0x7F) {
                json.append(c);
            } else {
                json.append(String.format("\\u%04x", (int) c));
            }
        }
        return ascii(json.append('"').toString());
    }

    /** Returns the bytes of a text of ASCII letters. */
    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Writes bytes as they are. */
    void write(byte[] bytes) throws IOException {
        write(bytes, 0, bytes.length);
    }

    /** Writes a range of bytes as it is. */
    void write(byte[] bytes, int from, int to) throws IOException {
        room(to - from);
        System.arraycopy(bytes, from, buffer, length, to - from);
        length += to - from;
    }

    /** Writes a byte. */
    void write(char c) throws IOException {
        room(1);
        buffer[length++] = (byte) c;
    }

    /** Writes an address with its quotes. */
    void address(long address) throws IOException {
        room(LONGEST_NUMBER);
        buffer[length++] = '"';
        buffer[length++] = '0';
        buffer[length++] = 'x';
        int digits = Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(address) + 3) / 4);
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
            buffer[length++] = (byte) HEXADECIMAL[(int) (address >>> shift) & 15];
        }
        buffer[length++] = '"';
    }

    /** Writes a whole number. */
    void number(long number) throws IOException {
        write(ascii(Long.toString(number)));
    }

    /** Hands everything to the stream, which stays open. */
    void flush() throws IOException {
        stream.write(buffer, 0, length);
        length = 0;
        stream.flush();
    }

    private void room(int bytes) throws IOException {
        if (length + bytes > buffer.length) {
            stream.write(buffer, 0, length);
            length = 0;
            if (bytes > buffer.length) {
                buffer = Arrays.copyOf(buffer, bytes);
            }
        }
    }
}
