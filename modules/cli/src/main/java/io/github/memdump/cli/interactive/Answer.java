package io.github.memdump.cli.interactive;

/** What came of a line: text to print, which may be empty, and perhaps the failure that ended it. Immutable. */
final class Answer {
    private final String text;
    private final String failure;

    private Answer(String text, String failure) {
        this.text = text;
        this.failure = failure;
    }

    static Answer of(String text) {
        return new Answer(text, "");
    }

    static Answer failure(String text) {
        return new Answer("", text);
    }

    /** Returns this after what was said before it. */
    Answer after(String before) {
        return new Answer(before + text, failure);
    }

    String text() {
        return text;
    }

    boolean isFailure() {
        return !failure.isEmpty();
    }

    /** Returns in words what went wrong, the sentence first, then perhaps lines that show where. */
    String failure() {
        return failure;
    }
}
