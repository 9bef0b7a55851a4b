package io.github.memdump.live;

import io.github.memdump.task.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Waits until a process has written its dump, however long that takes, and says how far it is. */
final class DumpWatch {
    private final RubyProcess process;
    private final Path part;
    private final Path mark;
    private final long expected;

    DumpWatch(RubyProcess process, Path part, Path mark, long expected) {
        this.process = process;
        this.part = part;
        this.mark = mark;
        this.expected = Math.max(1, expected);
    }

    /**
     * Waits for the mark.
     *
     * @throws LiveException if the mark tells of a failure, or if the process ends without one
     */
    void await(Task task) throws IOException {
        task.phase("Process " + process.pid() + " writes its dump", expected);
        long seen = 0;
        while (!Files.exists(mark)) {
            if (!process.isAlive() && !Files.exists(mark)) {
                throw new LiveException("Process " + process.pid()
                    + " ended while it wrote its dump. Nothing was kept.");
            }
            LiveHeap.pause();
            long written = Files.exists(part) ? Math.min(expected, Files.size(part)) : seen;
            task.done(Math.max(0, written - seen));
            seen = Math.max(seen, written);
        }
        String said = Files.readString(mark, StandardCharsets.UTF_8);
        if (!said.equals(DumpScript.DONE + Files.size(part))) {
            throw new LiveException(said.startsWith(DumpScript.DONE)
                ? "The dump is not complete: " + Files.size(part) + " bytes are there, the process wrote"
                    + said.substring(DumpScript.DONE.length() - 1) + ". Is the disk full?"
                : "Process " + process.pid() + " could not write its dump: " + said + ". Nothing was kept.");
        }
    }
}
