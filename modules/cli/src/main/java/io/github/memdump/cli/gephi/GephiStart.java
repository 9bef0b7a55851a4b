package io.github.memdump.cli.gephi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One start of a Gephi. Not thread-safe. */
public final class GephiStart {
    /** A Gephi that is not well, or that hands over to one that runs already, ends sooner. */
    private static final int SECONDS_TO_START = 10;
    private static final int LINES_TOLD = 5;

    private final Gephi gephi;
    private final List<String> arguments = new ArrayList<>();
    private Process process;
    private Path log;

    /** Makes a start of a Gephi, not yet done. */
    public GephiStart(Gephi gephi) {
        this.gephi = gephi;
        // From Java 18 on the security manager that NetBeans sets must be allowed.
        if (gephi instanceof BundledGephi && Runtime.version().feature() >= 18) {
            arguments.add(LauncherWord.java("-Djava.security.manager=allow"));
        }
    }

    /** Gives a system property to the program. */
    public GephiStart property(String name, String value) {
        arguments.add(LauncherWord.java("-D" + name + "=" + value));
        return this;
    }

    /** Lets the program use so much memory, as Java's {@code -Xmx} takes it. */
    public GephiStart memory(String xmx) {
        arguments.add(LauncherWord.java("-Xmx" + xmx));
        return this;
    }

    /** Lets the program keep its settings in a folder other than its usual one. */
    public GephiStart userdir(Path folder) {
        arguments.add("--userdir");
        arguments.add(folder.toAbsolutePath().toString());
        return this;
    }

    /**
     * Starts the program and waits until it has either ended or not within some seconds.
     *
     * @throws IOException if it could not be started or ended at once; the message is meant for people
     */
    public void run() throws IOException {
        List<String> command = new ArrayList<>(gephi.command());
        command.addAll(arguments);
        log = Files.createTempFile("memdump-gephi-", ".log");
        process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(nothing())).start();
        Optional<Integer> ended = ended(SECONDS_TO_START);
        if (ended.isPresent() && ended.get() == 0) {
            throw new IOException(gephi.description() + " ended at once: most likely it was running already, and a"
                + " running one cannot be given dumps. Close it and run again, or give --userdir DIR for a second"
                + " one" + lastLines());
        }
        failIfEndedBadly(ended);
    }

    /** Waits until the program has ended. */
    public void await() throws IOException {
        failIfEndedBadly(ended(Integer.MAX_VALUE));
    }

    /** Returns the number of the process. */
    public long process() {
        return process.pid();
    }

    /** Returns the file that has what the program writes to its streams. */
    public Path log() {
        return log;
    }

    private void failIfEndedBadly(Optional<Integer> ended) throws IOException {
        if (ended.isPresent() && ended.get() != 0) {
            throw new IOException(gephi.description() + " ended with exit code " + ended.get() + "; its log is " + log
                + lastLines());
        }
    }

    private Optional<Integer> ended(int seconds) throws IOException {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS) ? Optional.of(process.exitValue()) : Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + gephi.description() + " was running", interrupted);
        }
    }

    private String lastLines() throws IOException {
        List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines()
            .filter(line -> !line.isBlank()).toList();
        return lines.isEmpty() ? ""
            : ". Its last words: " + String.join(" | ", lines.subList(Math.max(0, lines.size() - LINES_TOLD),
                lines.size()));
    }

    private static java.io.File nothing() {
        return new java.io.File(Systems.isWindows() ? "NUL" : "/dev/null");
    }
}
