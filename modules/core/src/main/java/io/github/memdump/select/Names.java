package io.github.memdump.select;

import io.github.memdump.analysis.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The names that a selection may use, and the nearest of them to one that it may not. */
final class Names {
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
    static List<String> columns() {
        List<String> names = new ArrayList<>();
        for (Column column : Column.ofFindings()) {
            names.add(column.id());
        }
        return names;
    }

    /** Returns the names of the predicates that stand alone. */
    static List<String> facts() {
        List<String> names = new ArrayList<>();
        for (Fact fact : Fact.values()) {
            names.add(fact.id());
        }
        return names;
    }

    /** Returns the names of the predicates that have a selection in parentheses. */
    static List<String> relations() {
        List<String> names = new ArrayList<>();
        for (Relation relation : Relation.values()) {
            names.add(relation.id());
        }
        return names;
    }

    /**
     * Returns the candidate with the fewest letters to change, the first of several, or an empty text where a third
     * of the letters would have to change.
     */
    static String nearest(String written, List<String> candidates) {
        String name = written.toLowerCase(Locale.ROOT).replace('-', '_');
        String nearest = "";
        int fewest = Math.max(1, (name.length() + 1) / 3) + 1;
        for (String candidate : candidates) {
            // Beyond this length no candidate can be near, and the table of distances need not be filled.
            if (Math.abs(name.length() - candidate.length()) < fewest) {
                int distance = distance(name, candidate.replace('-', '_'));
                if (distance < fewest) {
                    fewest = distance;
                    nearest = candidate;
                }
            }
        }
        return nearest;
    }

    /** Returns how many letters must be changed, added, dropped or swapped with their neighbour. */
    private static int distance(String a, String b) {
        int[][] table = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    table[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int best = Math.min(table[i - 1][j - 1] + change, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    best = Math.min(best, table[i - 2][j - 2] + 1);
                }
                table[i][j] = best;
            }
        }
        return table[a.length()][b.length()];
    }
}
