package io.github.memdump.gephi.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which dumps of which processes were taken since Gephi was started. Thread-safe. */
final class EarlierDumps {
    private final Map<ProcessRow, Path> last = new HashMap<>();

    synchronized void add(ProcessRow process, Path dump) {
        last.put(process, dump);
    }

    /** Returns the last dump of a process, if it is still there. */
    synchronized Optional<Path> of(ProcessRow process) {
        return Optional.ofNullable(last.get(process)).filter(Files::isRegularFile);
    }
}
