package io.github.memdump.cli.report.page;

/**
 * Writes HTML that is well-formed XML too. Everything that is not known beforehand goes through {@link #text} or an
 * attribute, which escape it: names in a dump may hold anything. Not thread-safe.
 */
final class Html {
    private final StringBuilder out = new StringBuilder(1 << 16);

    /** Opens an element; attributes are names and values in turn. */
    Html open(String element, String... attributes) {
        tag(element, attributes).append('>');
        return this;
    }

    /** Closes an element. */
    Html close(String element) {
        out.append("</").append(element).append('>');
        if (!element.equals("span") && !element.equals("b") && !element.equals("i")) {
            out.append('\n');
        }
        return this;
    }

    /** Writes an element without content. */
    Html empty(String element, String... attributes) {
        tag(element, attributes).append("/>");
        return this;
    }

    /** Writes text, escaped. */
    Html text(String text) {
        escape(text);
        return this;
    }

    /** Writes an element with text in it. */
    Html element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close(element);
    }

    /** Writes markup as it is; never for what comes from a dump. */
    Html markup(String trusted) {
        out.append(trusted);
        return this;
    }

    private StringBuilder tag(String element, String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        return out;
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<':
                    out.append("&lt;");
                    break;
                case '>':
                    out.append("&gt;");
                    break;
                case '&':
                    out.append("&amp;");
                    break;
                case '"':
                    out.append("&quot;");
                    break;
                default:
                    out.append(isSpeakable(text, i) ? c : '\uFFFD');
            }
        }
    }

    /** Returns whether a character may stand in HTML and XML: no control character, no half of a pair. */
    private static boolean isSpeakable(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c >= ' ' && (c < 0x7F || c > 0x9F) && c < 0xFFFE || c == '\n' || c == '\t';
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
