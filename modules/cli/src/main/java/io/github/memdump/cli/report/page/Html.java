package io.github.memdump.cli.report.page;

import io.github.memdump.text.XmlText;

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
        out.append(XmlText.escaped(text));
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
            out.append(XmlText.escaped(attributes[i + 1])).append('"');
        }
        return out;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
