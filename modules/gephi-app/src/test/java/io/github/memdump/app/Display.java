package io.github.memdump.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A virtual screen of the test's own: Xvfb on a free number, ended with the test. */
final class Display implements AutoCloseable {
    private final Process server;
    private final String name;

    private Display(Process server, String name) {
        this.server = server;
        this.name = name;
    }

    /** Returns where Xvfb is installed, if it is. */
    static Optional<Path> installed() {
        for (String directory : System.getenv("PATH").split(":")) {
            Path program = Path.of(directory, "Xvfb");
            if (Files.isExecutable(program)) {
                return Optional.of(program);
            }
        }
        return Optional.empty();
    }

    /** Starts a screen of 1600 by 1000 and waits until it can be used. */
    static Display start(Path xvfb) throws IOException {
        Process server = new ProcessBuilder(xvfb.toString(), "-displayfd", "1", "-screen", "0", "1600x1000x24",
            "-nolisten", "tcp").redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String number = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII))
            .readLine();
        if (number == null) {
            server.destroy();
            throw new IOException("Xvfb ended before it had a screen");
        }
        return new Display(server, ":" + number.trim());
    }

    /** Returns what DISPLAY must be to draw on it. */
    String name() {
        return name;
    }

    @Override
    public void close() {
        server.destroy();
    }
}
