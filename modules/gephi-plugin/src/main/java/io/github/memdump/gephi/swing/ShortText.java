package io.github.memdump.gephi.swing;

import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shortens names to the room that there is. Of a path or a class name the end says more than the beginning; a word
 * that says what it is the name of, as in "class Shop::Cart", stays before it.
 */
public final class ShortText {
    private static final String CUT = "\u2026";
    private static final Pattern KIND = Pattern.compile("[a-z]+ ");

    private ShortText() {
    }

    /** Returns as much of a text as there is room for, by what measures the width of texts. */
    public static String of(String text, ToIntFunction<String> width, int room) {
        if (width.applyAsInt(text) <= room) {
            return text;
        }
        Matcher kind = KIND.matcher(text);
        int start = kind.lookingAt() ? kind.end() : 0;
        String begin = text.substring(0, start) + CUT;
        int from = start;
        int most = text.length();
        while (from < most) {
            int middle = (from + most) / 2;
            if (width.applyAsInt(begin + text.substring(middle)) <= room) {
                most = middle;
            } else {
                from = middle + 1;
            }
        }
        return begin + text.substring(from);
    }
}
