package io.github.memdump.gephi.window.histogram;

import io.github.memdump.analysis.Grouping;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says in the selection language which objects the rows of a histogram stand for. */
final class RowSelection {
    private static final Pattern PLACE = Pattern.compile("(.+):([1-9][0-9]*)", Pattern.DOTALL);

    private RowSelection() {
    }

    /** Returns the selection of the objects of some groups, of one at least. */
    static String of(Grouping grouping, List<String> keys) {
        if (grouping == Grouping.SITE) {
            return keys.stream().map(RowSelection::place).collect(Collectors.joining(" or "));
        }
        String column = grouping.name().toLowerCase(Locale.ROOT);
        List<String> values = keys.stream().map(key -> value(grouping, key)).collect(Collectors.toList());
        return values.size() == 1 ? column + " = " + values.get(0)
            : column + " in (" + String.join(", ", values) + ")";
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
