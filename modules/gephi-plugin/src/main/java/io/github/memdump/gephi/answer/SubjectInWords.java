package io.github.memdump.gephi.answer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a place in the sentences of an answer is about: an object, the objects of a class, a line. */
final class SubjectInWords {
    private static final String NAME = "#?[A-Z<][\\w:<>#]*";
    private static final Pattern SUBJECT = Pattern.compile("(?:" + NAME + "\\s)?(?<object>0x[0-9a-f]+:\\d+)"
        + "|(?<module>(?:class|module)\\s" + NAME + ")|(?<class>" + NAME + ")\\s\u00d7[\\d,]+"
        + "|(?<site>[^\\s;,()\u2192]+:[1-9]\\d*)");

    private SubjectInWords() {
    }

    /** Returns what stands at an offset of a text; linear in the text. */
    static Optional<RowSubject> at(String text, int offset) {
        Matcher found = SUBJECT.matcher(text);
        while (found.find()) {
            if (found.start() <= offset && offset <= found.end()) {
                return Optional.of(subject(found));
            }
        }
        return Optional.empty();
    }

    private static RowSubject subject(Matcher found) {
        if (found.group("object") != null) {
            return RowSubject.ofObject(found.group("object"));
        }
        if (found.group("class") != null) {
            return RowSubject.ofClass(found.group("class"));
        }
        String module = found.group("module");
        return module != null ? RowSubject.ofNamed(module.replaceAll("\\s", " "))
            : RowSubject.ofSite(found.group("site"));
    }
}
