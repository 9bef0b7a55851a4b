package io.github.memdump.cli.report.text;

/** Text that XML and HTML can hold, whatever a dump had in it. */
public final class XmlText {
    private static final char REPLACEMENT = '\uFFFD';

    private XmlText() {
    }

    /** Returns the text with control characters, lone surrogates and what else XML 1.0 forbids replaced. */
    public static String clean(String text) {
        StringBuilder clean = null;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (!isAllowed(c)) {
                clean = clean == null ? new StringBuilder(text) : clean;
                clean.setCharAt(i, REPLACEMENT);
            }
            i += Character.charCount(c);
        }
        return clean == null ? text : clean.toString();
    }

    /** Returns the text, cleaned, as the content of an element or of an attribute in double quotes. */
    public static String escaped(String text) {
        String clean = clean(text);
        StringBuilder safe = new StringBuilder(clean.length() + 16);
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            switch (c) {
                case '<':
                    safe.append("&lt;");
                    break;
                case '>':
                    safe.append("&gt;");
                    break;
                case '&':
                    safe.append("&amp;");
                    break;
                case '"':
                    safe.append("&quot;");
                    break;
                default:
                    safe.append(c);
            }
        }
        return safe.toString();
    }

    /** Non-characters of a whole plane are left alone, as XML leaves them; C1 controls are not, HTML forbids them. */
    private static boolean isAllowed(int c) {
        return c >= ' ' && c < 0x7F || c > 0x9F && c < 0xD800 || c >= 0xE000 && c < 0xFFFE || c >= 0x10000
            || c == '\t' || c == '\n';
    }
}
