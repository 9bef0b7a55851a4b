package io.github.memdump.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Evaluates Ruby code in a running process by the program rbtrace. */
final class Rbtrace {
    /** What to do where it does not work, for people. */
    static final String SNIPPET = "Add to the application, and start it again:\n"
        + "\n"
        + "  gem \"rbtrace\"                                  # Gemfile (Debian: apt install ruby-rbtrace)\n"
        + "  require \"rbtrace\"                              # where it starts, or: RUBYOPT=-rrbtrace\n"
        + "  require \"objspace\"\n"
        + "  ObjectSpace.trace_object_allocations_start     # remembers which line made each object\n"
        + "\n"
        + "Without rbtrace, let the application dump itself when it gets a signal:\n"
        + "\n"
        + "  trap(\"USR2\") { Thread.new { require \"objspace\"; GC.start\n"
        + "    File.open(\"/tmp/#{$$}-#{Time.now.to_i}.json\", \"w\", 0600) { |io|\n"
        + "      ObjectSpace.dump_all(output: io) } } }\n";

    private static final Pattern ANSWER = Pattern.compile("(?m)^=> (.*)$");
    private static final int SECONDS = 60;

    private Rbtrace() {
    }

    /**
     * Returns what an expression is in a process, as Ruby's {@code inspect} writes it.
     *
     * @throws LiveException if rbtrace is not there, if the process does not answer, or if the expression fails
     */
    static String eval(RubyProcess process, String code) throws IOException {
        if (process.tracing() == RubyProcess.Tracing.ABSENT) {
            throw new LiveException("Process " + process.pid() + " has not loaded rbtrace, by which it would be"
                + " asked.", SNIPPET);
        }
        String told = run(List.of("rbtrace", "-p", Long.toString(process.pid()), "-e", code));
        Matcher answer = ANSWER.matcher(told);
        if (answer.find()) {
            return answer.group(1);
        }
        if (told.contains("not listening") && process.tracing() == RubyProcess.Tracing.LOADED) {
            throw new LiveException("Process " + process.pid() + " has loaded rbtrace but does not react: its main"
                + " thread waits in one call, or is stopped. Give it something to do, such as a request, and try"
                + " again.");
        }
        if (told.contains("not listening")) {
            throw new LiveException("Process " + process.pid() + " has not loaded rbtrace, by which it would be"
                + " asked.", SNIPPET);
        }
        if (told.contains("already being traced")) {
            throw new LiveException("Another rbtrace is attached to process " + process.pid()
                + ". End it and try again.");
        }
        throw new LiveException("Process " + process.pid() + " does not answer to rbtrace: " + lastLine(told)
            + " It may be busy, or belong to another user or container. Try again, as the user it runs as.");
    }

    private static String run(List<String> command) throws IOException {
        Process rbtrace;
        try {
            rbtrace = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException absent) {
            throw new LiveException("The program rbtrace is not there. Install it on this machine: gem install rbtrace"
                + " (Debian: apt install ruby-rbtrace).");
        }
        rbtrace.getOutputStream().close();
        try (Deadline deadline = new Deadline(rbtrace)) {
            String told = new String(rbtrace.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (deadline.hasPassed()) {
                throw new LiveException("rbtrace did not end within " + SECONDS + " seconds. Is the process stopped?");
            }
            return told;
        }
    }

    private static String lastLine(String told) {
        String[] lines = told.strip().split("\n");
        return lines[lines.length - 1].isEmpty() ? "no answer." : lines[lines.length - 1];
    }

    /** Ends a process that runs too long, so that whoever reads what it says comes to an end. */
    private static final class Deadline implements AutoCloseable {
        private final Process process;
        private final Thread watch;
        private volatile boolean passed;

        Deadline(Process process) {
            this.process = process;
            this.watch = new Thread(this::await, "rbtrace deadline");
            watch.setDaemon(true);
            watch.start();
        }

        private void await() {
            try {
                if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                    passed = true;
                    process.destroyForcibly();
                }
            } catch (InterruptedException closed) {
                process.destroyForcibly();
            }
        }

        boolean hasPassed() {
            return passed;
        }

        @Override
        public void close() {
            watch.interrupt();
        }
    }
}
