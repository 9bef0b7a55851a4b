package io.github.memdump.select;

import io.github.memdump.analysis.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The names that a selection may use, and the nearest of them to one that it may not. */
public final class Names {
    private Names() {
    }

    /** Returns a name as the grammar has it: lower case, with underscores in columns and hyphens elsewhere. */
    static String columnName(String text) {
        return text.toLowerCase(Locale.ROOT).replace('-', '_');
    }

    /** Returns a name as predicates have it. */
    static String predicateName(String text) {
        return text.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the names of all columns. */
    public static List<String> columns() {
        List<String> names = new ArrayList<>();
        for (Column column : Column.ofView()) {
            names.add(column.id());
        }
        return names;
    }

    /** Returns the names of the predicates that stand alone. */
    public static List<String> facts() {
        List<String> names = new ArrayList<>();
        for (Predicate fact : Predicate.values()) {
            names.add(fact.id());
        }
        return names;
    }

    /** Returns the names of the predicates that have a selection in parentheses. */
    public static List<String> relations() {
        List<String> names = new ArrayList<>();
        for (Relation relation : Relation.values()) {
            names.add(relation.id());
        }
        names.addAll(NamedRelation.Side.ids());
        return names;
    }
}
