package io.github.memdump.live;

import io.github.memdump.task.Task;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/** Waits until a process has written its dump, however long that takes, and says how far it is. */
final class DumpWatch {
    private static final int LONGEST_MARK = 4096;

    private final RubyProcess process;
    private final SeekableByteChannel part;
    private final SeekableByteChannel mark;
    private final long expected;

    DumpWatch(RubyProcess process, SeekableByteChannel part, SeekableByteChannel mark, long expected) {
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
        String said = said();
        while (!said.endsWith(DumpScript.END)) {
            if (!process.isAlive() && !said().endsWith(DumpScript.END)) {
                throw new LiveException("Process " + process.pid()
                    + " ended while it wrote its dump. Nothing was kept.");
            }
            LiveHeap.pause();
            long written = Math.min(expected, part.size());
            task.done(Math.max(0, written - seen));
            seen = Math.max(seen, written);
            said = said();
        }
        said = said.strip();
        if (!said.equals(DumpScript.DONE + part.size())) {
            throw new LiveException(said.startsWith(DumpScript.DONE)
                ? "The dump is not complete: " + part.size() + " bytes are there, the process wrote"
                    + said.substring(DumpScript.DONE.length() - 1) + ". Is the disk full?"
                : "Process " + process.pid() + " could not write its dump: " + said + ". Nothing was kept.");
        }
    }

    private String said() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST_MARK);
        mark.position(0);
        while (bytes.hasRemaining() && mark.read(bytes) >= 0) {
            // Until all is read.
        }
        String said = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        // A longer message than any of ours is cut rather than awaited for ever.
        return bytes.hasRemaining() ? said : said + DumpScript.END;
    }
}
