package io.github.memdump.cli.report.ci;

import io.github.memdump.answer.Figures;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A suspect in a {@code report.json}. Two are the same leak if one of what gathers in both is of one class and hangs on
 * one place: the names on a path from a root, without addresses and line numbers. Immutable.
 */
public final class SuspectEntry {
    private static final int GROUPS = 3;

    private final int number;
    private final Map<?, ?> fields;

    SuspectEntry(Map<?, ?> fields, int number) {
        this.fields = fields;
        this.number = number;
    }

    /** Returns its number in the report, from 1. */
    public int number() {
        return number;
    }

    /** Returns what has gathered: "Shop::Session ×240, Proc ×240". */
    public String what() {
        String gathered = rows(fields, "accumulated").stream().limit(GROUPS)
            .map(group -> text(group, "class") + times(number(group, "count"))).collect(Collectors.joining(", "));
        return gathered.isEmpty() ? text(fields, "class") : gathered;
    }

    /** Returns the path from a root to what holds it: "root vm → module Shop → Hash"; empty if there is none. */
    public String place() {
        return String.join(" → ", names(fields));
    }

    /** Returns where most of what gathered was allocated, as {@code file:line}; empty if that is not known. */
    public String site() {
        for (Map<?, ?> group : rows(fields, "accumulated")) {
            for (Map<?, ?> site : rows(group, "sites")) {
                return text(site, "site");
            }
        }
        return "";
    }

    /** Returns how many bytes it has, new ones where reports compare. */
    public long size() {
        return fields.containsKey("new_size") ? number(fields, "new_size") : number(fields, "retained_size");
    }

    /** Returns what tells it from other leaks. */
    Set<String> marks() {
        Set<String> classes = new HashSet<>();
        rows(fields, "accumulated").forEach(group -> classes.add(text(group, "class")));
        if (classes.isEmpty()) {
            classes.add(text(fields, "class"));
        }
        Set<String> places = new HashSet<>();
        rows(fields, "holders").forEach(holder -> places.add(String.join(" ", names(holder))));
        places.add(String.join(" ", names(fields)));
        Set<String> marks = new HashSet<>();
        classes.forEach(one -> places.forEach(place -> marks.add(lasting(one + " @ " + place))));
        return marks;
    }

    private static String lasting(String name) {
        return name.replaceAll("0x[0-9a-f]+", "0x").replaceAll(":\\d+", ":");
    }

    private static List<String> names(Map<?, ?> row) {
        return rows(row, "path").stream().map(step -> text(step, "name")).collect(Collectors.toList());
    }

    private static String times(long count) {
        return count > 1 ? " ×" + Figures.count(count) : "";
    }

    private static List<Map<?, ?>> rows(Map<?, ?> row, String field) {
        List<Map<?, ?>> rows = new ArrayList<>();
        for (Object value : row.get(field) instanceof List ? (List<?>) row.get(field) : List.of()) {
            if (value instanceof Map) {
                rows.add((Map<?, ?>) value);
            }
        }
        return rows;
    }

    private static String text(Map<?, ?> row, String field) {
        return row.get(field) instanceof String ? (String) row.get(field) : "";
    }

    private static long number(Map<?, ?> row, String field) {
        return row.get(field) instanceof Double ? Math.round((Double) row.get(field)) : 0;
    }
}
