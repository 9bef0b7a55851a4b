package io.github.memdump.gephi.answer;

import io.github.memdump.analysis.CodeOrigin;
import io.github.memdump.analysis.Grouping;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says in the selection language which objects rows of tables stand for. */
public final class RowSelection {
    private static final Pattern PLACE = Pattern.compile("(.+):([1-9][0-9]*)", Pattern.DOTALL);

    private static final Pattern KIND = Pattern.compile("(IMEMO|DATA) (.+)", Pattern.DOTALL);
    private static final String GEMS = "/gems/[^/]+/|/vendor_ruby/";
    private static final String RUBYS = "/lib/([^/]+/)?ruby/\\d|/site_ruby/";
    private static final String CORE = "^<internal:";

    private RowSelection() {
    }

    /** Returns the selection of the objects of some groups, of one at least. */
    public static String of(Grouping grouping, List<String> keys) {
        if (grouping == Grouping.SITE) {
            return keys.stream().map(RowSelection::place).collect(Collectors.joining(" or "));
        }
        if (grouping == Grouping.KIND || grouping == Grouping.GEM) {
            return keys.stream().map(key -> grouping == Grouping.KIND ? kind(key) : gem(key))
                .collect(Collectors.joining(" or "));
        }
        String column = grouping.name().toLowerCase(Locale.ROOT);
        List<String> values = keys.stream().map(key -> value(grouping, key)).collect(Collectors.toList());
        return values.size() == 1 ? column + " = " + values.get(0)
            : column + " in (" + String.join(", ", values) + ")";
    }

    /** Returns the selection of the objects of a class that a line allocated. */
    static String of(String className, String site) {
        return of(Grouping.CLASS, List.of(className)) + " and " + place(site);
    }

    /** Returns the selection of some objects by their identities, of one at least. */
    static String ofObjects(List<String> identities) {
        return "object in (" + identities.stream().map(RowSelection::quoted).collect(Collectors.joining(", ")) + ")";
    }

    private static String kind(String key) {
        Matcher kind = KIND.matcher(key);
        return kind.matches() ? "type = " + kind.group(1) + " and name = " + quoted(kind.group(2))
            : "class = " + quoted(key) + " and not (type in (IMEMO, DATA) and name != \"\")";
    }

    private static String gem(String key) {
        switch (key) {
            case "":
                return "file = \"\"";
            case CodeOrigin.APPLICATION:
                return "file != \"\" and file !~ " + quoted(GEMS + "|" + RUBYS + "|" + CORE);
            case CodeOrigin.CORE:
                return "file =~ " + quoted(CORE);
            case CodeOrigin.LIBRARY:
                return "file =~ " + quoted(RUBYS) + " and file !~ " + quoted(GEMS);
            default:
                String name = key.replaceAll("[^\\w-]", "[$0]");
                return "file =~ " + quoted("/gems/" + name + "/|/vendor_ruby/(\\d[^/]*/)?" + name + "(\\.rb|/)");
        }
    }

    private static String value(Grouping grouping, String key) {
        if (grouping == Grouping.GENERATION) {
            return key.isEmpty() ? "none" : key;
        }
        return quoted(key);
    }

    private static String place(String key) {
        Matcher place = PLACE.matcher(key);
        return place.matches() ? "file = " + quoted(place.group(1)) + " and line = " + place.group(2)
            : "file = " + quoted(key) + (key.isEmpty() ? "" : " and line = none");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
