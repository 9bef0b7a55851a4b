package io.github.memdump.cli.report;

/** Text that XML can hold. */
final class XmlText {
    private static final char REPLACEMENT = '\uFFFD';

    private XmlText() {
    }

    /** Returns the text with what XML 1.0 forbids, such as control characters and lone surrogates, replaced. */
    static String clean(String text) {
        StringBuilder clean = null;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int length = Character.charCount(c);
            if (!isAllowed(c)) {
                clean = clean == null ? new StringBuilder(text) : clean;
                clean.setCharAt(i, REPLACEMENT);
            }
            i += length;
        }
        return clean == null ? text : clean.toString();
    }

    private static boolean isAllowed(int c) {
        return c >= ' ' && c < 0xD800 || c >= 0xE000 && c < 0xFFFE || c >= 0x10000 || c == '\t' || c == '\n'
            || c == '\r';
    }
}
