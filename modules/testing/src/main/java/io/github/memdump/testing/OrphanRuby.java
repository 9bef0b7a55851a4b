package io.github.memdump.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A running Ruby process that is no child of this program: whoever waits for the end of a child is also told of its
 * stops, so that it could not be attached to. Not thread-safe.
 */
public final class OrphanRuby implements AutoCloseable {
    private final Process shell;
    private final BufferedReader said;
    private final long pid;

    private OrphanRuby(Process shell) throws IOException {
        this.shell = shell;
        this.said = new BufferedReader(new InputStreamReader(shell.getInputStream(), StandardCharsets.UTF_8));
        this.pid = Long.parseLong(line());
    }

    /** Starts one that runs a code, from a script that this writes. */
    public static OrphanRuby start(String code, Path script) throws IOException {
        Files.writeString(script, "$stdout.sync = true; puts $$\n" + code);
        return new OrphanRuby(new ProcessBuilder("sh", "-c", "exec 3<&0; ruby \"$0\" <&3 3<&- & wait",
            script.toString()).redirectErrorStream(true).start());
    }

    /** Returns the number of the process. */
    public long pid() {
        return pid;
    }

    /** Returns the next line that it says, and waits for it. */
    public String line() throws IOException {
        String line = said.readLine();
        if (line == null) {
            throw new IOException("The Ruby process has ended");
        }
        return line;
    }

    /** Returns whether it has said more than was read. */
    public boolean hasSaidMore() throws IOException {
        return said.ready();
    }

    /** Sends it a signal. */
    public void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
    }

    /** Ends it. */
    @Override
    public void close() {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        shell.destroyForcibly();
    }
}
