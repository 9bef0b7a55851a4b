package io.github.memdump.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A running Ruby process. What is known of it is as of the moment it was looked at. Immutable. */
public final class RubyProcess {
    /** Whether a process answers to rbtrace. */
    public enum Tracing {
        /** It has loaded the library. */
        LOADED,
        /** It has not loaded it. */
        ABSENT,
        /** The system does not tell what it has loaded. */
        UNKNOWN
    }

    private final long pid;
    private final String command;
    private final Tracing tracing;

    private RubyProcess(long pid, String command, Tracing tracing) {
        this.pid = pid;
        this.command = command;
        this.tracing = tracing;
    }

    /** Returns the Ruby processes that this user may look at, the latest first. */
    public static List<RubyProcess> ofThisUser() {
        return ProcessHandle.allProcesses().filter(ProcessHandle::isAlive)
            .filter(process -> process.pid() != ProcessHandle.current().pid()).map(RubyProcess::ruby)
            .flatMap(Optional::stream)
            .sorted(Comparator.comparingLong(RubyProcess::pid).reversed()).collect(Collectors.toList());
    }

    /**
     * Returns the process of a number.
     *
     * @throws LiveException if there is none, or if it certainly is not Ruby
     */
    public static RubyProcess of(long pid) throws LiveException {
        ProcessHandle process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive).orElseThrow(() ->
            new LiveException("There is no process " + pid + ". List processes with: pgrep -a ruby"));
        String executable = executable(process);
        List<String> libraries = libraries(pid);
        if (!libraries.isEmpty() && !isRuby(executable, libraries)) {
            throw new LiveException("Process " + pid + " (" + executable + ") is not Ruby. List Ruby processes with:"
                + " pgrep -a ruby");
        }
        return new RubyProcess(pid, command(process), tracing(libraries));
    }

    private static Optional<RubyProcess> ruby(ProcessHandle process) {
        String executable = executable(process);
        if (!isRuby(executable, List.of())) {
            return Optional.empty();
        }
        List<String> libraries = libraries(process.pid());
        return Optional.of(new RubyProcess(process.pid(), command(process), tracing(libraries)));
    }

    private static String executable(ProcessHandle process) {
        return process.info().command().orElse("");
    }

    /** A name such as ruby3.1 tells; a program that embeds Ruby has loaded libruby. */
    private static boolean isRuby(String executable, List<String> libraries) {
        String name = executable.substring(Math.max(executable.lastIndexOf('/'), executable.lastIndexOf('\\')) + 1);
        return name.startsWith("ruby") || libraries.stream().anyMatch(library -> library.contains("libruby"));
    }

    /** What Linux has mapped into a process; nothing where that cannot be seen. */
    private static List<String> libraries(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/maps"), StandardCharsets.ISO_8859_1);
        } catch (IOException | RuntimeException unseen) {
            return List.of();
        }
    }

    private static Tracing tracing(List<String> libraries) {
        if (libraries.isEmpty()) {
            return Tracing.UNKNOWN;
        }
        return libraries.stream().anyMatch(library -> library.contains("/rbtrace.")) ? Tracing.LOADED : Tracing.ABSENT;
    }

    private static String command(ProcessHandle process) {
        try {
            String line = Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"), StandardCharsets.UTF_8)
                .replace('\0', ' ').trim();
            if (!line.isEmpty()) {
                return line;
            }
        } catch (IOException | RuntimeException notLinux) {
            // The portable way below knows less.
        }
        return process.info().commandLine().or(() -> process.info().command()).orElse("");
    }

    /** Returns its number. */
    public long pid() {
        return pid;
    }

    /** Returns how it was started, empty if that cannot be seen. */
    public String command() {
        return command;
    }

    /** Returns whether it answers to rbtrace. */
    public Tracing tracing() {
        return tracing;
    }

    /** Returns whether it still runs. */
    public boolean isAlive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    @Override
    public String toString() {
        return pid + " " + command;
    }
}
