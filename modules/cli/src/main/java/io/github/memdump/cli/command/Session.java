package io.github.memdump.cli.command;

import io.github.memdump.task.Task;
import io.github.memdump.text.GuardedOutput;
import io.github.memdump.text.Printable;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * What a command meets outside: the three streams, the environment, and progress. One command runs in a session; all
 * text is UTF-8, and nothing reaches a stream that {@link GuardedOutput} would not let through.
 */
public final class Session {
    private final InputStream in;
    private final OutputStream textOut;
    private final OutputStream recordsOut;
    private final PrintStream err;
    private final Map<String, String> environment;
    private final Progress progress;
    private boolean leavesOutputAlone;
    private ResidentHeaps heaps = ResidentHeaps.NONE;

    private Session(InputStream in, OutputStream out, OutputStream err, Map<String, String> environment,
        Progress progress) {
        this.in = in;
        this.textOut = GuardedOutput.text(out);
        this.recordsOut = GuardedOutput.records(out);
        this.err = new PrintStream(GuardedOutput.text(err), true, StandardCharsets.UTF_8);
        this.environment = environment;
        this.progress = progress;
    }

    /** Returns the session of this process; progress is drawn if the launcher says that stderr is a terminal. */
    public static Session ofProcess() {
        OutputStream err = new FileOutputStream(FileDescriptor.err);
        // Progress moves the cursor, so it writes past the guard, and makes its text printable itself.
        Progress progress = Boolean.getBoolean("memdump.terminal")
            ? new Progress(new PrintStream(err, true, StandardCharsets.UTF_8)) : null;
        if (progress != null) {
            Runtime.getRuntime().addShutdownHook(new Thread(progress::clear));
        }
        return new Session(System.in, new FileOutputStream(FileDescriptor.out), err, System.getenv(), progress);
    }

    /** Returns a session over any streams, which nobody watches. */
    public static Session of(InputStream in, OutputStream out, OutputStream err, Map<String, String> environment) {
        return new Session(in, out, err, Map.copyOf(environment), null);
    }

    /** Returns this session, whose commands find some heaps loaded. */
    public Session with(ResidentHeaps resident) {
        heaps = resident;
        return this;
    }

    /** Returns the heaps that stay loaded. */
    ResidentHeaps heaps() {
        return heaps;
    }

    /** Returns standard input. */
    public InputStream in() {
        return in;
    }

    /** Returns standard output for text, not buffered: what is not printable, line ends aside, is escaped. */
    public OutputStream textOut() {
        clearProgress();
        return textOut;
    }

    /** Returns standard output for JSON documents and dumps, not buffered: the same becomes escapes of JSON. */
    public OutputStream recordsOut() {
        clearProgress();
        return recordsOut;
    }

    /**
     * Writes text to standard output, or to standard error where {@link #leaveOutputAlone} says so; what is not
     * printable, line ends aside, is escaped.
     */
    public void print(String text) throws IOException {
        if (leavesOutputAlone) {
            err().print(Printable.lines(text));
        } else {
            textOut().write(Printable.lines(text).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Asks that nothing is printed to standard output, since a result is written there. */
    void leaveOutputAlone() {
        leavesOutputAlone = true;
    }

    /** Returns whether the streams are those of the process. */
    boolean isOfProcess() {
        return in == System.in;
    }

    /** Writes a line to standard error. */
    public void tell(String line) {
        clearProgress();
        err.println("memdump: " + Printable.of(line));
    }

    /** Writes a line to standard error that a machine reads; what is not printable is escaped. */
    public void command(String line) {
        clearProgress();
        err.println(Printable.of(line));
    }

    /** Returns standard error; what is not printable, line ends aside, is escaped. */
    public PrintStream err() {
        clearProgress();
        return err;
    }

    /** Returns whether a person types standard input at a terminal, as the launcher says or else Java. */
    public boolean isTyped() {
        String told = System.getProperty("memdump.typed");
        return in == System.in && (told == null ? System.console() != null : Boolean.parseBoolean(told));
    }

    /** Returns what long computations report to. */
    public Task task() {
        return progress == null ? Task.UNWATCHED : progress;
    }

    /** Returns an environment variable, if it is set and not empty. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /** Returns an environment variable, if it is set, even to nothing. */
    public Optional<String> setVariable(String name) {
        return Optional.ofNullable(environment.get(name));
    }

    /** Takes a line of progress away, so that something else can be written. */
    public void clearProgress() {
        if (progress != null) {
            progress.clear();
        }
    }
}
