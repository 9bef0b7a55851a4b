package io.github.memdump.gephi.answer;

import io.github.memdump.analysis.Grouping;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What rows of a table stand for: groups of objects, or objects one by one. Immutable. */
public final class RowSubject {
    private final String selection;
    private final List<String> names;
    private final List<String> groups;
    private final Optional<String> object;

    private RowSubject(String selection, List<String> names, List<String> groups, Optional<String> object) {
        this.selection = selection;
        this.names = List.copyOf(names);
        this.groups = List.copyOf(groups);
        this.object = object;
    }

    /** Returns groups of a histogram, one at least, with what each is called. */
    public static RowSubject ofGroups(Grouping grouping, List<String> keys, List<String> names) {
        return new RowSubject(RowSelection.of(grouping, keys), names, names, Optional.empty());
    }

    /** Returns a class. */
    static RowSubject ofClass(String name) {
        return ofGroups(Grouping.CLASS, List.of(name), List.of(name));
    }

    /** Returns a line that allocated objects. */
    static RowSubject ofSite(String site) {
        return new RowSubject(RowSelection.of(Grouping.SITE, List.of(site)), List.of(site), List.of(),
            Optional.empty());
    }

    /** Returns the objects of a class that a line allocated, with one of them to look at. */
    static RowSubject ofClassAtSite(String name, String site, Optional<String> example) {
        return new RowSubject(RowSelection.of(name, site), List.of((name + " " + site).trim()), List.of(name), example);
    }

    /** Returns an object by its identity. */
    static RowSubject ofObject(String identity) {
        return new RowSubject(RowSelection.ofObjects(List.of(identity)), List.of(identity), List.of(),
            Optional.of(identity));
    }

    /** Returns a class or a module itself by what it is called in a view, such as {@code module Shop}. */
    static RowSubject ofNamed(String shown) {
        String[] parts = shown.split(" ", 2);
        return new RowSubject("type = " + parts[0].toUpperCase(Locale.ROOT) + " and name = \""
            + parts[1] + "\"", List.of(shown), List.of(), Optional.of(shown));
    }

    /** Returns what several rows stand for, of which there is one at least; one object alone can be looked at. */
    static RowSubject ofAll(List<RowSubject> rows) {
        if (rows.size() == 1) {
            return rows.get(0);
        }
        return new RowSubject(
            rows.stream().map(row -> "(" + row.selection + ")").distinct().collect(Collectors.joining(" or ")),
            rows.stream().flatMap(row -> row.names.stream()).distinct().collect(Collectors.toList()),
            rows.stream().flatMap(row -> row.groups.stream()).distinct().collect(Collectors.toList()),
            Optional.empty());
    }

    /** Returns what chooses the objects, in the selection language. */
    String selection() {
        return selection;
    }

    /** Returns what chooses the objects as people write it: one object by its identity, else the selection. */
    String text() {
        return object.filter(names::contains).orElse(selection);
    }

    /** Returns what the rows are called. */
    List<String> names() {
        return names;
    }

    /** Returns the groups whose growth can be asked for. */
    List<String> groups() {
        return groups;
    }

    /** Returns the object to be inspected, if there is one. */
    Optional<String> object() {
        return object;
    }
}
