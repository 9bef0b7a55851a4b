package io.github.memdump.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The memdump commands of one line of code, from their name on. */
final class MemdumpLine {
    private static final Pattern NAME = Pattern.compile("(?:\\./)?memdump");
    private static final Pattern SETTING = Pattern.compile("[A-Z_]+=.*");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$?[A-Z][A-Z0-9_]*…?|\\$.*|.*….*");

    private MemdumpLine() {
    }

    /** Returns the arguments of each memdump command in a line; no list for a line that has none. */
    static List<List<String>> commands(String line) {
        List<List<String>> found = new ArrayList<>();
        for (List<String> words : ShellWords.of(line).commands()) {
            int start = 0;
            while (start < words.size() && SETTING.matcher(words.get(start)).matches()) {
                start++;
            }
            if (start < words.size() && NAME.matcher(words.get(start)).matches()) {
                found.add(arguments(words.subList(start + 1, words.size())));
            }
        }
        return found;
    }

    /** Leaves redirections out, and the brackets and dots that say that a word may be missing or repeated. */
    private static List<String> arguments(List<String> words) {
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals(">") || word.equals("<")) {
                i++;
            } else if (!word.equals("…") && !word.equals("...")) {
                arguments.add(word.startsWith("[") || word.matches("[A-Z…-]+]") ? word.replaceAll("[\\[\\]]", "")
                    : word);
            }
        }
        return arguments;
    }

    /** Returns whether a word stands for what a reader puts there. */
    static boolean isPlaceholder(String word) {
        return PLACEHOLDER.matcher(word).matches();
    }
}
