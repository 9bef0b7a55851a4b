package io.github.memdump.app;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A screen that nobody sees, drawn by Xvfb. It chooses a free number by itself. */
final class VirtualDisplay implements AutoCloseable {
    private final Process process;
    private final String name;

    private VirtualDisplay(Process process, String name) {
        this.process = process;
        this.name = name;
    }

    /** Where Xvfb is; empty if this machine has none. */
    static Optional<Path> program() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .map(folder -> Path.of(folder, "Xvfb")).filter(file -> file.toFile().canExecute()).findFirst();
    }

    static VirtualDisplay start(Path program, String size, Path log) throws IOException {
        Process process = new ProcessBuilder(program.toString(), "-displayfd", "1", "-screen", "0", size + "x24",
            "-nolisten", "tcp").redirectError(log.toFile()).start();
        // Xvfb writes the number once it is ready, and closes its output if it can't start.
        String number = new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII)).readLine();
        if (number == null) {
            process.destroyForcibly();
            throw new IOException("Xvfb did not start, see " + log);
        }
        return new VirtualDisplay(process, ":" + number.trim());
    }

    String name() {
        return name;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
