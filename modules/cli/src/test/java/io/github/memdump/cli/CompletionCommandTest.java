package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTest {
    @TempDir
    private Path folder;

    @Test
    void everyCommandCanBeCompletedInBash() throws Exception {
        Path script = Files.writeString(folder.resolve("completion"), CommandRun.of("completion", "bash").quiet());
        Process bash = new ProcessBuilder("bash", "-c", ". '" + script + "' && COMP_WORDS=(memdump sus) COMP_CWORD=1"
            + " && _complete_memdump && echo \"${COMPREPLY[@]}\"").redirectErrorStream(true).start();
        String answer = new String(bash.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(0, bash.waitFor(), answer);
        assertEquals("suspects", answer.trim());
    }

    @Test
    void zshTakesTheSameThroughItsAdapter() {
        String script = CommandRun.of("completion", "zsh").quiet();
        assertTrue(script.startsWith("autoload"), script.substring(0, 40));
        for (String command : List.of("enable-allocation-trace", "border", "class-graph", "view")) {
            assertTrue(script.contains(command), command);
        }
    }

    @Test
    void anotherShellIsRefusedWithTheOnesThereAre() {
        CommandRun.of("completion", "fish").fails(2, "bash", "zsh");
    }

    @Test
    void theManualPageHasASectionForEachCommand() {
        String page = CommandRun.of("completion", "man").quiet();
        assertTrue(page.startsWith(".TH MEMDUMP 1 "), page.substring(0, 40));
        for (String command : Commands.names()) {
            assertTrue(page.contains("\n.SS " + command.replace("-", "\\-") + "\n"), command);
        }
    }
}
