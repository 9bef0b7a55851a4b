package io.github.memdump.cli.report.page;

import io.github.memdump.answer.Figures;
import java.util.List;
import java.util.Locale;

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
        html.element("td", Figures.count(number), "class", "number");
    }

    /** Writes a cell with a number of bytes. */
    static void bytes(Html html, long bytes) {
        html.element("td", Figures.bytes(bytes), "class", "number");
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
        html.open("td", "class", "number share").text(text);
        html.open("span", "class", "track").open("span", "class", "part", "style",
            String.format(Locale.ROOT, "width:%.1f%%", percent)).close("span").close("span");
        html.close("td");
    }

    /** Writes how many rows a table leaves out, if any, and how to get them. */
    static void more(Html html, long left, String what) {
        if (left > 0) {
            html.element("p", Figures.count(left) + " more " + what + ": raise --top, or see the other files.",
                "class", "faint");
        }
    }
}
