package io.github.memdump.select.syntax;

import java.util.Locale;

/** The name that was probably meant by one that does not exist. */
public final class Nearest {
    private Nearest() {
    }

    /**
     * Returns the candidate with the fewest letters to change, the first of several, or an empty text where a third
     * of the letters would have to change. Capitals do not matter, nor whether words are joined by - or _.
     */
    public static String to(String written, Iterable<String> candidates) {
        String name = written.toLowerCase(Locale.ROOT).replace('-', '_');
        String nearest = "";
        int fewest = Math.max(1, (name.length() + 1) / 3) + 1;
        for (String candidate : candidates) {
            // Beyond this length no candidate can be near, and the table of distances need not be filled.
            if (Math.abs(name.length() - candidate.length()) < fewest) {
                int distance = distance(name, candidate.toLowerCase(Locale.ROOT).replace('-', '_'));
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
