package io.github.memdump.cli.report.page;

import io.github.memdump.answer.Figures;
import io.github.memdump.cli.report.story.SourcePlace;
import java.util.List;

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

    /** Writes how many rows a table leaves out, if any, and how to get them. */
    static void more(Html html, long left, String what) {
        if (left > 0) {
            html.element("p", Figures.count(left) + " more " + what + ": raise --top, or see the other files.",
                "class", "faint", "data-left", Long.toString(left));
        }
    }
}
