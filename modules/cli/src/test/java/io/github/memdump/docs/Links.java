package io.github.memdump.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks that what a document links to, or shows, is there; what is on the web is not looked at. */
final class Links {
    private static final Pattern TARGET = Pattern.compile(
        "]\\(\\s*<?([^)\\s>]+)[^)]*\\)|(?:src|href)=\"([^\"]+)\"");
    private static final Pattern ELSEWHERE = Pattern.compile("^[a-z][a-z+.-]*:.*");

    private Links() {
    }

    static List<Problem> problems(Document document) throws IOException {
        List<Problem> problems = new ArrayList<>();
        for (Document.Text text : document.prose()) {
            Matcher link = TARGET.matcher(text.text());
            while (link.find()) {
                String target = link.group(1) == null ? link.group(2) : link.group(1);
                if (!ELSEWHERE.matcher(target).matches()) {
                    check(document, text.line(), target, problems);
                }
            }
        }
        return problems;
    }

    private static void check(Document document, int line, String target, List<Problem> problems)
            throws IOException {
        int hash = target.indexOf('#');
        String file = hash < 0 ? target : target.substring(0, hash);
        Path path = file.isEmpty() ? document.path() : document.path().resolveSibling(file).normalize();
        if (!file.isEmpty() && !Files.exists(path)) {
            problems.add(new Problem(document.path(), line, "links to " + target + ", which is not there"));
        } else if (hash >= 0) {
            Document there = file.isEmpty() ? document : Document.read(path);
            if (!there.anchors().contains(target.substring(hash + 1))) {
                problems.add(new Problem(document.path(), line, "links to " + target + ", but the headings there are "
                    + there.anchors()));
            }
        }
    }
}
