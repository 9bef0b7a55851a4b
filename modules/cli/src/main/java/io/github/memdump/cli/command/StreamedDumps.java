package io.github.memdump.cli.command;

import io.github.memdump.dump.DumpInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The dumps of a command that come from streams, by their names on the command line. Not thread-safe. */
final class StreamedDumps implements AutoCloseable {
    private static final String STANDARD_INPUT = "-";

    private final Session session;
    private final Map<String, StreamedDump> dumps = new LinkedHashMap<>();
    private boolean keep;

    StreamedDumps(Session session) {
        this.session = session;
    }

    /** Returns whether a dump can be read only once: standard input, a pipe, a device, what the kernel makes up. */
    static boolean isStream(String dump) {
        try {
            Path file = Path.of(dump);
            return dump.equals(STANDARD_INPUT) || Files.exists(file) && !Files.isDirectory(file)
                && (!Files.isRegularFile(file) || file.toRealPath().startsWith("/proc"));
        } catch (IOException | InvalidPathException impossible) {
            return false;
        }
    }

    /** Asks that those opened from now on can be read once more. */
    void keep() {
        keep = true;
    }

    /** Returns the input of a dump: the first time the stream, then its copy. */
    DumpInput input(String dump) throws IOException {
        StreamedDump streamed = dumps.get(dump);
        if (streamed == null) {
            streamed = dump.equals(STANDARD_INPUT) ? StreamedDump.ofStandardInput(session.in(), session::tell, keep)
                : StreamedDump.ofPipe(dump, session::tell, keep);
            dumps.put(dump, streamed);
        }
        return streamed.input();
    }

    @Override
    public void close() throws IOException {
        for (StreamedDump dump : dumps.values()) {
            dump.close();
        }
    }
}
