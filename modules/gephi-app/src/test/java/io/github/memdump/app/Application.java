package io.github.memdump.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The assembled application as a process with a user directory of its own. */
final class Application {
    private static final int TAIL = 12_000;

    private final Path home;
    private final Path userDirectory;
    private final Path output;

    Application(Path home, Path userDirectory) {
        this.home = home;
        this.userDirectory = userDirectory;
        this.output = userDirectory.resolve("output.log");
    }

    /**
     * Runs it until it ends by itself, or ends it and all that it started when its time is up.
     *
     * @return whether it ended by itself
     */
    boolean run(String display, List<String> arguments, int seconds) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
            home.resolve("bin").resolve(home.getFileName()).toString(), "--userdir", userDirectory.toString(),
            "--cachedir", userDirectory.resolve("cache").toString(), "--jdkhome", System.getProperty("java.home")));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.directory(userDirectory.toFile());
        Map<String, String> environment = builder.environment();
        environment.put("DISPLAY", display);
        environment.put("LIBGL_ALWAYS_SOFTWARE", "1");
        Process process = builder.start();
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** What it wrote into its log. */
    String log() throws IOException {
        return text(userDirectory.resolve("var/log/messages.log"));
    }

    /** The last of its log and of its output, to be read by whoever asks why it failed. */
    String lastWords() throws IOException {
        return tail(text(output)) + "\n" + tail(log());
    }

    /** Without the list of modules, which is most of any log. */
    private static String tail(String log) {
        String text = log.replaceAll("(?m)^\\t(?!at )[\\w.]+(/\\d+)? \\[.*\\R", "");
        return text.substring(Math.max(0, text.length() - TAIL));
    }

    private static String text(Path file) throws IOException {
        return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
    }
}
