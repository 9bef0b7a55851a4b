package io.github.memdump.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamesCodeTest {
    @TempDir
    Path folder;

    @Test
    void callsNoMethodOfTheApplicationAndWritesItsNames() throws Exception {
        assumeTrue(hasRuby(), "no ruby here");
        Path names = folder.resolve("names.rb");
        Files.writeString(names, NamesCode.text());
        Path program = folder.resolve("hostile.rb");
        try (InputStream in = getClass().getResourceAsStream("hostile.rb")) {
            Files.copy(in, program);
        }
        Path written = folder.resolve("names.json");
        Process process = new ProcessBuilder("ruby", "-w", program.toString(), names.toString(), written.toString())
            .redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        assertEquals(0, process.exitValue(), said);
        assertEquals("deprecated\n", said);

        List<String> lines = Files.readAllLines(written);
        assertTrue(lines.stream().allMatch(line -> line.startsWith("{\"type\":\"NAMES\", \"kind\":\"")
            && line.endsWith("]}") && line.length() < 64 << 10), "lines of names, none of them long");
        // By these others find objects: heapy by generation, sheap by address, root and references.
        for (String field : List.of("address", "root", "class", "references", "generation", "memsize", "file")) {
            assertTrue(lines.stream().noneMatch(line -> line.contains("\"" + field + "\":")), field);
        }
        String all = lines.stream().collect(Collectors.joining("\n"));
        for (String name : List.of("LIST", "OLD", "@@all", "@own", "captured", "@b", "\"left\",\"right\"",
            "\"complete\",\"true\"")) {
            assertTrue(all.contains(name), name);
        }
        assertFalse(all.contains("Later"), "a constant that is not loaded yet");
    }

    @Test
    void aDumpIsAskedForWithoutNames() {
        assertEquals("dump gc fork", DumpOptions.usual().request());
        assertEquals("dump gc full fork no-names", DumpOptions.usual().full().withoutNames().request());
        assertTrue(AgentSource.answering().contains("words.include?(\"no-names\")"));
    }

    private static boolean hasRuby() {
        try {
            return new ProcessBuilder("ruby", "-v").start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
