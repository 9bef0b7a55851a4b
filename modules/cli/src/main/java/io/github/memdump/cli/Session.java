package io.github.memdump.cli;

import io.github.memdump.task.Task;
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
 * text is UTF-8.
 */
public final class Session {
    private final InputStream in;
    private final OutputStream out;
    private final PrintStream err;
    private final Map<String, String> environment;
    private final Progress progress;
    private boolean leavesOutputAlone;

    private Session(InputStream in, OutputStream out, PrintStream err, Map<String, String> environment,
        Progress progress) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.environment = environment;
        this.progress = progress;
    }

    /** Returns the session of this process; progress is drawn if the launcher says that stderr is a terminal. */
    static Session ofProcess() {
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Progress progress = Boolean.getBoolean("memdump.terminal") ? new Progress(err) : null;
        if (progress != null) {
            Runtime.getRuntime().addShutdownHook(new Thread(progress::clear));
        }
        return new Session(System.in, new FileOutputStream(FileDescriptor.out), err, System.getenv(), progress);
    }

    /** Returns a session over any streams, which nobody watches. */
    static Session of(InputStream in, OutputStream out, OutputStream err, Map<String, String> environment) {
        return new Session(in, out, new PrintStream(err, true, StandardCharsets.UTF_8), Map.copyOf(environment), null);
    }

    /** Returns standard input. */
    public InputStream in() {
        return in;
    }

    /** Returns standard output, not buffered. */
    public OutputStream out() {
        clearProgress();
        return out;
    }

    /** Writes text to standard output, or to standard error where {@link #leaveOutputAlone} says so. */
    public void print(String text) throws IOException {
        if (leavesOutputAlone) {
            err().print(text);
        } else {
            out().write(text.getBytes(StandardCharsets.UTF_8));
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
        err.println("memdump: " + Plain.text(line));
    }

    /** Returns standard error. */
    PrintStream err() {
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
    Optional<String> setVariable(String name) {
        return Optional.ofNullable(environment.get(name));
    }

    /** Takes a line of progress away, so that something else can be written. */
    public void clearProgress() {
        if (progress != null) {
            progress.clear();
        }
    }
}
