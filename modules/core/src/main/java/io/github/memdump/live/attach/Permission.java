package io.github.memdump.live.attach;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Whether this user may look into a process. */
public final class Permission {
    private Permission() {
    }

    /**
     * Returns quietly if this program may look into a process.
     *
     * @throws LiveException with the reason, and what helps
     */
    public static void require(long pid) throws IOException {
        ProcessStatus status = ProcessStatus.of(pid);
        status.requireTraceable();
        requireSeen(pid);
    }

    /**
     * Returns quietly if this user may look into a process, or if this is no Linux, where nobody can.
     *
     * @throws LiveException with the reason, and what helps
     */
    public static void requireSeen(long pid) throws IOException {
        try {
            MemoryMap.of(pid);
        } catch (AccessDeniedException denied) {
            throw ProcessStatus.of(pid).denied();
        } catch (NoSuchFileException none) {
            if (Files.isDirectory(Path.of("/proc/self"))) {
                throw new LiveException("Process " + pid + " has ended. Find one that runs: pgrep -a ruby");
            }
        }
    }
}
