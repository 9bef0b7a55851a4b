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
    static Html begin(PageParts parts) throws IOException {
        String styles = styles();
        Html html = new Html();
        html.markup("<!DOCTYPE html>\n");
        html.open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml").open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        // Nothing is loaded from anywhere, whatever a name in a dump may have smuggled in.
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", parts.explorer().policy(styles));
        html.element("title", "Memdump: " + parts.title());
        html.open("style").markup(styles).close("style").close("head").open("body");
        html.element("p", parts.title(), "class", "kicker");
        html.element("h1", parts.headline().replace(" %", "\u00A0%"));
        return html;
    }

    private static String styles() throws IOException {
        try (InputStream stream = Page.class.getResourceAsStream(STYLES)) {
            if (stream == null) {
                throw new IOException("The style sheet of the report, " + STYLES + ", is missing from the jar.");
            }
            // None of the characters that would need escaping occurs in these rules.
            String rules = new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
            return "\n" + rules + Pictures.styles(false)
                + "@media screen and (prefers-color-scheme: dark) {\n" + Pictures.styles(true) + "}\n";
        }
    }

    /** Writes a figure in a box: what it is and the number. */
    static void card(Html html, String number, String meaning, boolean leading) {
        html.open("div", "class", leading ? "card lead" : "card").element("b", number).element("span", meaning)
            .close("div");
    }

    /** Writes where a script draws what retains what, with the words that it needs. */
    static void retained(Html html) {
        html.open("div", "class", "scripted", "id", "retained").element("h2", "What retains what");
        html.element("p", "Each box is as wide as the bytes that would be freed with it. Below a box is what it alone"
            + " keeps alive. Objects of one class that one line allocated share a box. Choose a box to look inside.",
            "class", "faint");
        html.close("div");
    }

    /** Writes the picture with what there is to say below it. */
    static void picture(Html html, String svg, String caption) {
        html.open("figure", "id", "picture").open("div", "class", "frame").markup(svg).close("div");
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
    static String end(Html html, PageParts parts) {
        html.element("h2", "Repeat it");
        for (String command : parts.commands()) {
            html.open("pre").element("code", command).close("pre");
        }
        html.open("p", "class", "faint").text("Beside this page: ");
        for (int i = 0; i < parts.files().size(); i++) {
            html.text(i == 0 ? "" : ", ").element("code", parts.files().get(i));
        }
        html.text(".").close("p").markup(parts.explorer().elements()).close("body").close("html");
        return html.toString();
    }
}
