package io.github.memdump.docs;

import java.util.ArrayList;
import java.util.List;

/** A command line split as a shell does it: words, quotes, comments, pipes, redirections to files; nothing expanded. */
final class ShellWords {
    private final List<List<String>> commands = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private String comment = "";

    private ShellWords(String line) {
        commands.add(new ArrayList<>());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\'' || c == '"') {
                int end = closing(line, i, c);
                inWord = true;
                i = end;
            } else if (c == '\\' && i + 1 < line.length()) {
                word.append(line.charAt(++i));
                inWord = true;
            } else if (c == '#' && !inWord) {
                comment = line.substring(i + 1).strip();
                break;
            } else if (Character.isWhitespace(c)) {
                endWord();
            } else if (c == '|' || c == ';' || c == '&') {
                endWord();
                commands.add(new ArrayList<>());
            } else if (c == '>' || c == '<') {
                endWord();
                last().add(String.valueOf(c));
            } else {
                word.append(c);
                inWord = true;
            }
        }
        endWord();
        commands.removeIf(List::isEmpty);
    }

    static ShellWords of(String line) {
        return new ShellWords(line);
    }

    /** Appends what is in quotes and returns where they end. */
    private int closing(String line, int start, char quote) {
        int i = start + 1;
        while (i < line.length() && line.charAt(i) != quote) {
            if (quote == '"' && line.charAt(i) == '\\' && i + 1 < line.length()
                && "\"\\$`".indexOf(line.charAt(i + 1)) >= 0) {
                i++;
            }
            word.append(line.charAt(i++));
        }
        return i;
    }

    private void endWord() {
        if (inWord) {
            last().add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }

    private List<String> last() {
        return commands.get(commands.size() - 1);
    }

    /** Returns the words of each command of the pipe; a redirection is a word of its own, the file the next. */
    List<List<String>> commands() {
        return commands;
    }

    /** Returns what stands behind a {@code #}, or nothing. */
    String comment() {
        return comment;
    }
}
