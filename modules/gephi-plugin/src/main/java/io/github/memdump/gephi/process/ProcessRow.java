package io.github.memdump.gephi.process;

import io.github.memdump.live.RubyProcess;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** A Ruby process as it was when it was looked at. Immutable. */
final class ProcessRow {
    private final long pid;
    private final String name;
    private final String command;
    private final OptionalLong memory;
    private final Optional<Instant> start;
    private final RubyProcess.Tracing tracing;
    private final String owner;
    private final OptionalLong innerPid;

    /**
     * Tells of a process.
     *
     * @param name   what it runs, fit for the name of a file
     * @param memory the bytes that it takes, nothing if unknown
     * @param start  since when it runs, nothing if unknown
     * @param owner  the name of its user, empty if unknown
     * @param inner  its number in its container, nothing if it is in none
     */
    ProcessRow(long pid, String name, String command, OptionalLong memory, Optional<Instant> start,
        RubyProcess.Tracing tracing, String owner, OptionalLong inner) {
        this.pid = pid;
        this.name = name;
        this.command = command;
        this.memory = memory;
        this.start = start;
        this.tracing = tracing;
        this.owner = owner;
        this.innerPid = inner;
    }

    static ProcessRow of(RubyProcess process) {
        return new ProcessRow(process.pid(), process.name(), process.command(), process.memory(), process.start(),
            process.tracing(), process.owner(),
            process.isInContainer() ? OptionalLong.of(process.innerPid()) : OptionalLong.empty());
    }

    long pid() {
        return pid;
    }

    String name() {
        return name;
    }

    String command() {
        return command.isEmpty() ? name : command;
    }

    OptionalLong memory() {
        return memory;
    }

    Optional<Instant> start() {
        return start;
    }

    RubyProcess.Tracing tracing() {
        return tracing;
    }

    /** Returns the name of its user, empty if unknown. */
    String owner() {
        return owner;
    }

    /** Returns its number in its container, nothing if it is in none. */
    OptionalLong innerPid() {
        return innerPid;
    }

    /** Returns whether a text is its number, or a part of its command in any case. */
    boolean matches(String text) {
        return Long.toString(pid).startsWith(text)
            || command().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    /** Rows are equal if they are about the same process: numbers come back, but not with the same start. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ProcessRow && pid == ((ProcessRow) other).pid
            && start.equals(((ProcessRow) other).start);
    }

    @Override
    public int hashCode() {
        return Objects.hash(pid, start);
    }

    @Override
    public String toString() {
        return name + " (" + pid + ")";
    }
}
