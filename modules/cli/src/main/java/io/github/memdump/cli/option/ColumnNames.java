package io.github.memdump.cli.option;

import io.github.memdump.analysis.Column;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Columns by the names that people type. */
public final class ColumnNames {
    private ColumnNames() {
    }

    /**
     * Returns the column of a name, which may be any but {@link Column#VALUE}.
     *
     * @throws IllegalArgumentException if there is none; the message names the nearest
     */
    public static Column column(String typed) {
        Column column = columnOrValue(typed);
        if (column == Column.VALUE) {
            throw new IllegalArgumentException("Column value is not offered here: the values of strings in a dump are"
                + " often secrets (passwords, sessions). memdump table DUMP --columns object,value shows them.");
        }
        return column;
    }

    /**
     * Returns the column of a name, values included, for a command that can show these.
     *
     * @throws IllegalArgumentException if there is none; the message names the nearest
     */
    public static Column columnOrValue(String typed) {
        String name = typed.toLowerCase(Locale.ROOT).replace('-', '_');
        return Column.named(name).orElseThrow(() -> new IllegalArgumentException("There is no column '" + typed
            + "'. Did you mean " + nearest(name) + "? There are: " + String.join(", ", all()) + "."));
    }

    private static List<String> all() {
        return Arrays.stream(Column.values()).map(Column::id).collect(Collectors.toList());
    }

    private static String nearest(String name) {
        return all().stream().min(Comparator.comparingInt(id -> distance(name, id))).orElseThrow();
    }

    /** Returns the number of letters to add, drop or change to get from one name to the other (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }

    /** The names for {@code --help}. */
    public static final class Candidates implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return all().iterator();
        }
    }
}
