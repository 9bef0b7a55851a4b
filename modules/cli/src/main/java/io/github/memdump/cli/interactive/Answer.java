package io.github.memdump.cli.interactive;

/**
 * What came of a line: text to print, which may be empty, and perhaps the failure that ended it. Immutable.
 *
 * @param text what is printed
 * @param failure in words what went wrong, the sentence first, then perhaps lines that show where
 * @param line the line that it went wrong in, the first one being 0
 */
record Answer(String text, String failure, int line) {
    static Answer of(String text) {
        return new Answer(text, "", 0);
    }

    static Answer failure(String text) {
        return failure(text, 0);
    }

    static Answer failure(String text, int line) {
        return new Answer("", text, line);
    }

    /** Returns this after what was said before it, and so many lines further down. */
    Answer after(String before, int lines) {
        return new Answer(before + text, failure, line + lines);
    }

    boolean isFailure() {
        return !failure.isEmpty();
    }
}
