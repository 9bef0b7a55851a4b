package io.github.memdump.gephi.window.histogram;

import io.github.memdump.gephi.swing.Amounts;
import java.util.Locale;
import org.openide.util.NbBundle;

/** What the histogram says of a group of objects. */
enum Figure {
    /** The number of objects. */
    OBJECTS,
    /** The sum of their own sizes. */
    BYTES,
    /** What single members of the group retain. */
    RETAINED,
    /** How many more objects there are than in the earlier dump. */
    MORE_OBJECTS,
    /** How many more bytes there are than in the earlier dump. */
    MORE_BYTES;

    boolean isBytes() {
        return this == BYTES || this == RETAINED || this == MORE_BYTES;
    }

    boolean isChange() {
        return this == MORE_OBJECTS || this == MORE_BYTES;
    }

    /** Returns the heading of its column. */
    String title() {
        return text("title");
    }

    /** Returns what it means. */
    String meaning() {
        return text("meaning");
    }

    /** Returns a value as it is shown. */
    String format(long value) {
        if (isChange()) {
            return isBytes() ? Amounts.bytesChange(value) : Amounts.change(value);
        }
        return isBytes() ? Amounts.bytes(value) : Amounts.count(value);
    }

    /** Returns a value as exactly as it is known. */
    String exact(long value) {
        return isBytes() ? Amounts.exactBytes(value) : Amounts.count(value);
    }

    private String text(String part) {
        return NbBundle.getMessage(Figure.class, "Figure." + name().toLowerCase(Locale.ROOT) + "." + part);
    }
}
