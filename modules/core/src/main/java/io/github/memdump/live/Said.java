package io.github.memdump.live;

import io.github.memdump.live.attach.LiveException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** One line that an agent says beside a dump: a word, and either figures by name or a sentence. Immutable. */
final class Said {
    /** What every such line begins with; lines of a dump begin with a brace. */
    static final String MARK = "memdump ";

    private final String word;
    private final String rest;
    private final Map<String, String> figures = new HashMap<>();

    Said(String line) {
        String text = LiveException.clean(line.startsWith(MARK) ? line.substring(MARK.length()) : line);
        int space = text.indexOf(' ');
        word = space < 0 ? text : text.substring(0, space);
        rest = space < 0 ? "" : text.substring(space + 1);
        for (String figure : rest.split(" ", -1)) {
            int equals = figure.indexOf('=');
            if (equals > 0) {
                figures.put(figure.substring(0, equals), figure.substring(equals + 1));
            }
        }
    }

    /** Returns what it is about. */
    String word() {
        return word;
    }

    /** Returns all behind the word. */
    String sentence() {
        return rest;
    }

    /** Returns a figure as it was said, empty if it was not. */
    String text(String figure) {
        return figures.getOrDefault(figure, "");
    }

    /** Returns a whole number, nothing if it was not said. */
    OptionalLong number(String figure) {
        String text = text(figure);
        return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /** Returns all figures that are whole numbers. */
    Map<String, Long> numbers() {
        Map<String, Long> numbers = new HashMap<>();
        figures.keySet().forEach(name -> number(name).ifPresent(value -> numbers.put(name, value)));
        return numbers;
    }
}
