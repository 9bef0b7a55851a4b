package io.github.memdump.cli;

import io.github.memdump.cli.command.Session;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Where the process begins. */
public final class Main {
    private Main() {
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Session session = Session.ofProcess();
        // Libraries and threads that die write there, with names of a dump in what they say.
        System.setOut(new PrintStream(session.textOut(), true, StandardCharsets.UTF_8));
        System.setErr(session.err());
        System.exit(run(session, arguments));
    }

    /** Runs the command in a session and returns its exit code; throws nothing. */
    public static int run(Session session, String... arguments) {
        Failures failures = new Failures(session);
        try {
            if (arguments.length == 1 && Memdump.VERSION.contains(arguments[0])) {
                // Answered without a model of any command: scripts ask it each time.
                session.print(Memdump.version() + "\n");
                return 0;
            }
            String[] normal = CommandNames.normal(arguments);
            return Memdump.commandLine(session, normal)
                .setOut(new PrintWriter(new OutputStreamWriter(session.textOut(), StandardCharsets.UTF_8), true))
                .setErr(new PrintWriter(session.err(), true))
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures)
                .execute(normal);
        } catch (IOException | RuntimeException | Error unexpected) {
            return failures.failed(unexpected);
        }
    }

    /** Returns the names of all commands. */
    public static Set<String> commands() {
        return Memdump.commandLine(Session.ofProcess()).getSubcommands().keySet();
    }
}
