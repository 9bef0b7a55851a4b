package io.github.memdump.live;

import io.github.memdump.live.attach.LiveException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
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

    private static final String RUBY = "ruby";
    /** Options of Ruby whose value may be the next word. */
    private static final Set<String> WITH_VALUE = Set.of("-I", "-r", "-C", "-E");

    private final long pid;
    private final String executable;
    private final String name;
    private final String command;
    private final OptionalLong memory;
    private final Optional<Instant> start;
    private final Tracing tracing;

    private RubyProcess(ProcessHandle process, Tracing tracing) {
        List<String> arguments = OperatingSystem.arguments(process);
        this.pid = process.pid();
        this.executable = executable(process);
        this.name = name(arguments);
        this.command = LiveException.clean(String.join(" ", arguments).strip());
        this.memory = OperatingSystem.memory(pid);
        this.start = process.info().startInstant();
        this.tracing = tracing;
    }

    /** Returns the Ruby processes that this user may look at, the latest first; those that ask others are left out. */
    public static List<RubyProcess> ofThisUser() {
        return ProcessHandle.allProcesses().filter(ProcessHandle::isAlive)
            .filter(process -> process.pid() != ProcessHandle.current().pid()).map(RubyProcess::ruby)
            .flatMap(Optional::stream).filter(process -> !process.name.equals(Rbtrace.NAME))
            .sorted(Comparator.comparing((RubyProcess process) -> process.start.orElse(Instant.MIN))
                .thenComparing(RubyProcess::pid).reversed()).collect(Collectors.toList());
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
        List<String> libraries = OperatingSystem.libraries(pid);
        if (!libraries.isEmpty() && !isRuby(executable, libraries)) {
            throw new LiveException("Process " + pid + " (" + executable + ") is not Ruby. List Ruby processes with:"
                + " pgrep -a ruby");
        }
        return new RubyProcess(process, tracing(libraries));
    }

    private static Optional<RubyProcess> ruby(ProcessHandle process) {
        String executable = executable(process);
        if (!isRuby(executable, List.of())) {
            return Optional.empty();
        }
        List<String> libraries = OperatingSystem.libraries(process.pid());
        return Optional.of(new RubyProcess(process, tracing(libraries)));
    }

    private static String executable(ProcessHandle process) {
        return process.info().command().orElse("");
    }

    /** A name such as ruby3.1 tells; a program that embeds Ruby has loaded libruby. */
    private static boolean isRuby(String executable, List<String> libraries) {
        return last(executable).startsWith(RUBY) || libraries.stream().anyMatch(library -> library.contains("libruby"));
    }

    private static Tracing tracing(List<String> libraries) {
        if (libraries.isEmpty()) {
            return Tracing.UNKNOWN;
        }
        return libraries.stream().anyMatch(library -> library.contains("/rbtrace.")) ? Tracing.LOADED : Tracing.ABSENT;
    }

    /** What it runs, for the name of a file: a script, or the title that a server gives itself. */
    static String name(List<String> arguments) {
        if (arguments.isEmpty()) {
            return RUBY;
        }
        String name = last(arguments.get(0).split(" ", 2)[0]);
        for (int i = 1; i < arguments.size() && name.startsWith(RUBY); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith("-e") || argument.equals("-")) {
                return RUBY;
            }
            if (WITH_VALUE.contains(argument)) {
                i++;
            } else if (!argument.startsWith("-")) {
                name = last(argument).replaceFirst("[.]rb$", "");
                break;
            }
        }
        String plain = name.replaceAll("[^\\w.-]+", "_").replaceAll("^[._-]+|[:_-]+$", "");
        return plain.isEmpty() ? RUBY : plain;
    }

    private static String last(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    /** Returns its number. */
    public long pid() {
        return pid;
    }

    /** Returns how it was started, empty if that cannot be seen. */
    public String command() {
        return command;
    }

    /** Returns a short name of what it runs: letters, digits, dots, dashes and underscores. */
    public String name() {
        return name;
    }

    /** Returns the bytes of memory that it takes (resident), nothing if that cannot be seen. */
    public OptionalLong memory() {
        return memory;
    }

    /** Returns since when it runs, nothing if that cannot be seen. */
    public Optional<Instant> start() {
        return start;
    }

    /** Returns the user whose rights it has, nothing if that cannot be seen. */
    Optional<UserPrincipal> user() throws IOException {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        return process.isPresent() ? OperatingSystem.user(process.get()) : Optional.empty();
    }

    /** Returns the path of its program, empty if that cannot be seen. */
    String executable() {
        return executable;
    }

    /** Returns the name of the user whose rights it has, empty if that cannot be seen. */
    public String owner() {
        try {
            Optional<String> name = ProcessHandle.of(pid).flatMap(process -> process.info().user());
            return name.isPresent() ? name.get() : user().map(UserPrincipal::getName).orElse("");
        } catch (IOException | RuntimeException unseen) {
            return "";
        }
    }

    /** Returns whether it runs in a container: with files or numbers of processes of its own. False where unseen. */
    public boolean isInContainer() {
        return Namespaces.isContained(pid);
    }

    /** Returns its number as it sees it itself, which in a container is another. */
    public long innerPid() {
        return Namespaces.innerPid(pid);
    }

    /** Returns the number by which this program sees a process that is beside it in its container, 0 if none. */
    long outerPid(long inner) {
        return Namespaces.outerPid(pid, inner);
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

    /** Numbers of processes in containers: Linux counts them anew in each namespace. */
    private static final class Namespaces {
        private static final String NUMBERS = "NSpid:";

        private Namespaces() {
        }

        /** Returns the number of a process in the innermost namespace, the one it sees itself. */
        static long innerPid(long pid) {
            try {
                for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"),
                        StandardCharsets.ISO_8859_1)) {
                    if (line.startsWith(NUMBERS)) {
                        String[] numbers = line.strip().split("\\s+", -1);
                        return Long.parseLong(numbers[numbers.length - 1]);
                    }
                }
            } catch (IOException | RuntimeException elsewhere) {
                // No Linux, or no container.
            }
            return pid;
        }

        /**
         * Returns the number, as this program counts, of the process with an inner number beside another; 0 if none.
         */
        static long outerPid(long beside, long inner) {
            if (innerPid(beside) == beside) {
                return inner;
            }
            Optional<String> space = space(beside);
            return ProcessHandle.allProcesses().mapToLong(ProcessHandle::pid)
                .filter(pid -> innerPid(pid) == inner && space(pid).equals(space)).findFirst().orElse(0);
        }

        /** Returns whether a process has other files or other numbers of processes than this program. */
        static boolean isContained(long pid) {
            long own = ProcessHandle.current().pid();
            for (String kind : List.of("pid", "mnt")) {
                Optional<String> theirs = space(pid, kind);
                if (theirs.isPresent() && !theirs.equals(space(own, kind))) {
                    return true;
                }
            }
            return false;
        }

        private static Optional<String> space(long pid) {
            return space(pid, "pid");
        }

        private static Optional<String> space(long pid, String kind) {
            try {
                return Optional.of(Files.readSymbolicLink(Path.of("/proc/" + pid + "/ns/" + kind)).toString());
            } catch (IOException | RuntimeException unseen) {
                return Optional.empty();
            }
        }
    }
}
