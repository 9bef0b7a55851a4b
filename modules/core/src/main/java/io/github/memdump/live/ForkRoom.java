package io.github.memdump.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whether there is memory for a copy of a process: at worst every page that it alone has is there twice, while the copy
 * writes. Immutable.
 */
final class ForkRoom {
    private static final long KIBI = 1024;

    private final long needed;
    private final long free;

    private ForkRoom(long needed, long free) {
        this.needed = needed;
        this.free = free;
    }

    /** Looks at a process and at what the machine and its control group have left. */
    static ForkRoom of(RubyProcess process) {
        long needed = field(Path.of("/proc/" + process.pid() + "/smaps_rollup"), "Private_Dirty:", 0);
        long free = field(Path.of("/proc/meminfo"), "MemAvailable:", Long.MAX_VALUE);
        return new ForkRoom(needed, Math.min(free, ControlGroup.of(process.pid()).free()));
    }

    private static long field(Path file, String name, long otherwise) {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
            return lines.stream().filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBI).findFirst().orElse(otherwise);
        } catch (IOException | RuntimeException unseen) {
            return otherwise;
        }
    }

    /** Returns whether there is room; true where that cannot be seen. */
    boolean isEnough() {
        return needed <= free;
    }

    /** Returns why not, as a sentence. */
    String reason() {
        return String.format("There is no room for a copy of the process: it may need %,d MB, and %,d MB are left. It"
            + " writes itself and stands still meanwhile.", needed >> 20, free >> 20);
    }
}
