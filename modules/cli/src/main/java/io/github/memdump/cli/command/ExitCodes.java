package io.github.memdump.cli.command;

/** The exit codes as {@code --help} lists them. */
public final class ExitCodes {
    /** All went well. */
    public static final String OK = "0:done";
    /** The command could not do what it is for. */
    public static final String FAILED = "1:failed; standard error says what happened and what to do";
    /** The command line is wrong. */
    public static final String MISUSED = "2:wrong use: an unknown option, a missing dump";
    /** Something is larger than {@code --fail-if} allows. */
    public static final String BROKEN = "3:a budget is broken, or something is new since the baseline; all was done";

    private ExitCodes() {
    }
}
