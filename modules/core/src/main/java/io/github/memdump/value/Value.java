package io.github.memdump.value;

import io.github.memdump.dump.scan.TextBytes;
import io.github.memdump.text.Printable;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The value of one object, the text of a string as a rule, cut to a length. Values of strings are often secrets: show
 * them only to those who ask. Immutable; about 50 bytes and its own.
 */
public final class Value {
    /** A record that carries no value, as those of most types do. */
    static final Value NONE = new Value(Kind.NONE, -1);
    /** A string that uses the buffer of another. */
    static final Value SHARED = new Value(Kind.SHARED, -1);
    /** A record whose value cannot be read. */
    static final Value UNREADABLE = new Value(Kind.UNREADABLE, -1);

    /** Why there is a value, or none. */
    public enum Kind {
        /** The record has it. */
        GIVEN,
        /** Ruby has left it out, as it does with strings that are binary, not valid or not ASCII. */
        OMITTED,
        /** The string uses the buffer of another, to which it refers; Ruby writes neither value nor length. */
        SHARED,
        /** Objects of this type have none. */
        NONE,
        /** The record is damaged, and the value cannot be read. */
        UNREADABLE
    }

    private final Kind kind;
    private final byte[] beginning;
    private final int characters;
    private final long bytes;

    private Value(Kind kind, long bytes) {
        this(kind, new byte[0], 0, bytes);
    }

    private Value(Kind kind, byte[] beginning, int characters, long bytes) {
        this.kind = kind;
        this.beginning = beginning;
        this.characters = characters;
        this.bytes = bytes;
    }

    /** Returns a value that Ruby has left out, of so many bytes or -1. */
    static Value omitted(long bytes) {
        return new Value(Kind.OMITTED, bytes);
    }

    /** Returns the value that a text is, cut to so many characters. */
    static Value of(TextBytes text, int characters) {
        return new Value(Kind.GIVEN, Arrays.copyOf(text.array(), text.length()), characters, text.total());
    }

    /** Returns why there is a value or none. */
    public Kind kind() {
        return kind;
    }

    /** Returns the value, or its beginning; a byte that is no UTF-8 is U+FFFD. Empty if there is none. */
    public String text() {
        StringBuilder text = new StringBuilder();
        read(text, new StringBuilder());
        return text.toString();
    }

    /**
     * Returns the value, or its beginning, safe to be printed on one line: a backslash is doubled, line ends and tabs
     * are {@code \n}, {@code \r} and {@code \t}, bytes that are no UTF-8 and control characters {@code \x1B}, invisible
     * characters a number in braces, as in Ruby. Empty if there is none.
     */
    public String printed() {
        StringBuilder printed = new StringBuilder();
        read(new StringBuilder(), printed);
        return printed.toString();
    }

    /** Returns the length of the whole value in bytes, or -1 where it is not known. */
    public long bytes() {
        return bytes;
    }

    /** Returns whether {@link #text} is only a beginning of the value. */
    public boolean isCut() {
        return kind == Kind.GIVEN && read(new StringBuilder(), new StringBuilder()) < bytes;
    }

    /** Reads the characters; returns how many bytes they have. */
    private int read(StringBuilder text, StringBuilder printed) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(beginning);
        CharBuffer out = CharBuffer.allocate(2);
        for (int i = 0; i < characters && in.hasRemaining(); i++) {
            int length = letterLength(in);
            ByteBuffer letter = in.slice();
            letter.limit(length);
            out.clear();
            CoderResult result = decoder.reset().decode(letter, out, true);
            out.flip();
            if (result.isError() || out.length() == 0) {
                text.append('\uFFFD');
                hexadecimal(in.get(), printed);
            } else {
                in.position(in.position() + length);
                text.append(out);
                print(Character.codePointAt(out, 0), printed);
            }
        }
        return in.position();
    }

    /** Returns how many bytes the letter has that begins here, by its first. */
    private static int letterLength(ByteBuffer in) {
        int first = in.get(in.position()) & 0xFF;
        int length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        return Math.min(length, in.remaining());
    }

    private static void print(int letter, StringBuilder printed) {
        printed.append(letter == '\\' ? "\\\\" : Printable.character(letter));
    }

    private static void hexadecimal(byte value, StringBuilder printed) {
        printed.append(String.format("\\x%02X", value));
    }
}
