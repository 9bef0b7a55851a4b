package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The policy of a page, which names its style and its scripts by their hashes and allows nothing else. */
final class PagePolicy {
    private static final Pattern POLICY = Pattern.compile("<meta http-equiv=\"Content-Security-Policy\" content=\""
        + "default-src 'none'; base-uri 'none'; form-action 'none'; style-src ('[^';]+'); script-src ([^;\"]+)\"/>");
    private static final Pattern DATA = Pattern.compile(
        "<script type=\"application/json\" id=\"explored\">([^<>&]*)</script>\n");
    private static final Pattern SCRIPT = Pattern.compile("(?s)<script>(.*?)</script>\n");

    private PagePolicy() {
    }

    /** Requires the policy and returns the page without its scripts. */
    static String withoutScripts(String html) {
        Matcher policy = POLICY.matcher(html);
        assertTrue(policy.find(), "a policy");
        String styles = policy.group(1);
        String allowed = policy.group(2);
        assertFalse(policy.find(), "one policy");
        assertEquals(styles, hash(html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"))));
        assertEquals(html.indexOf("<style"), html.lastIndexOf("<style"), "one style");
        assertFalse(Pattern.compile("<[^>]*\\s(style|on[a-z]+)=").matcher(SCRIPT.matcher(html).replaceAll("")).find(),
            "no style and no script in an attribute");
        List<String> hashes = new ArrayList<>();
        for (Matcher script = SCRIPT.matcher(html); script.find();) {
            hashes.add(hash(script.group(1)));
        }
        assertEquals(allowed, String.join(" ", hashes));
        assertEquals(2, hashes.size());
        return SCRIPT.matcher(DATA.matcher(html).replaceFirst("")).replaceAll("");
    }

    private static String hash(String text) {
        try {
            return "'sha256-" + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256")
                .digest(text.getBytes(StandardCharsets.UTF_8))) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
