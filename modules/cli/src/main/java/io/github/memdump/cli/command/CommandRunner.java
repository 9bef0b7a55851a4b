package io.github.memdump.cli.command;

/** Runs another command within this process, for a command that is made of others. */
@FunctionalInterface
public interface CommandRunner {
    /** Runs a command in a session and returns its exit code; throws nothing. */
    int run(Session session, String... arguments);
}
