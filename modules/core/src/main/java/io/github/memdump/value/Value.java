package io.github.memdump.value;

import io.github.memdump.dump.TextBytes;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * The value of one object, the text of a string as a rule, cut to a length. Values of strings are often secrets: show
 * them only to those who ask. Immutable.
 */
public final class Value {
    /** A record that carries no value, as those of most types do. */
    static final Value NONE = new Value(Kind.NONE, "", "", -1, false);
    /** A string that uses the buffer of another. */
    static final Value SHARED = new Value(Kind.SHARED, "", "", -1, false);
    /** A record whose value cannot be read. */
    static final Value UNREADABLE = new Value(Kind.UNREADABLE, "", "", -1, false);

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
    private final String text;
    private final String printed;
    private final long bytes;
    private final boolean cut;

    private Value(Kind kind, String text, String printed, long bytes, boolean cut) {
        this.kind = kind;
        this.text = text;
        this.printed = printed;
        this.bytes = bytes;
        this.cut = cut;
    }

    /** Returns a value that Ruby has left out, of so many bytes or -1. */
    static Value omitted(long bytes) {
        return new Value(Kind.OMITTED, "", "", bytes, false);
    }

    /** Returns the value in these bytes, cut to so many characters; it has {@code length} bytes in truth. */
    static Value of(TextBytes text, int characters, long length) {
        StringBuilder plain = new StringBuilder();
        StringBuilder printed = new StringBuilder();
        boolean all = read(text, characters, plain, printed);
        return new Value(Kind.GIVEN, plain.toString(), printed.toString(), length, !all || length != text.length());
    }

    /** Returns why there is a value or none. */
    public Kind kind() {
        return kind;
    }

    /** Returns the value, or its beginning; a byte that is no UTF-8 is U+FFFD. Empty if there is none. */
    public String text() {
        return text;
    }

    /**
     * Returns the value, or its beginning, safe to be printed on one line: a backslash is doubled, line ends and tabs
     * are {@code \n}, {@code \r} and {@code \t}, bytes that are no UTF-8 and control characters {@code \x1B}, invisible
     * characters a number in braces, as in Ruby. Empty if there is none.
     */
    public String printed() {
        return printed;
    }

    /** Returns the length of the whole value in bytes, or -1 where it is not known. */
    public long bytes() {
        return bytes;
    }

    /** Returns whether {@link #text} is only a beginning of the value. */
    public boolean isCut() {
        return cut;
    }

    /** Reads up to so many characters; returns whether those were all that are there. */
    private static boolean read(TextBytes text, int characters, StringBuilder plain, StringBuilder printed) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(text.array(), 0, text.length());
        CharBuffer out = CharBuffer.allocate(2);
        for (int i = 0; i < characters && in.hasRemaining(); i++) {
            int length = letterLength(in);
            ByteBuffer letter = in.slice();
            letter.limit(length);
            out.clear();
            CoderResult result = decoder.reset().decode(letter, out, true);
            out.flip();
            if (result.isError() || out.length() == 0) {
                plain.append('\uFFFD');
                hexadecimal(in.get(), printed);
            } else {
                in.position(in.position() + length);
                plain.append(out);
                print(Character.codePointAt(out, 0), printed);
            }
        }
        return !in.hasRemaining();
    }

    /** Returns how many bytes the letter has that begins here, by its first. */
    private static int letterLength(ByteBuffer in) {
        int first = in.get(in.position()) & 0xFF;
        int length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        return Math.min(length, in.remaining());
    }

    private static void print(int letter, StringBuilder printed) {
        switch (letter) {
            case '\\':
                printed.append("\\\\");
                break;
            case '\n':
                printed.append("\\n");
                break;
            case '\r':
                printed.append("\\r");
                break;
            case '\t':
                printed.append("\\t");
                break;
            default:
                if (letter < ' ' || letter == 0x7F) {
                    hexadecimal((byte) letter, printed);
                } else if (isVisible(letter)) {
                    printed.appendCodePoint(letter);
                } else {
                    printed.append(String.format("\\u{%04X}", letter));
                }
        }
    }

    private static void hexadecimal(byte value, StringBuilder printed) {
        printed.append(String.format("\\x%02X", value));
    }

    private static boolean isVisible(int letter) {
        switch (Character.getType(letter)) {
            case Character.CONTROL:
            case Character.FORMAT:
            case Character.LINE_SEPARATOR:
            case Character.PARAGRAPH_SEPARATOR:
            case Character.PRIVATE_USE:
            case Character.SURROGATE:
            case Character.UNASSIGNED:
                return false;
            default:
                return true;
        }
    }
}
