package io.github.memdump.gephi.style;

import io.github.memdump.analysis.Column;
import io.github.memdump.answer.Figures;
import org.gephi.graph.api.Node;
import org.openide.util.NbBundle;

/** What may be written beside nodes. */
public enum LabelText {
    /** The class, or for classes and modules their name. */
    CLASS,
    /** The same and what the object retains, or its own size. */
    CLASS_AND_SIZE,
    /** The address, or the name of a root. */
    ADDRESS,
    /** Nothing. */
    NONE;

    private static final int LONGEST = 34;

    /** Returns the text of a node, empty where the columns tell nothing. */
    String of(Node node) {
        switch (this) {
            case CLASS:
                return shortened(name(node));
            case CLASS_AND_SIZE:
                String size = size(node);
                return size.isEmpty() ? shortened(name(node)) : shortened(name(node)) + ", " + size;
            case ADDRESS:
                String address = Attributes.text(node, Column.ADDRESS);
                return address.isEmpty() ? shortened(Attributes.text(node, Column.OBJECT)) : address;
            default:
                return "";
        }
    }

    private static String name(Node node) {
        String type = Attributes.text(node, Column.TYPE);
        String name = Attributes.text(node, Column.NAME);
        if ("ROOT".equals(type)) {
            return Attributes.text(node, Column.OBJECT);
        }
        boolean named = "CLASS".equals(type) || "MODULE".equals(type) || "ICLASS".equals(type);
        String kind = Attributes.text(node, Column.CLASS);
        return named && !name.isEmpty() ? name : kind.isEmpty() ? type : kind;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private static String size(Node node) {
        double bytes = Attributes.number(node, Column.RETAINED_SIZE)
            .orElse(Attributes.number(node, Column.MEMSIZE).orElse(-1));
        if (bytes < 0) {
            return "";
        }
        return Figures.bytes((long) bytes);
    }

    /** Returns an amount in a column as people read it. */
    static String amount(Column column, double amount) {
        boolean bytes = column == Column.MEMSIZE || column == Column.RETAINED_SIZE;
        return bytes ? Figures.bytes((long) amount) : String.format("%,.0f", amount);
    }

    /** Returns its name, with an ampersand before the letter that chooses it. */
    public String title() {
        return NbBundle.getMessage(LabelText.class, "LabelText." + name());
    }
}
