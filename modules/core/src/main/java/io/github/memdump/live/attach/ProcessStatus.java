package io.github.memdump.live.attach;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the system tells of a process in {@code /proc/PID/status}, as of the moment it was read. Immutable. */
final class ProcessStatus {
    private static final int SYS_PTRACE = 19;
    private static final Path SCOPE = Path.of("/proc/sys/kernel/yama/ptrace_scope");

    private final long pid;
    private final Map<String, String> fields;

    private ProcessStatus(long pid, Map<String, String> fields) {
        this.pid = pid;
        this.fields = fields;
    }

    /**
     * Reads it.
     *
     * @throws LiveException if there is no such process
     */
    static ProcessStatus of(long pid) throws IOException {
        return read(pid, Long.toString(pid));
    }

    private static ProcessStatus read(long pid, String name) throws IOException {
        Map<String, String> fields = new HashMap<>();
        List<String> lines;
        try {
            lines = Files.readAllLines(Path.of("/proc", name, "status"), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException gone) {
            throw new LiveException("There is no process " + pid + ". List processes with: pgrep -a ruby");
        }
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        return new ProcessStatus(pid, fields);
    }

    private String field(String name) {
        return fields.getOrDefault(name, "");
    }

    private String user() {
        String[] ids = field("Uid").split("\\s+", -1);
        return ids.length > 1 ? ids[1] : "";
    }

    /**
     * Returns quietly if the main thread can be stopped and go on.
     *
     * @throws LiveException with the reason, and what helps
     */
    void requireTraceable() throws LiveException {
        String tracer = field("TracerPid");
        if (!tracer.equals("0") && !tracer.isEmpty()) {
            throw new LiveException("Process " + pid + " is traced by process " + tracer + ", a debugger or strace."
                + " Only one can. See what that is, and end it: ps -fp " + tracer);
        }
        switch (field("State").isEmpty() ? '?' : field("State").charAt(0)) {
            case 'Z':
            case 'X':
                throw new LiveException("Process " + pid + " has ended (zombie): only its parent can clear it away."
                    + " Find one that runs: pgrep -a ruby");
            case 'T':
            case 't':
                throw new LiveException("Process " + pid + " is stopped (SIGSTOP, Ctrl-Z). Let it go on, then try"
                    + " again: kill -CONT " + pid);
            default:
                break;
        }
        if (field("x86_Thread_features").contains("shstk")) {
            throw new LiveException("Process " + pid + " runs with a shadow stack, which allows no attaching. Start it"
                + " with the agent: memdump agent > memdump_agent.rb, then RUBYOPT=-r./memdump_agent.rb");
        }
    }

    /** Returns why this program may not trace it, and what helps. */
    LiveException denied() throws IOException {
        ProcessStatus own = read(pid, "self");
        boolean isCapable = (Long.parseUnsignedLong(own.field("CapEff"), 16) >>> SYS_PTRACE & 1) == 1;
        if (own.user().equals("0") && !isCapable) {
            return new LiveException("This container or service may trace no process: root here lacks the capability"
                + " SYS_PTRACE. Grant it: docker run --cap-add=SYS_PTRACE …, or kubectl debug --profile=sysadmin …");
        }
        if (!own.user().equals(user())) {
            return new LiveException("Process " + pid + " belongs to user " + user() + ", and this program runs as user"
                + " " + own.user() + ". Run it as that user or as root: sudo memdump …");
        }
        if (Files.exists(SCOPE) && !Files.readString(SCOPE, StandardCharsets.US_ASCII).strip().equals("0")) {
            return new LiveException("This system lets a user trace only children (kernel.yama.ptrace_scope is "
                + Files.readString(SCOPE, StandardCharsets.US_ASCII).strip() + "). Run memdump as root, or allow it:"
                + " sudo sysctl kernel.yama.ptrace_scope=0");
        }
        return new LiveException("Process " + pid + (own.user().equals("0")
            ? " lets not even root look into it: it has capabilities that this program lacks, or the system guards it."
                + " Start it with the agent: memdump agent > memdump_agent.rb, then RUBYOPT=-r./memdump_agent.rb"
            : " lets nobody but root look into it (it has changed its user, or has capabilities). Run memdump as root:"
                + " sudo memdump …"));
    }
}
