package io.github.memdump.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The text of the launcher for Windows, which is not run here, beside that of the shell. */
class WindowsLauncherIT {
    @TempDir
    private static Path folder;
    private static String windows;
    private static String shell;

    @BeforeAll
    static void read() throws IOException {
        Path home = Published.unpacked(folder);
        windows = new String(Files.readAllBytes(home.resolve("memdump.cmd")), StandardCharsets.US_ASCII);
        shell = Files.readString(home.resolve("memdump"));
    }

    @Test
    void itsLinesEndAsOnWindows() {
        assertFalse(windows.replace("\r\n", "").matches("(?s).*[\r\n].*"));
        assertTrue(windows.endsWith("\r\n"));
        assertFalse(windows.contains("\uFFFD"), "only ASCII: the code page of the console is unknown");
        assertFalse(shell.contains("\r"));
    }

    @Test
    void pathsAndArgumentsAreQuoted() {
        for (String line : lines()) {
            // What is left without quoted strings names no variable that can hold a space.
            String bare = line.replaceAll("\"[^\"]*\"", "");
            Matcher variable = Pattern.compile("%(\\w+)%").matcher(bare);
            while (variable.find()) {
                assertTrue(Set.of("memdump_major", "memdump_newest", "ERRORLEVEL").contains(variable.group(1)), line);
            }
        }
        assertEquals(1, lines().stream().filter(line -> line.endsWith(" -jar \"%memdump_jar%\" %*")).count());
    }

    @Test
    void javaGetsTheSameOptions() {
        Set<String> missing = new TreeSet<>();
        for (String option : List.of("-XX:+UseParallelGC", "-XX:MaxRAMPercentage=70", "-Xmx",
            "-Djava.awt.headless=true", "-Dmemdump.terminal=", "MEMDUMP_JAVA_HOME", "JAVA_HOME", "MEMDUMP_XMX",
            "MEMDUMP_HOME")) {
            assertTrue(shell.contains(option), option);
            if (!windows.contains(option)) {
                missing.add(option);
            }
        }
        assertEquals(Set.of(), missing);
        assertEquals(number(shell, "oldest=(\\d+)"), number(windows, "memdump_major% lss (\\d+)"));
        assertEquals(number(shell, "newest_for_gephi=(\\d+)"), number(windows, "memdump_newest=(\\d+)"));
        assertEquals(number(shell, "newest_for_gephi=(\\d+)"), number(windows, "memdump_major% leq (\\d+)"));
    }

    @Test
    void everyLabelIsThere() {
        Set<String> labels = lines().stream().filter(line -> line.startsWith(":")).map(line -> line.substring(1))
            .collect(Collectors.toSet());
        Matcher jump = Pattern.compile("(?:goto |call :)(\\w+)").matcher(windows);
        Set<String> named = new TreeSet<>();
        while (jump.find()) {
            named.add(jump.group(1));
        }
        assertEquals(labels, named.stream().collect(Collectors.toSet()));
    }

    private static List<String> lines() {
        return windows.lines().filter(line -> !line.startsWith("rem ")).collect(Collectors.toList());
    }

    private static int number(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertTrue(found.find(), pattern);
        return Integer.parseInt(found.group(1));
    }
}
