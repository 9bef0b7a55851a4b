package io.github.memdump.cli.report.explorer;

import java.io.IOException;
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
}
