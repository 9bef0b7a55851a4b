package io.github.memdump.live;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** What the operating system tells of a process: Linux by {@code /proc}, others by {@code lsof} and {@code ps}. */
final class OperatingSystem {
    private static final int SECONDS = 5;
    private static final String RESIDENT = "VmRSS:";
    /** The real user follows, then the one whose rights count. */
    private static final String USER = "Uid:";

    private OperatingSystem() {
    }

    /** Returns the files that a process has loaded, libraries among them; none where that cannot be seen. */
    static List<String> libraries(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/maps"), StandardCharsets.ISO_8859_1);
        } catch (IOException | RuntimeException notLinux) {
            return isLinux() ? List.of() : told("lsof", "-nP", "-w", "-d", "txt,mem", "-Fn", "-p", Long.toString(pid));
        }
    }

    /** Returns the user whose rights this program has. */
    static UserPrincipal thisUser() throws IOException {
        Optional<UserPrincipal> known = user(ProcessHandle.current());
        return known.isPresent() ? known.get() : FileSystems.getDefault().getUserPrincipalLookupService()
            .lookupPrincipalByName(System.getProperty("user.name"));
    }

    /**
     * Returns the user whose rights a process has, nothing where that cannot be seen. The owner of its folder in
     * {@code /proc} would be root for a server that has begun as root and given that up.
     */
    static Optional<UserPrincipal> user(ProcessHandle process) throws IOException {
        Optional<String> name = Optional.empty();
        try {
            name = Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"), StandardCharsets.ISO_8859_1)
                .stream().filter(line -> line.startsWith(USER)).findFirst()
                .map(line -> line.strip().split("\\s+", -1)[2]);
        } catch (IOException | RuntimeException notLinux) {
            // The portable way below knows its name.
        }
        name = name.or(() -> process.info().user());
        return name.isPresent() ? Optional.of(FileSystems.getDefault().getUserPrincipalLookupService()
            .lookupPrincipalByName(name.get())) : Optional.empty();
    }

    /** Returns the bytes of memory that a process takes now, nothing where that cannot be seen. */
    static OptionalLong memory(long pid) {
        try {
            return kilobytes(Files.readAllLines(Path.of("/proc/" + pid + "/status"), StandardCharsets.ISO_8859_1)
                .stream().filter(line -> line.startsWith(RESIDENT)).map(line -> line.substring(RESIDENT.length()))
                .collect(Collectors.toList()));
        } catch (IOException | RuntimeException notLinux) {
            return isLinux() ? OptionalLong.empty() : kilobytes(told("ps", "-o", "rss=", "-p", Long.toString(pid)));
        }
    }

    /** Returns the words by which a process was started, its program first; none where that cannot be seen. */
    static List<String> arguments(ProcessHandle process) {
        try {
            String words = Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"), StandardCharsets.UTF_8);
            if (!words.isBlank()) {
                return List.of(words.strip().split("\0"));
            }
        } catch (IOException | RuntimeException notLinux) {
            // The portable way below knows less.
        }
        return process.info().commandLine().or(() -> process.info().command())
            .map(line -> List.of(line.split(" "))).orElse(List.of());
    }

    /** Returns the number that the only line begins with, in bytes. */
    static OptionalLong kilobytes(List<String> lines) {
        if (lines.isEmpty()) {
            return OptionalLong.empty();
        }
        String digits = lines.get(0).strip().split("\\D", 2)[0];
        return digits.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(digits) << 10);
    }

    private static boolean isLinux() {
        return Files.isDirectory(Path.of("/proc/self"));
    }

    private static List<String> told(String... command) {
        try {
            Process program = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            program.getOutputStream().close();
            try (Deadline deadline = new Deadline(program, SECONDS); InputStream out = program.getInputStream()) {
                String told = new String(out.readAllBytes(), StandardCharsets.UTF_8);
                return deadline.hasPassed() ? List.of() : told.lines().collect(Collectors.toList());
            }
        } catch (IOException absent) {
            return List.of();
        }
    }
}
