package io.github.memdump.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The assembled application, run once on a display with an empty user directory and a probe inside. */
final class Application {
    private static final int SECONDS = 170;

    private final Path home;
    private final Path work;

    /** Makes a run of the application in {@code home} that keeps everything it writes in {@code work}. */
    Application(Path home, Path work) {
        this.home = home;
        this.work = work;
    }

    /** Runs the probe to its end and returns what it wrote: "ok", or what failed. */
    String run(Display display, Path probeJar, Path before, Path after) throws IOException, InterruptedException {
        Path result = work.resolve("result.txt");
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/memdump_gephi").toString(),
            "--jdkhome", System.getProperty("java.home"),
            "--userdir", work.resolve("userdir").toString(), "--cachedir", work.resolve("cache").toString(),
            "-J-Dmemdump.probe.before=" + before, "-J-Dmemdump.probe.after=" + after,
            "-J-Dmemdump.probe.directory=" + work, "-J-Xmx1g",
            "-J-javaagent:" + probeJar));
        ProcessBuilder builder = new ProcessBuilder(command).directory(work.toFile()).redirectErrorStream(true)
            .redirectOutput(work.resolve("console.txt").toFile());
        builder.environment().put("DISPLAY", display.name());
        builder.environment().put("LIBGL_ALWAYS_SOFTWARE", "1");
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
            if (Files.exists(result)) {
                return Files.readString(result);
            }
            return ended ? "the application ended on its own" : "no result after " + SECONDS + " seconds";
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** Returns the last lines of what the application logged. */
    String log() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path file : List.of(work.resolve("userdir/var/log/messages.log"), work.resolve("console.txt"))) {
            if (Files.exists(file)) {
                List<String> lines = Files.readAllLines(file);
                text.append(file.getFileName()).append(":\n");
                lines.subList(Math.max(0, lines.size() - 60), lines.size())
                    .forEach(line -> text.append(line).append('\n'));
            }
        }
        return text.toString();
    }
}
