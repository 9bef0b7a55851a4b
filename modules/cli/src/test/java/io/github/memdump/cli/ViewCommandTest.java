package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.testing.GoldenDumps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewCommandTest {
    @TempDir
    private Path folder;

    @Test
    void everyFormatIsWritten() throws Exception {
        GoldenDumps dumps = GoldenDumps.RUBY_3_4;
        for (String ending : List.of(".gephi", ".gexf", ".gml", ".json", ".csv", ".png", ".pdf", ".svg")) {
            Path file = folder.resolve("view" + ending);
            CommandRun run = CommandRun.of("view", "border", dumps.before().toString(), dumps.after().toString(),
                "--nodes", "60", "--edges", "200", "-o", file.toString());
            assertEquals(0, run.code(), ending + ": " + run.err());
            assertTrue(Files.size(file) > 500, ending + " is empty");
        }
        assertEquals(8, folder.toFile().list().length, "nothing is left beside them");
    }

    @Test
    void theSummaryTellsWhatIsShownAndTheCommand() throws Exception {
        CommandRun run = CommandRun.of("view", "classes", GoldenDumps.RUBY_3_4.after().toString(), "--nodes", "10",
            "--json");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("\"nodes\":10"), run.out());
        assertTrue(run.out().contains("memdump view classes"), run.out());
        assertFalse(run.out().contains("\"omissions\":[]"), "most classes are cut off");
    }

    @Test
    void wrongUseIsSaidInWords() {
        String dump = GoldenDumps.RUBY_3_4.after().toString();
        misused("three dumps", "view", "growth", dump);
        misused("there are: border", "view", "boarder", dump);
        misused("--about", "view", "selection", dump);
        misused("leave --about away", "view", "heap", dump, "--about", "A");
        misused("no step", "view", "heap", dump, "--step", "shake 0x1");
        misused("--depth", "view", "subgraph", dump, "--about", "vm", "--depth", "0");
        misused("no known ending", "view", "heap", dump, "-o", folder.resolve("x.doc").toString());
        misused("at least one node", "view", "heap", dump, "--nodes", "0");
    }

    private static void misused(String expected, Object... words) {
        CommandRun run = CommandRun.of(words);
        assertEquals(2, run.code(), run.err());
        assertTrue(run.err().contains(expected), run.err());
    }
}
