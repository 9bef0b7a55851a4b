package io.github.memdump.bench;

/** A program that does nothing: what Java itself takes to start and to end. */
public final class Nothing {
    private Nothing() {
    }

    /** Does nothing. */
    public static void main(String[] arguments) {
        // That is all.
    }
}
