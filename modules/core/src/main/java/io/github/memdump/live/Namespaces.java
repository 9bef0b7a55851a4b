package io.github.memdump.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Numbers of processes in containers: Linux counts them anew in each namespace. */
final class Namespaces {
    private static final String NUMBERS = "NSpid:";

    private Namespaces() {
    }

    /** Returns the number of a process in the innermost namespace, the one it sees itself. */
    static long innerPid(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"), StandardCharsets.ISO_8859_1)) {
                if (line.startsWith(NUMBERS)) {
                    String[] numbers = line.strip().split("\\s+");
                    return Long.parseLong(numbers[numbers.length - 1]);
                }
            }
        } catch (IOException | RuntimeException elsewhere) {
            // No Linux, or no container.
        }
        return pid;
    }

    /** Returns the number, as this program counts, of the process with an inner number beside another; 0 if none. */
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
