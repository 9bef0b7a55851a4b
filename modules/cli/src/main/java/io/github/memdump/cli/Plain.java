package io.github.memdump.cli;

/** Text from a dump made safe for a terminal. */
public final class Plain {
    private Plain() {
    }

    /** Returns the text with control characters, which could move the cursor or worse, written as {@code \x1B}. */
    public static String text(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (isControl(raw.charAt(i))) {
                return escaped(raw);
            }
        }
        return raw;
    }

    private static String escaped(String raw) {
        StringBuilder plain = new StringBuilder(raw.length() + 8);
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (isControl(c)) {
                plain.append(String.format("\\x%02X", (int) c));
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static boolean isControl(char c) {
        return c < ' ' || c >= 0x7F && c < 0xA0;
    }
}
