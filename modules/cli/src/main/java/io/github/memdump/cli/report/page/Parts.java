package io.github.memdump.cli.report.page;

import io.github.memdump.answer.Figures;
import io.github.memdump.cli.report.story.SourcePlace;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Pieces of which the sections of the page are made. */
final class Parts {
    private Parts() {
    }

    /** Writes a path as a chain of names. */
    static void chain(Html html, List<String> names) {
        html.open("span", "class", "chain");
        for (int i = 0; i < names.size(); i++) {
            if (i > 0) {
                html.markup(" <i>→</i> ");
            }
            html.element("span", names.get(i), "class", i == names.size() - 1 ? "last" : "step");
        }
        html.close("span");
    }

    /** Writes a place with what is said of it, as an address where it opens; nothing where neither is known. */
    static void place(Html html, String before, SourcePlace place, String after) {
        html.text(before);
        if (place.address().isEmpty()) {
            html.text(place.where());
        } else {
            html.element("a", place.where(), "href", place.address());
        }
        html.text(after);
        if (!place.source().isEmpty()) {
            html.element("code", place.source(), "class", "source");
        }
    }

    /**
     * Writes the rows of a table, the first of them to be seen at once, a bounded number of others to be sorted and
     * searched by a script.
     */
    static <T> void rows(Html html, List<T> rows, int shown, Consumer<T> cells) {
        int place = 0;
        for (T row : rows.subList(0, Math.min(PageParts.rows(shown), rows.size()))) {
            if (place++ < shown) {
                html.open("tr");
            } else {
                html.open("tr", "hidden", "hidden");
            }
            cells.accept(row);
            html.close("tr");
        }
    }

    /** Begins a table with column heads; a head that begins with # is of a column of numbers. */
    static void table(Html html, String... heads) {
        html.open("div", "class", "scroll").open("table").open("thead").open("tr");
        for (String head : heads) {
            if (head.startsWith("#")) {
                html.element("th", head.substring(1), "class", "number");
            } else {
                html.element("th", head);
            }
        }
        html.close("tr").close("thead").open("tbody");
    }

    /** Ends a table. */
    static void endTable(Html html) {
        html.close("tbody").close("table").close("div");
    }

    /** Writes a cell with a number. */
    static void number(Html html, long number) {
        html.element("td", Figures.count(number), "class", "number", "data-v", Long.toString(number));
    }

    /** Writes a cell with words that are sorted as a number. */
    static void number(Html html, String words, double order) {
        html.element("td", words, "class", "number", "data-v", order == Math.rint(order) ? Long.toString((long) order)
            : Double.toString(order));
    }

    /** Writes a cell with a number of bytes. */
    static void bytes(Html html, long bytes) {
        html.element("td", Figures.bytes(bytes), "class", "number", "data-v", Long.toString(bytes));
    }

    /** Writes a cell with a number and a bar that shows its part of a whole. */
    static void share(Html html, long part, long whole) {
        share(html, Figures.count(part), part, whole);
    }

    /** Writes a cell with a number of bytes and a bar that shows its part of a whole. */
    static void shareOfBytes(Html html, long part, long whole) {
        share(html, Figures.bytes(part), part, whole);
    }

    private static void share(Html html, String text, long part, long whole) {
        double percent = whole == 0 ? 0 : Math.min(100, 100.0 * part / whole);
        html.open("td", "class", "number share", "data-v", Long.toString(part)).text(text);
        html.open("svg", "class", "track", "xmlns", "http://www.w3.org/2000/svg", "aria-hidden", "true");
        html.empty("rect", "width", String.format(Locale.ROOT, "%.1f%%", part > 0 ? Math.max(1, percent) : 0),
            "height", "100%").close("svg");
        html.close("td");
    }

    /** Writes how many rows a table leaves out, if any, and how to get them. */
    static void more(Html html, long left, String what) {
        if (left > 0) {
            html.element("p", Figures.count(left) + " more " + what + ": raise --top, or see the other files.",
                "class", "faint", "data-left", Long.toString(left));
        }
    }
}
