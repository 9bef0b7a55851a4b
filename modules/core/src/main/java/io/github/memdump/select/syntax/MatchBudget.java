package io.github.memdump.select.syntax;

import io.github.memdump.task.Task;

/**
 * Bounds what patterns cost: every look at a character is counted, and once the looks are a thousand times as many as
 * there were characters (and a million more), a match is given up.
 *
 * <p>{@link java.util.regex} asks for each character that it looks at, also when it goes back, so that patterns that
 * try exponentially many ways are stopped. What it does not ask for are ways to match nothing: {@link PatternReader}
 * bounds counted repetitions, and only a pattern with dozens of empty alternatives in a row escapes. For one thread.
 */
public final class MatchBudget {
    private static final long AT_FIRST = 1_000_000;
    private static final long PER_CHARACTER = 1_000;
    private static final int CHECK = (1 << 16) - 1;

    private final Task task;
    private long left = AT_FIRST;

    /** Begins with what is allowed at first; {@code task} may be cancelled on the way. */
    public MatchBudget(Task task) {
        this.task = task;
    }

    /** Returns the text as one whose characters are counted when they are looked at. */
    public CharSequence guard(String text) {
        left += PER_CHARACTER * text.length();
        return new Guarded(text);
    }

    private void look() {
        if (--left < 0) {
            throw new Lost();
        }
        if ((left & CHECK) == 0) {
            task.done(0);
        }
    }

    /** Says that a match was given up. */
    public static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Lost() {
            super("given up", null, false, false);
        }
    }

    private final class Guarded implements CharSequence {
        private final String text;

        Guarded(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            look();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
