package io.github.memdump.cli.report.page;

import io.github.memdump.cli.report.picture.Pictures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What every report page has: head, styles, headline, picture, caveats, how to repeat it. */
final class Page {
    private static final String STYLES = "report.css";

    private Page() {
    }

    /** Begins a page with its headline. */
    static Html begin(String title, String kicker, String headline) throws IOException {
        Html html = new Html();
        html.markup("<!DOCTYPE html>\n");
        html.open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml").open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        // Nothing is loaded from anywhere, whatever a name in a dump may have smuggled in.
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content",
            "default-src 'none'; style-src 'unsafe-inline'");
        html.element("title", title);
        html.open("style").markup(styles()).close("style").close("head").open("body");
        html.element("p", kicker, "class", "kicker").element("h1", headline.replace(" %", "\u00A0%"));
        return html;
    }

    private static String styles() throws IOException {
        try (InputStream stream = Page.class.getResourceAsStream(STYLES)) {
            if (stream == null) {
                throw new IOException("The style sheet of the report, " + STYLES + ", is missing from the jar.");
            }
            // None of the characters that would need escaping occurs in these rules.
            return "\n" + new String(stream.readAllBytes(), StandardCharsets.UTF_8) + Pictures.styles(false)
                + "@media screen and (prefers-color-scheme: dark) {\n" + Pictures.styles(true) + "}\n";
        }
    }

    /** Writes a figure in a box: what it is and the number. */
    static void card(Html html, String number, String meaning, boolean leading) {
        html.open("div", "class", leading ? "card lead" : "card").element("b", number).element("span", meaning)
            .close("div");
    }

    /** Writes the picture with what there is to say below it. */
    static void picture(Html html, String svg, String caption) {
        html.open("figure").open("div", "class", "frame").markup(svg).close("div");
        html.element("figcaption", caption).close("figure");
    }

    /** Writes a list of sentences in a box, nothing if there are none. */
    static void caveats(Html html, String title, List<String> sentences) {
        if (sentences.isEmpty()) {
            return;
        }
        html.element("h2", title).open("div", "class", "caveats").open("ul");
        for (String sentence : sentences) {
            html.element("li", sentence);
        }
        html.close("ul").close("div");
    }

    /** Writes what lies beside the page and how to make all of it again, and ends the page. */
    static String end(Html html, List<String> commands, List<String> files) {
        html.element("h2", "Repeat it");
        for (String command : commands) {
            html.open("pre").element("code", command).close("pre");
        }
        html.open("p", "class", "faint").text("Beside this page: ");
        for (int i = 0; i < files.size(); i++) {
            html.text(i == 0 ? "" : ", ").element("code", files.get(i));
        }
        html.text(".").close("p").close("body").close("html");
        return html.toString();
    }
}
