package io.github.memdump.live;

import io.github.memdump.live.attach.LiveException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Evaluates Ruby code in a running process by the program rbtrace. */
final class Rbtrace {
    /** The name of the program. */
    static final String NAME = "rbtrace";

    private static final Pattern ANSWER = Pattern.compile("(?m)^=> (.*)$");
    private static final int SECONDS = 60;

    private Rbtrace() {
    }

    /**
     * Returns what an expression is in a process, as Ruby's {@code inspect} writes it. One at a time: a process listens
     * to one rbtrace alone.
     *
     * @throws LiveException if rbtrace is not there, if the process does not answer, or if the expression fails
     */
    static synchronized String eval(RubyProcess process, String code) throws IOException {
        if (process.tracing() == RubyProcess.Tracing.ABSENT) {
            throw notLoaded(process);
        }
        String told = run(List.of(program(process).orElse(NAME), "-p", Long.toString(process.pid()), "-e", code));
        Matcher answer = ANSWER.matcher(told);
        if (answer.find()) {
            return answer.group(1);
        }
        if (!process.isAlive()) {
            throw new LiveException("Process " + process.pid() + " ended while it was asked. If nothing else ended it:"
                + " the signal of rbtrace wakes a process, and one whose main thread only slept may then end."
                + " Start it anew.");
        }
        if (told.contains("not listening") && process.tracing() == RubyProcess.Tracing.LOADED) {
            throw new LiveException("Process " + process.pid() + " has loaded rbtrace but does not react: its main"
                + " thread waits in one call, or is stopped. Give it something to do, such as a request, and try"
                + " again.");
        }
        if (told.contains("not listening")) {
            throw notLoaded(process);
        }
        if (told.contains("already being traced")) {
            throw new LiveException("Process " + process.pid() + " does not react: it is stopped, its main thread waits"
                + " in one call, or another rbtrace is attached to it. Let it go on, or end that one, and try again.");
        }
        throw new LiveException("Process " + process.pid() + " does not answer to rbtrace: " + lastLine(told)
            + " It may be busy, or belong to another user or container. Try again, as the user it runs as.");
    }

    /**
     * Returns where the program is that asks a process: on the path, or beside the Ruby of the process, where gems of
     * a Ruby that only shells know of are.
     */
    static Optional<String> program(RubyProcess process) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, NAME))) {
                return Optional.of(NAME);
            }
        }
        return Optional.of(process.executable()).filter(ruby -> !ruby.isEmpty())
            .map(ruby -> Path.of(ruby).resolveSibling(NAME)).filter(Files::isExecutable).map(Path::toString);
    }

    /**
     * Returns quietly if a process can be asked by it.
     *
     * @throws LiveException with what is missing
     */
    static void require(RubyProcess process) throws LiveException {
        if (process.tracing() != RubyProcess.Tracing.LOADED) {
            throw notLoaded(process);
        }
        if (program(process).isEmpty()) {
            throw noProgram();
        }
    }

    private static LiveException notLoaded(RubyProcess process) {
        return new LiveException("Process " + process.pid() + " has not loaded rbtrace, by which it would be asked.",
            Advice.all());
    }

    private static LiveException noProgram() {
        return new LiveException("The program rbtrace is not there. Install it on this machine: gem install rbtrace"
            + " (Debian: apt install ruby-rbtrace).", Advice.all());
    }

    private static String run(List<String> command) throws IOException {
        Process rbtrace;
        try {
            rbtrace = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException absent) {
            throw noProgram();
        }
        rbtrace.getOutputStream().close();
        try (Deadline deadline = new Deadline(rbtrace, SECONDS)) {
            String told = new String(rbtrace.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (deadline.hasPassed()) {
                throw new LiveException("rbtrace did not end within " + SECONDS + " seconds. Is the process stopped?");
            }
            return told;
        }
    }

    private static String lastLine(String told) {
        String[] lines = told.strip().split("\n", -1);
        return lines[lines.length - 1].isEmpty() ? "no answer." : lines[lines.length - 1];
    }
}
