package io.github.memdump.text;

/** Text that XML and HTML can hold, whatever a dump had in it. */
public final class XmlText {
    private XmlText() {
    }

    /**
     * Returns the text, what is not printable escaped, line ends aside. That is what XML 1.0 and HTML forbid as well:
     * controls, lone surrogates and non-characters, and marks that would turn the text of a page around.
     */
    public static String clean(String text) {
        return Printable.lines(text);
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
}
