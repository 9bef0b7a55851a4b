package io.github.memdump.live;

import io.github.memdump.live.attach.LiveException;
import io.github.memdump.live.attach.Permission;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What the kernel says of the memory of a process, in bytes. */
final class KernelMemory {
    private static final long KIBI = 1024;
    private static final Map<String, String> FIGURES = Map.of("Rss:", "resident", "Private_", "private",
        "Anonymous:", "anonymous", "Swap:", "swapped");

    private KernelMemory() {
    }

    /**
     * Returns {@code resident}, {@code private}, {@code anonymous} and {@code swapped} of a process.
     *
     * @throws LiveException where the kernel does not say what it has
     */
    static Map<String, Long> of(RubyProcess process) throws IOException {
        Map<String, Long> figures = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/smaps_rollup"),
                StandardCharsets.ISO_8859_1)) {
                FIGURES.forEach((beginning, name) -> {
                    if (line.startsWith(beginning)) {
                        figures.merge(name, Long.parseLong(line.replaceAll("\\D", "")) * KIBI, Long::sum);
                    }
                });
            }
        } catch (IOException | RuntimeException unseen) {
            if (Files.isDirectory(Path.of("/proc/self"))) {
                Permission.require(process.pid());
            }
            throw new LiveException("The system does not say what memory process " + process.pid() + " has. Linux"
                + " says it of programs, not of the threads of its kernel.");
        }
        return figures;
    }
}
