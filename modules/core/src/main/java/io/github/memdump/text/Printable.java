package io.github.memdump.text;

/**
 * Text that is safe to show: a terminal obeys none of it, nothing in it is invisible or turns the rest around. What
 * cannot be shown becomes an escape of Ruby's: {@code \n}, {@code \r} and {@code \t}, {@code \x1B} for the other ASCII
 * control characters, a backslash and {@code u{202E}} for everything else. A backslash stays as it is, so this is for
 * reading, not for reading back.
 *
 * <p>Escaped are control characters (C0, DEL, C1), format characters (bidirectional marks and isolates, zero-width
 * characters, the byte order mark, tags), line and paragraph separators, lone surrogates, private and unassigned
 * characters, and the fillers and variation selectors that Unicode lets a renderer ignore. Linear time; text that needs
 * no escape is returned as it is.
 */
public final class Printable {
    private static final String SHORT_ESCAPES = "\n\r\t";
    private static final String SHORT_NAMES = "nrt";

    private Printable() {
    }

    /** Returns the text for one line: line ends and tabs are escaped as well. */
    public static String of(String text) {
        return escaped(text, false);
    }

    /** Returns the text with its line ends (LF) as they are and everything else that cannot be shown escaped. */
    public static String lines(String text) {
        return escaped(text, true);
    }

    /** Returns whether a character, given by its code point, is shown as it is. */
    public static boolean isPrintable(int character) {
        if (character < 0x7F) {
            return character >= ' ';
        }
        switch (Character.getType(character)) {
            case Character.CONTROL:
            case Character.FORMAT:
            case Character.LINE_SEPARATOR:
            case Character.PARAGRAPH_SEPARATOR:
            case Character.PRIVATE_USE:
            case Character.SURROGATE:
            case Character.UNASSIGNED:
                return false;
            default:
                return !isIgnorable(character);
        }
    }

    /** Returns a character as it is or, if it cannot be shown, its escape. */
    public static String character(int character) {
        if (isPrintable(character)) {
            return Character.toString(character);
        }
        int named = SHORT_ESCAPES.indexOf(character);
        if (named >= 0) {
            return "\\" + SHORT_NAMES.charAt(named);
        }
        return character < 0x80 ? String.format("\\x%02X", character) : String.format("\\u{%04X}", character);
    }

    private static String escaped(String text, boolean keepLines) {
        StringBuilder escaped = null;
        int length;
        for (int i = 0; i < text.length(); i += length) {
            int character = text.codePointAt(i);
            length = Character.charCount(character);
            boolean isShown = isPrintable(character) || (keepLines && character == '\n');
            if (!isShown && escaped == null) {
                escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (escaped != null) {
                escaped.append(isShown ? text.substring(i, i + length) : character(character));
            }
        }
        return escaped == null ? text : escaped.toString();
    }

    /** Unicode's Default_Ignorable_Code_Point, as far as it is not a format character or unassigned anyway. */
    private static boolean isIgnorable(int character) {
        return character == 0x034F || character == 0x115F || character == 0x1160
            || character == 0x17B4 || character == 0x17B5 || (character >= 0x180B && character <= 0x180F)
            || character == 0x3164 || character == 0xFFA0
            || (character >= 0xFE00 && character <= 0xFE0F) || (character >= 0xE0000 && character <= 0xE0FFF);
    }
}
