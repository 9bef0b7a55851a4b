package io.github.memdump.select.syntax;

/** Shows where in a text a mistake is. */
public final class Caret {
    /** How many characters of the text are shown on each side of the mistake. */
    private static final int SHOWN = 60;

    private Caret() {
    }

    /**
     * Returns the part of a text around a place and, on a second line, a caret below it; control characters as spaces.
     *
     * @param column the place, counted from 1 in UTF-16 units; past the last one for the end
     */
    public static String below(String text, int column) {
        int at = column - 1;
        int from = Math.max(0, at - SHOWN);
        int to = Math.min(text.length(), at + SHOWN);
        StringBuilder shown = new StringBuilder(from > 0 ? "…" : "");
        int caret = shown.length() + at - from;
        for (int i = from; i < to; i++) {
            shown.append(Character.isISOControl(text.charAt(i)) ? ' ' : text.charAt(i));
        }
        shown.append(to < text.length() ? "…" : "");
        return shown + "\n" + " ".repeat(caret) + "^";
    }
}
