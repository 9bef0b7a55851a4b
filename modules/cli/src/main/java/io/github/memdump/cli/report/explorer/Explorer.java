package io.github.memdump.cli.report.explorer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * Scripts and data of a page, as elements to be set at its end, and the policy to be set at its beginning. A browser
 * runs what has one of the policy's hashes and nothing else, whatever a name in a dump may have smuggled in. Immutable.
 */
public final class Explorer {
    private final List<String> scripts;
    private final String data;

    private Explorer(List<String> scripts, String data) {
        this.scripts = scripts;
        this.data = data;
    }

    /** Returns the explorer of a page, whose scripts read some JSON. */
    public static Explorer of(String json) throws IOException {
        return new Explorer(List.of(content(Scripts.drawing()), content(Scripts.explorer())), inMarkup(json));
    }

    /** What a script has in XML stands as text there; HTML takes the marks for comments of the script. */
    private static String content(String script) {
        return "//<![CDATA[\n" + script + "//]]>\n";
    }

    /** Nothing in the text of JSON can end the element or begin a comment in it then. */
    private static String inMarkup(String json) {
        return json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
            .replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }

    /** Returns the policy of a page with these scripts and one style element. */
    public String policy(String style) {
        StringBuilder policy = new StringBuilder("default-src 'none'; base-uri 'none'; form-action 'none'; style-src '")
            .append(hash(style)).append("'; script-src");
        scripts.forEach(script -> policy.append(" '").append(hash(script)).append('\''));
        return policy.toString();
    }

    /** Returns the elements: what the scripts read, and the scripts. */
    public String elements() {
        StringBuilder elements = new StringBuilder("<script type=\"application/json\" id=\"explored\">")
            .append(data).append("</script>\n");
        scripts.forEach(script -> elements.append("<script>").append(script).append("</script>\n"));
        return elements.toString();
    }

    private static String hash(String text) {
        try {
            return "sha256-" + Base64.getEncoder().encodeToString(
                MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The scripts of the page, each as the text of one element. They load nothing and make no code out of text. */
    private static final class Scripts {
        /** Modules of D3, each after those that it needs. */
        private static final List<String> LIBRARY = List.of("array", "color", "dispatch", "ease", "format", "hierarchy",
            "path", "selection", "timer", "interpolate", "drag", "shape", "scale", "transition", "zoom");
        private static final List<String> OWN = List.of("figures", "tables", "links", "tree", "colours", "icicle",
            "search", "picture", "growth", "start");

        private Scripts() {
        }

        /** Returns the library with its licence. */
        static String drawing() throws IOException {
            StringBuilder text = new StringBuilder(1 << 17).append(read("licence.js"));
            for (String module : LIBRARY) {
                text.append(read("d3/d3-" + module + ".min.js")).append('\n');
            }
            return text.toString();
        }

        /** Returns the page's own scripts, which see each other and are seen by nothing else. */
        static String explorer() throws IOException {
            StringBuilder text = new StringBuilder(1 << 15).append("(function () {\n'use strict';\n");
            for (String name : OWN) {
                text.append(read(name + ".js")).append('\n');
            }
            return text.append("}());\n").toString();
        }

        private static String read(String name) throws IOException {
            try (InputStream stream = Scripts.class.getResourceAsStream(name)) {
                if (stream == null) {
                    throw new IOException("A script of the report, " + name + ", is missing from the jar.");
                }
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
            }
        }
    }
}
