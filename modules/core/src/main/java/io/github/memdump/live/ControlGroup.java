package io.github.memdump.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The limits of memory under which a process runs: control groups of version 2 or 1, its own and all above, as far as
 * this program sees them. Immutable.
 */
final class ControlGroup {
    private static final Path TOP = Path.of("/sys/fs/cgroup");
    private static final long NO_LIMIT = 1L << 60;

    private final long limit;
    private final long free;

    private ControlGroup(long limit, long free) {
        this.limit = limit;
        this.free = free;
    }

    /** Looks at the groups of a process as they are now. */
    static ControlGroup of(long pid) {
        long limit = Long.MAX_VALUE;
        long free = Long.MAX_VALUE;
        for (Path folder : folders(pid)) {
            boolean isSecond = Files.exists(folder.resolve("memory.max"));
            long most = number(folder.resolve(isSecond ? "memory.max" : "memory.limit_in_bytes"));
            long used = number(folder.resolve(isSecond ? "memory.current" : "memory.usage_in_bytes"));
            if (most > 0 && most < NO_LIMIT && used >= 0) {
                limit = Math.min(limit, most);
                // Pages of files can be dropped.
                free = Math.min(free, Math.max(0, most - used + statistic(folder, "inactive_file")));
            }
        }
        return new ControlGroup(limit, free);
    }

    private static List<Path> folders(long pid) {
        List<Path> folders = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/cgroup"), StandardCharsets.UTF_8)) {
                String[] parts = line.split(":", 3);
                if (parts.length < 3 || (!parts[1].isEmpty() && !parts[1].contains("memory"))) {
                    continue;
                }
                Path top = parts[1].isEmpty() ? TOP : TOP.resolve("memory");
                Path folder = top.resolve(parts[2].replaceFirst("^/+", "")).normalize();
                // In a container the path is not there, and the top is its own.
                for (Path each = folder; each != null && each.startsWith(top); each = each.getParent()) {
                    folders.add(each);
                }
            }
        } catch (IOException | RuntimeException unseen) {
            // No limit that could be seen.
        }
        return folders;
    }

    private static long number(Path file) {
        try {
            return Long.parseLong(Files.readString(file, StandardCharsets.US_ASCII).strip());
        } catch (IOException | RuntimeException none) {
            return -1;
        }
    }

    private static long statistic(Path folder, String name) {
        try {
            return Files.readAllLines(folder.resolve("memory.stat"), StandardCharsets.US_ASCII).stream()
                .filter(line -> line.startsWith(name + " ")).mapToLong(line -> Long.parseLong(line.split(" ", -1)[1]))
                .findFirst().orElse(0);
        } catch (IOException | RuntimeException none) {
            return 0;
        }
    }

    /** Returns the smallest limit in bytes, the largest number if there is none. */
    long limit() {
        return limit;
    }

    /** Returns how many bytes can be taken before a limit is reached, the largest number if there is none. */
    long free() {
        return free;
    }
}
